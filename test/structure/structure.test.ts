/** Every tracked file against every rule of the house. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules, type SourceFile } from "./rules.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const files: readonly SourceFile[] = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && existsSync(`${root}${path}`) && statSync(`${root}${path}`).isFile())
  .map((path) => ({ path, text: readFileSync(`${root}${path}`, "utf8") }));

test("the tracked files are those of the five rooms, so that the rules below have something to speak of", () => {
  for (const room of ["jobs", "sql", "reports", "templates", "test"])
    expect(files.filter(({ path }) => path.startsWith(`${room}/`) && path.endsWith(".ts")).length).toBeGreaterThan(5);
});

test.each(Object.entries(rules))("%s", (_, rule) => {
  expect(files.flatMap(rule)).toEqual([]);
});
