import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Indicators } from "../../reports/report-model.ts";
import { job } from "./job.ts";
import { fault, lines, order, type Row, type SourceRows, writeSource } from "./source-rows.ts";
import { folder, workspace } from "./workspaces.ts";

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
    const ended = await job(["run", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(ended.sentence).toBe("");
    const year = await yearOf(root);

    // 1..10 gives 10, 11..20 gives 20, their mean is 15; of 1..20 the 19th is 19.
    expect(figure(year, "activation-time", "p95")).toMatchObject({ value: "19", cases: 20 });
    // Two faults reported in the year, 12 months of lines; both restored.
    expect(figure(year, "fault-rate", "ratio")).toMatchObject({ cases: 2 });
    expect(figure(year, "repair-time", "mean")).toMatchObject({ cases: 2, value: "36.00" });
    expect(year.warnings.filter(({ code }) => code === "changed-rows").map(({ message }) => message)).toEqual([
      "segnalazioni di malfunzionamento: 1 riga è cambiata fra le estrazioni dei due semestri; vale la più recente (R-1).",
    ]);

    const verified = await job(["verify", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(verified.json.verified).toBe(true);
    const again = await job(["run", "--workspace", root, "--operator", "prova", "--period", "2026"]);
    expect(again.json.state).toBe("unchanged");
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
