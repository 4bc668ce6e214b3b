import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReportManifest } from "../../jobs/report.ts";
import type { PeriodStatus } from "../../jobs/status-period.ts";
import type { Indicators } from "../../reports/report-model.ts";
import { job } from "./job.ts";
import { fault, lines, order, type Row, type SourceRows, writeSource } from "./source-rows.ts";
import { folder, profileText, workspace } from "./workspaces.ts";

const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`);

/** Orders that take so many days each, completed in that month. */
const orders = (month: string, days: readonly number[]): readonly Row[] =>
  days.map((taken) => {
    const day = String(taken + 1).padStart(2, "0");
    return order(`${month}-${taken}`, `${month}-${day}`, { registered_at: `${month}-01T10:00:00+01:00` });
  });

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const rows = (month: string, days: readonly number[], more: SourceRows = {}): SourceRows => ({
  activation_orders: orders(month, days),
  access_lines: months.map((of) => lines(of)),
  fault_reports: [fault("R-0", "2026-03-03T08:00:00+01:00")],
  invoices: [],
  billing_disputes: [],
  contact_calls: [],
  ivr_trees: [],
  ...more,
});

async function runHalf(root: string, half: string, source: SourceRows): Promise<void> {
  const data = await folder();
  await writeSource(data, source);
  const ended = await job(["run", "--workspace", root, "--operator", "prova", "--period", half, "--source", data]);
  expect(ended.sentence).toBe("");
}

async function yearOf(root: string): Promise<Indicators> {
  const text = await readFile(join(root, "published", "prova", "2026", "r1", "indicators.json"), "utf8");
  return JSON.parse(text) as Indicators;
}

const figure = (of: Indicators, indicator: string, measure: string) =>
  of.indicators.find(
    (one) => one.indicator === indicator && one.measure === measure && Object.keys(one.scope).length === 0,
  );

describe("the year unites its two sealed half-years", () => {
  test("its percentile is that of all cases and not the mean of the halves'", { timeout: 180_000 }, async () => {
    const root = await workspace();
    // The same fault, open in the first extraction and restored in the second: the later row counts, once.
    const open = fault("R-1", "", { reported_at: "2026-06-30T20:00:00+02:00" });
    const restored = fault("R-1", "2026-07-02T20:00:00+02:00", { reported_at: "2026-06-30T20:00:00+02:00" });
    await runHalf(
      root,
      "2026-S1",
      rows("2026-02", upTo(1, 10), { fault_reports: [fault("R-0", "2026-03-03T08:00:00+01:00"), open] }),
    );
    await runHalf(root, "2026-S2", rows("2026-10", upTo(11, 20), { fault_reports: [restored] }));
    const early = ["run", "--workspace", root, "--operator", "prova", "--period", "2026", "--today", "2026-12-31"];
    const running = await job(early);
    expect(running.json).toMatchObject({
      state: "draft",
      whyDraft: expect.stringContaining("2026 ends on 2026-12-31:"),
    });
    const ended = await job(["run", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect([ended.sentence, ended.json.state]).toEqual(["", "published"]);
    const year = await yearOf(root);

    // 1..10 gives 10, 11..20 gives 20, their mean is 15; of 1..20 the 19th is 19.
    expect(figure(year, "activation-time", "p95")).toMatchObject({ value: "19", cases: 20 });
    // Two faults reported in the year, 12 months of lines; both restored.
    expect(figure(year, "fault-rate", "ratio")).toMatchObject({ cases: 2 });
    expect(figure(year, "repair-time", "mean")).toMatchObject({ cases: 2, value: "36.00" });
    expect(year.warnings.filter(({ code }) => code === "changed-rows").map(({ message }) => message)).toEqual([
      "segnalazioni di malfunzionamento: 1 riga è cambiata fra le estrazioni dei due semestri; vale quella del secondo semestre (R-1).",
    ]);

    const verified = await job(["verify", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(verified.json.verified).toBe(true);
    const again = await job(["run", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(again.json.state).toBe("unchanged");

    const states = async () => {
      const { json } = await job(["status", "--workspace", root, "--today", "2027-01-10"]);
      return json.operators[0].periods.map(({ period, state }: PeriodStatus) => `${period} ${state}`);
    };
    const nextYear = ["2027-S1 running", "2027 incomplete"];
    expect(await states()).toEqual(["2026-S1 published", "2026-S2 published", "2026 published", ...nextYear]);
    const data = await folder();
    await writeSource(data, rows("2026-10", upTo(11, 21), { fault_reports: [restored] }));
    await job(["pull", "--workspace", root, "--operator", "prova", "--period", "2026-S2", "--source", data]);
    // The year goes by what is published: only a restated half would make it old.
    expect(await states()).toEqual(["2026-S1 published", "2026-S2 changed", "2026 published", ...nextYear]);
  });

  test("its regions divide its cases; the annual report lists all twenty", { timeout: 180_000 }, async () => {
    const root = await workspace({
      profile: profileText
        .replace("services: [internet]", "services: [voice]")
        .replace("acts: [131-06-csp]", "acts: [254-04-csp]")
        .replace(/targets:[\s\S]*/, "targets: []\n"),
    });
    const voice = (month: string, region: string, days: readonly number[]) =>
      orders(month, days).map((one) => ({ ...one, order_id: `${region}-${one.order_id}`, service: "voice", region }));
    const first = [...voice("2026-02", "03", [2, 4, 6]), ...voice("2026-02", "12", [9])];
    const second = [...voice("2026-10", "03", [8]), ...voice("2026-10", "20", [1, 3])];
    const faults = ["03", "03", "12"].map((region, i) =>
      fault(`V-${i}`, "2026-03-03T08:00:00+01:00", { service: "voice", region }),
    );
    // 100 lines in Lombardy, 50 in Lazio, none in Sardinia, in every month.
    const stock = months.flatMap((of) => [
      { ...lines(of), service: "voice", region: "03" },
      { ...lines(of), service: "voice", region: "12", lines: "50" },
    ]);
    const half = (own: readonly Row[], reports: readonly Row[]): SourceRows =>
      rows("2026-02", [], { activation_orders: own, fault_reports: reports, access_lines: stock });
    await runHalf(root, "2026-S1", half(first, faults));
    await runHalf(root, "2026-S2", half(second, []));
    const ended = await job(["run", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(ended.sentence).toBe("");
    const year = await yearOf(root);

    const byRegion = (indicator: string, measure: string) =>
      Object.fromEntries(
        year.indicators
          .filter((one) => one.indicator === indicator && one.measure === measure && one.scope.region !== undefined)
          .map(({ scope, value, cases }) => [scope.region as string, [value, cases]]),
      );
    // Ranks 0.95 n rounded up: the 4th of 2, 4, 6, 8; the only one; the 2nd of 1, 3. The mean of Lombardy's halves is 7.
    expect(byRegion("supply-time", "p95")).toEqual({ "03": ["8", 4], "12": ["9", 1], "20": ["3", 2] });
    // 2 of 100 lines, 1 of 50, over twelve months; without lines or faults a region has no rate.
    expect(byRegion("fault-rate", "ratio")).toEqual({ "03": ["2.00", 2], "12": ["2.00", 1] });
    for (const [indicator, measure] of [
      ["supply-time", "p95"],
      ["supply-time", "within-contract"],
      ["fault-rate", "ratio"],
      ["repair-time", "mean"],
    ] as const) {
      const parts = Object.values(byRegion(indicator, measure)).map(([, cases]) => cases as number);
      expect(parts.reduce((sum, cases) => sum + cases, 0)).toBe(figure(year, indicator, measure)?.cases);
    }

    const report = join(root, "published", "prova", "2026", "r1");
    const { files } = JSON.parse(await readFile(join(report, "manifest.json"), "utf8")) as ReportManifest;
    expect(files).toHaveProperty(["relazione-annuale.pdf"]);
    const printed = execFileSync("pdftotext", ["-layout", join(report, "relazione-annuale.pdf"), "-"], {
      encoding: "utf8",
    });
    expect(printed).toMatch(/\n *03 +Lombardia +8 +4 +8 +4 /);
    expect(printed).toMatch(/\n *19 +Sicilia +n\.d\. +0 +n\.d\. +0 /);
    expect(printed).toMatch(/\n *20 +Sardegna +3 +2 +3 +2 /);
    expect(printed).toMatch(/\n *Totale complessivo +9 +7 +9 +7 /);
  });

  test("the second half's row counts although the first was pulled after it, and that is said", {
    timeout: 60_000,
  }, async () => {
    const root = await workspace();
    const reported = { reported_at: "2026-06-30T20:00:00+02:00" };
    const restored = fault("R-1", "2026-07-02T20:00:00+02:00", reported);
    const corrected = fault("R-1", "2026-07-01T20:00:00+02:00", reported);
    // What is sealed says when by the clock: the second half before the first.
    for (const [half, row] of [
      ["2026-S2", restored],
      ["2026-S1", corrected],
    ] as const) {
      const data = await folder();
      await writeSource(data, rows("2026-02", [3], { fault_reports: [row] }));
      await job(["pull", "--workspace", root, "--operator", "prova", "--period", half, "--source", data]);
    }
    const { json } = await job(["report", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(json.caution).toMatch(
      /^2026-S1 was pulled at .+, after 2026-S2 .+ run --period 2026-S2 again, then the year\.$/,
    );
    const year = JSON.parse(await readFile(join(json.documents, "indicators.json"), "utf8")) as Indicators;
    expect(figure(year, "repair-time", "mean")).toMatchObject({ cases: 1, value: "48.00" });
  });

  test("a half without a snapshot is named, and a year is not pulled", async () => {
    const root = await workspace();
    const args = ["--workspace", root, "--operator", "prova", "--period", "2026"];
    const ran = await job(["run", ...args]);
    expect(ran.exitCode).toBe(2);
    expect(ran.sentence).toContain("2026-S1 has no sealed snapshot");
    const pulled = await job(["pull", ...args]);
    expect(pulled.exitCode).toBe(2);
    expect(pulled.sentence).toContain("A year is not pulled");
  });
});
