import { describe, expect, test } from "vitest";
import { monthsOf } from "../../reports/explain-months.ts";
import { period } from "../../reports/period.ts";
import { silentMonths } from "../../sql/checks/silent-months.ts";
import { wording } from "../../templates/wording.ts";
import type { Row } from "./corpus.ts";
import { type HandMade, onTables } from "./hand-made.ts";

const firstHalf = period(2026, 1);
const silentIn = (data: HandMade, of = firstHalf) =>
  onTables(data, ({ db }) => silentMonths(db, monthsOf(of)), { period: of });

const repeated = (n: number, row: (i: number) => Row): readonly Row[] => Array.from({ length: n }, (_, i) => row(i));
const day = (month: number) => `2026-${String(month).padStart(2, "0")}-15`;

/** So many rows in each month from January on, in the middle of it. */
const calls = (...counts: readonly number[]): HandMade => ({
  contact_calls: counts.flatMap((n, m) =>
    repeated(n, (i) => ({ call_id: `C${m}-${i}`, received_at: `${day(m + 1)}T10:00:00+02:00` })),
  ),
});
const invoices = (...counts: readonly number[]): HandMade => ({
  invoices: counts.flatMap((n, m) => repeated(n, (i) => ({ invoice_id: `I${m}-${i}`, issued_on: day(m + 1) }))),
});

describe("a month without rows is said where the others have twenty on average", () => {
  test.each<readonly [string, HandMade, readonly string[]]>([
    ["twenty in each of the others", calls(20, 20, 0, 20, 20, 20), ["2026-03"]],
    ["one row more", calls(20, 20, 0, 20, 20, 21), ["2026-03"]],
    ["one row less: a small operator may have none", calls(20, 20, 0, 20, 20, 19), []],
    ["a single row is no silence", calls(40, 40, 1, 40, 40, 40), []],
    ["the first and the last", calls(0, 30, 30, 30, 30, 0), ["2026-01", "2026-06"]],
    ["all but one", calls(0, 0, 0, 0, 0, 20), ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]],
    ["no row at all, which is said as such", calls(0, 0, 0, 0, 0, 0), []],
  ])("%s", async (_, data, months) => {
    expect(await silentIn(data)).toEqual(months.length === 0 ? [] : [{ table: "contact_calls", months }]);
  });
});

describe("invoices may come every second or third month", () => {
  test.each<readonly [string, HandMade, readonly string[]]>([
    ["every second month, from the first", invoices(50, 0, 50, 0, 50, 0), []],
    ["every second month, from the second", invoices(0, 50, 0, 50, 0, 50), []],
    ["every third month", invoices(0, 0, 50, 0, 0, 50), []],
    [
      "every second month, and one of them silent",
      invoices(50, 0, 0, 0, 50, 0),
      ["2026-02", "2026-03", "2026-04", "2026-06"],
    ],
    ["every month but one", invoices(50, 50, 50, 0, 50, 50), ["2026-04"]],
    [
      "one month alone, as of a broken export",
      invoices(0, 0, 0, 0, 0, 50),
      ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"],
    ],
  ])("%s", async (_, data, months) => {
    expect(await silentIn(data)).toEqual(months.length === 0 ? [] : [{ table: "invoices", months }]);
  });

  test("which calls do not", async () => {
    expect(await silentIn(calls(50, 0, 50, 0, 50, 0))).toEqual([
      { table: "contact_calls", months: ["2026-02", "2026-04", "2026-06"] },
    ]);
  });
});

test("months are those of Italian time, and rows of other periods are of none", async () => {
  const rows = (id: string, n: number, received_at: string) =>
    repeated(n, (i) => ({ call_id: `${id}${i}`, received_at }));
  const contact_calls = [
    ...[1, 2, 4, 5].flatMap((month) => rows(`m${month}`, 30, `${day(month)}T10:00:00+01:00`)),
    // The last second of February and the first of April.
    ...rows("a", 30, "2026-02-28T23:59:59+01:00"),
    ...rows("b", 30, "2026-04-01T00:00:00+02:00"),
    ...rows("c", 30, "2026-07-01T00:00:00+02:00"),
    ...rows("d", 30, "2025-12-31T23:59:59+01:00"),
  ];
  expect(await silentIn({ contact_calls })).toEqual([{ table: "contact_calls", months: ["2026-03", "2026-06"] }]);
});

test("of a year a silent half is six silent months", async () => {
  const months = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"];
  expect(await silentIn(calls(20, 20, 20, 20, 20, 20), period(2026, null))).toEqual([
    { table: "contact_calls", months },
  ]);
});

test("measurements, interruptions and trees may come when they will", async () => {
  const delay_tests = repeated(200, (i) => ({ test_id: `T${i}`, tested_at: `${day(2)}T10:00:00+01:00` }));
  expect(await silentIn({ delay_tests })).toEqual([]);
});

test.each<readonly [readonly string[], string]>([
  [["2026-03"], "nessuna riga nel mese di marzo 2026, mentre"],
  [["2026-02", "2026-03"], "nessuna riga nei mesi di febbraio e marzo 2026, mentre"],
  [["2026-01", "2026-02", "2026-12"], "nessuna riga nei mesi di gennaio, febbraio e dicembre 2026, mentre"],
])("%j in words", (months, words) => {
  expect(wording.warnings.silentMonths("invoices", months)).toContain(`fatture: ${words}`);
});
