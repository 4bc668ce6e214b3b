/** Little data is reported as little: "n.d." with its reason, and one case as one case. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { job } from "./job.ts";
import { halfYear } from "./source-rows.ts";
import { figure, part, profileText, publishedIn, workspace } from "./workspaces.ts";

let root: string;

beforeAll(async () => {
  const { contact_calls: _, ...source } = halfYear;
  root = await workspace({
    source: { ...source, activation_orders: [], fault_reports: halfYear.fault_reports.slice(0, 1) },
    profile: profileText.replace("none: []", "none: [contact_calls]"),
  });
  const ended = await job(["run", ...part], { cwd: root });
  expect([ended.exitCode, ended.json.targets]).toEqual([0, { met: 0, missed: 0, notAssessable: 1, notApplicable: 0 }]);
});

const nothing = { value: null, exact: null, cases: 0, outcome: "not_assessable" };

test.for<readonly [string, string, object]>([
  ["no order: no mean", "activation-time mean", { ...nothing, target: "6", reason: expect.stringMatching(/\w/) }],
  ["no order: no percentile", "activation-time p95", nothing],
  ["one ticket of four hours: its 80th percentile", "repair-time p80", { value: "4.00", exact: "4", cases: 1 }],
  ["one ticket of four hours: its mean", "repair-time mean", { value: "4.00", exact: "4", cases: 1 }],
  ["one fault on 100 lines", "fault-rate ratio", { value: "1.00", exact: "1", cases: 1 }],
  [
    "calls that the profile says there are none of",
    "call-answer within-limit",
    { ...nothing, reason: expect.stringContaining("chiamate") },
  ],
])("%s", async ([, name, expected]) => {
  expect(await figure(root, `131-06-csp ${name}`)).toMatchObject(expected);
});

test("the report prints n.d. and that the operator has no such data", () => {
  const pdf = execFileSync("pdftotext", ["-layout", join(publishedIn(root), "report.pdf"), "-"], { encoding: "utf8" });
  expect(pdf).toContain("n.d.");
  expect(pdf.replace(/\s+/g, " ")).toContain("L’operatore dichiara di non disporre dei dati");
});
