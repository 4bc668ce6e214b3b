/** Files that break each rule, given as texts: a rule that lets them pass guards nothing. */
import { describe, expect, test } from "vitest";
import { importsOf, type rules as Rules, rules } from "./rules.ts";

type RuleName = keyof typeof Rules;

/** Put together here, so that this file names no machine itself. */
const folder = (...parts: readonly string[]): string => ["", ...parts].join("/");
const host = ["registry", "npmjs", "org"].join(".");

const breaking: readonly (readonly [RuleName, string, string])[] = [
  ["importsRunOneWay", "reports/a.ts", `import { b } from "../sql/b.ts";`],
  ["importsRunOneWay", "reports/a.ts", `import type { B } from "../jobs/b.ts";`],
  ["importsRunOneWay", "templates/pdf/a.ts", `import { b } from "../../sql/b.ts";`],
  ["importsRunOneWay", "templates/a.ts", `export { b } from "../jobs/b.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import { b } from "../templates/b.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import { percentile } from "../reports/distribution.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import { type Scope, compareScopes } from "../reports/scope.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import * as scopes from "../reports/scope.ts";`],
  ["importsRunOneWay", "sql/a/b.ts", `const late = await import("../../jobs/b.ts");`],
  ["importsRunOneWay", "jobs/a.ts", `import { row } from "../test/rows.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import {\n  a,\n  b,\n} from "../jobs/b.ts";`],
  ["importsRunOneWay", "sql/a.ts", `import "../jobs/b.ts";`],
  ["importsEndInTs", "jobs/a.ts", `import { b } from "./b";`],
  ["importsEndInTs", "jobs/a.ts", `import { b } from "./b.js";`],
  ["reportsArePure", "reports/a.ts", `import { readFile } from "node:fs/promises";`],
  ["onlyTheShellLooksOutside", "reports/a.ts", "const a = Math.random();"],
  ["onlyTheShellLooksOutside", "templates/a.ts", "const at = Date.now();"],
  ["onlyTheShellLooksOutside", "sql/a.ts", "const at = new Date();"],
  ["onlyTheShellLooksOutside", "reports/a.ts", "const at = DateTime.now();"],
  ["onlyTheShellLooksOutside", "sql/a.ts", "const zone = process.env.TZ;"],
  ["onlyTheShellLooksOutside", "templates/a.ts", "const [node] = process.argv;"],
  ["noDefaultExport", "jobs/a.ts", "export default function a() {}"],
  ["noDefaultExport", "test/a.ts", "export { a as default };"],
  ["filesAreSmall", "jobs/a.ts", "x".repeat(16 * 1024 + 1)],
  ["filesAreSmall", "test/corpus/a.csv", "é".repeat(8 * 1024 + 1)],
  ["topLevelIsTidy", "src/a.ts", ""],
  ["topLevelIsTidy", "notes.md", ""],
  ["namesAreKebabCase", "jobs/readFile.ts", ""],
  ["namesAreKebabCase", "jobs/read_file.ts", ""],
  ["nothingNamesAMachine", "README.md", `cd ${folder("work", "main")}`],
  ["nothingNamesAMachine", "jobs/a.ts", `const at = "${folder("home", "anna", "dati")}";`],
  ["nothingNamesAMachine", "test/a.ts", `mkdtemp("${folder("tmp", "x")}")`],
  ["nothingNamesAMachine", ".npmrc", `registry=https://${host}/`],
  ["nothingNamesAMachine", "package-lock.json", `{ "${"resolved"}": "https://mirror/kysely.tgz" }`],
];

describe("what breaks a rule is found", () => {
  test.each(breaking)("%s: %s", (name, path, text) => {
    expect(rules[name]({ path, text }).length).toBeGreaterThan(0);
  });

  test("and every rule has a file that breaks it", () => {
    expect(new Set(breaking.map(([name]) => name))).toEqual(new Set(Object.keys(rules)));
  });
});

describe("what keeps to the rules passes", () => {
  test.each<readonly [RuleName, string, string]>([
    [
      "importsRunOneWay",
      "jobs/commands/a.ts",
      `import { b } from "../../sql/b.ts";\nimport { c } from "../../templates/c.ts";`,
    ],
    [
      "importsRunOneWay",
      "sql/a.ts",
      `import type { Act } from "../reports/act.ts";\nimport { type Scope, scopeText } from "../reports/scope.ts";`,
    ],
    [
      "importsRunOneWay",
      "templates/a.ts",
      `import { roundedText } from "../reports/rational.ts";\nimport x from "exceljs";`,
    ],
    ["importsRunOneWay", "test/sql/a.ts", `import { measure } from "../../jobs/measure.ts";`],
    ["onlyTheShellLooksOutside", "jobs/a.ts", "const at = new Date();"],
    [
      "onlyTheShellLooksOutside",
      "reports/a.ts",
      "// Never Date.now(): a report does not know when it is made.\nconst a = new Date(0);",
    ],
    ["noDefaultExport", "jobs/a.ts", "export const a = 1;\n// no export default here"],
    ["filesAreSmall", "jobs/a.ts", "x".repeat(16 * 1024)],
    ["topLevelIsTidy", ".ci/run", ""],
    ["namesAreKebabCase", "test/a-b.test.ts", ""],
    ["nothingNamesAMachine", "jobs/a.ts", `import { b } from "../tmp/b.ts"; join(tmpdir(), "work/x");`],
  ])("%s: %s", (name, path, text) => expect(rules[name]({ path, text })).toEqual([]));
});

test("imports are read in every form, types apart", () => {
  const text = `import a, { type B, c as d } from "./a.ts";
import type { E } from "./e.ts";
import * as f from "./f.ts";
import "./g.ts";
export { h, type I } from "./h.ts";
export type { J } from "./j.ts";
const k = await import("./k.ts");`;
  expect(importsOf(text)).toEqual([
    { from: "./a.ts", values: ["c"] },
    { from: "./e.ts", values: [] },
    { from: "./f.ts", values: ["*"] },
    { from: "./g.ts", values: ["*"] },
    { from: "./h.ts", values: ["h"] },
    { from: "./j.ts", values: [] },
    { from: "./k.ts", values: ["*"] },
  ]);
});
