import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderDigests } from "./render-digests.ts";

/** ZIP times have steps of two seconds: the second run must fall into another one. */
const zipStepMillis = 2_100;

test("every document has the same bytes later, in another process and another zone", async () => {
  const here = await renderDigests();
  await new Promise((resolve) => setTimeout(resolve, zipStepMillis));
  const there = execFileSync(process.execPath, [join(import.meta.dirname, "render-digests.ts")], {
    env: { ...process.env, TZ: "America/New_York", LANG: "en_US.UTF-8" },
    encoding: "utf8",
  });
  expect(there.trim().split("\n")).toEqual(here);
  expect(new Set(here).size).toBe(8);
});
