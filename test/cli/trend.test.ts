/** A report beside the half-years before it: it follows from those very reports, whatever is published later. */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "./job.ts";
import { lines, order, type SourceRows, writeSource } from "./source-rows.ts";
import { changeByte, folder, workspace } from "./workspaces.ts";

/** One order that took so many days, and lines in every month. */
function half(month: string, days: number): SourceRows {
  const completed = `${month}-${String(days + 1).padStart(2, "0")}`;
  const months = Array.from({ length: 12 }, (_, index) => `${month.slice(0, 4)}-${String(index + 1).padStart(2, "0")}`);
  return {
    activation_orders: [order("o1", completed, { registered_at: `${month}-01T10:00:00+01:00` })],
    access_lines: months.map((of) => lines(of)),
    fault_reports: [],
    invoices: [],
    billing_disputes: [],
    contact_calls: [],
    ivr_trees: [],
  };
}

const run = async (root: string, period: string, source: SourceRows) => {
  const data = await folder();
  await writeSource(data, source);
  return job(["run", "--workspace", root, "--operator", "prova", "--period", period, "--source", data]);
};

const place = (root: string, period: string) => join(root, "published", "prova", period, "r1");

test("the values before are printed and named; what is published later changes nothing; one that is altered does", {
  timeout: 240_000,
}, async () => {
  const root = await workspace();
  // Seven days where six were promised, and then five.
  expect((await run(root, "2025-S1", half("2025-02", 7))).sentence).toBe("");
  expect((await run(root, "2026-S1", half("2026-02", 5))).sentence).toBe("");
  const now = place(root, "2026-S1");
  const { earlier } = JSON.parse(await readFile(join(now, "manifest.json"), "utf8"));
  const { files } = JSON.parse(await readFile(join(place(root, "2025-S1"), "manifest.json"), "utf8"));
  expect(earlier).toEqual([{ period: "2025-S1", revision: 1, sha256: files["indicators.json"] }]);
  const text = execFileSync("pdftotext", ["-layout", join(now, "report.pdf"), "-"], { encoding: "utf8" });
  expect(text).toContain("Andamento negli ultimi quattro semestri");
  expect(text).toMatch(/1° sem\. 2025 +1° sem\. 2026/);
  expect(text).toMatch(/Media +complessivo +giorni solari +7,00\* +5,00\n/);

  // A half-year between the two, published afterwards.
  expect((await run(root, "2025-S2", half("2025-09", 6))).sentence).toBe("");
  const again = await run(root, "2026-S1", half("2026-02", 5));
  expect([again.exitCode, again.json.state]).toEqual([0, "unchanged"]);
  const part = ["--workspace", root, "--operator", "prova", "--period", "2026-S1"];
  expect((await job(["verify", ...part])).exitCode).toBe(0);

  const former = join(place(root, "2025-S1"), "indicators.json");
  const sealed = await readFile(former);
  await changeByte(former);
  const altered = await job(["verify", ...part]);
  expect([altered.exitCode, altered.json.error.code]).toEqual([6, "earlier-gone"]);
  // A new report does not take its word either.
  const next = await run(root, "2025-S2", half("2025-09", 6));
  expect([next.exitCode, next.json.error.code]).toEqual([6, "earlier-gone"]);
  await writeFile(former, sealed);
  expect((await job(["verify", ...part])).exitCode).toBe(0);
});
