/** Each choice on faults against the act's own. */
import { describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { chosenFigures, ownAndOther } from "./chosen-figures.ts";

/** The good row: reported on 10 February at 10:00, restored a day later, on a line of its own here. */
const faults = (rows: readonly Row[]) => ({
  fault_reports: rows.map((row, i) => ({ fault_id: `F${i + 1}`, line_id: `L${i + 1}`, ...row })),
});
/** 100 lines at the end of every month but the last, 200 then: 700 / 6 on the mean. */
const access_lines = ["01", "02", "03", "04", "05", "06"].map((month) => ({
  month: `2026-${month}`,
  service: "internet",
  technology: "ADSL",
  lines: month === "06" ? "200" : "100",
}));
const rate = "131-06-csp fault-rate ratio";
const repair = (measure: string) => `131-06-csp repair-time ${measure}`;

const counted = async (rows: readonly Row[], settings: Readonly<Record<string, string>>, more = {}) =>
  (
    await chosenFigures({ ...faults(rows), ...more, access_lines }, [
      { figure: rate, settings: {} },
      { figure: rate, settings },
    ])
  ).map(({ cases }) => cases);

test("third-party-faults: theirs are counted, or they are not", async () => {
  const rows = [{}, { cause: "third_party" }, { cause: "interference" }];
  expect(await counted(rows, { "third-party-faults": "excluded" })).toEqual([3, 2]);
});

test("force-majeure: its cause and an event declared as such go, and no other event, undeclared or of another kind", async () => {
  const events = [{}, { event_id: "E2", kind: "interference" }];
  const rows = [
    {},
    { cause: "force_majeure" },
    { event_id: "E1" },
    { event_id: "E2" },
    { event_id: "E9" },
    { cause: "power_cut" },
  ];
  expect(await counted(rows, { "force-majeure": "excluded" }, { events })).toEqual([6, 4]);
});

test("operator-faults: what the operator found itself counts, and what is no effective fault still does not", async () => {
  const rows = [{}, { reported_by: "operator" }, { reported_by: "operator", cause: "none_found" }];
  expect(await counted(rows, { "operator-faults": "included" })).toEqual([1, 2]);
});

describe("repeated-faults: one for a line until it is restored", () => {
  const first = { line_id: "L1", fault_id: "F1" };
  test.each([
    ["a second before the restoration", { reported_at: "2026-02-11T09:59:59+01:00" }, 1],
    ["as it is restored", { reported_at: "2026-02-11T10:00:00+01:00" }, 2],
    ["a second after", { reported_at: "2026-02-11T10:00:01+01:00" }, 2],
    ["at the same moment as the first", {}, 1],
    ["on another line", { line_id: "L2" }, 2],
    ["on no line that is known", { line_id: null }, 2],
    ["of the other service's", { service: "voice" }, 1],
  ])("%s", async (_, second, other) => {
    const later = { line_id: "L1", restored_at: "2026-02-12T10:00:00+01:00", taken_charge_at: null, ...second };
    const own = "service" in second ? 1 : 2;
    expect(await counted([first, later], { "repeated-faults": "one-per-line" })).toEqual([own, other]);
  });

  test("a first report that was no effective fault hides none, and one still open hides all that follow", async () => {
    const later = { line_id: "L1", reported_at: "2026-02-10T12:00:00+01:00", taken_charge_at: null };
    const hiding = { "repeated-faults": "one-per-line" };
    expect(await counted([{ ...first, cause: "none_found" }, later], hiding)).toEqual([1, 1]);
    const open = { ...first, restored_at: null, taken_charge_at: null };
    const months = ["03", "04", "05"].map((month) => ({
      ...later,
      reported_at: `2026-${month}-01T12:00:00+02:00`,
      restored_at: `2026-${month}-02T12:00:00+02:00`,
    }));
    expect(await counted([open, ...months], hiding)).toEqual([4, 1]);
  });

  test("a fault of the other service on the same line hides none", async () => {
    const later = { line_id: "L1", reported_at: "2026-02-10T12:00:00+01:00", taken_charge_at: null };
    const rows = [{ ...first, service: "voice" }, later];
    expect(await counted(rows, { "repeated-faults": "one-per-line" })).toEqual([1, 1]);
  });

  test("the repair is that of the first report: 24 hours, and not the mean of 24 and 46", async () => {
    const rows = [
      first,
      {
        line_id: "L1",
        reported_at: "2026-02-10T12:00:00+01:00",
        restored_at: "2026-02-12T10:00:00+01:00",
        taken_charge_at: null,
      },
    ];
    expect(await ownAndOther(faults(rows), repair("mean"), { "repeated-faults": "one-per-line" })).toEqual([
      "35",
      "24",
    ]);
  });
});

describe("the lines that faults are divided by", () => {
  const rows = { ...faults([{}, {}, {}]), access_lines };
  // Of 700 / 6 lines 3 are 18/7 %; of 200 they are 3/2 %; of 350 / 3 lines for half a year 36/7 %.
  test.each([
    [{ "mean-lines": "final-stock" }, "3/2"],
    [{ "fault-rate-basis": "annualised" }, "36/7"],
    [{ "mean-lines": "final-stock", "fault-rate-basis": "annualised" }, "3"],
  ])("%o", async (settings, other) => {
    expect(await ownAndOther(rows, rate, settings)).toEqual(["18/7", other]);
  });

  test("a year's rate is a year's already: annualised it is the same", async () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`);
    const year = months.map((month) => ({ month, service: "internet", technology: "ADSL", lines: "100" }));
    const asked = [{}, { "fault-rate-basis": "annualised" }].map((settings) => ({ figure: rate, settings }));
    const figures = await chosenFigures({ ...faults([{}, {}, {}]), access_lines: year }, asked, null);
    expect(figures.map(({ exact }) => exact)).toEqual(["3", "3"]);
  });
});

test("suspended-time: the hour due to the customer is taken off the repair, or it is not", async () => {
  const rows = { ...faults([{}, { suspended_seconds: "7200" }]), suspensions: [{}] };
  // (24 - 1 + 24 - 2) / 2 and 24.
  expect(await ownAndOther(rows, repair("mean"), { "suspended-time": "gross" })).toEqual(["45/2", "24"]);
});

test("repair-period: by the day of the report, at the period's very ends; an open fault is in neither", async () => {
  const rows = faults([
    { reported_at: "2025-12-31T23:00:00+01:00", restored_at: "2026-01-01T00:00:00+01:00", taken_charge_at: null },
    { reported_at: "2026-01-01T00:00:00+01:00", restored_at: "2026-01-01T02:00:00+01:00", taken_charge_at: null },
    { reported_at: "2026-06-30T23:59:59+02:00", restored_at: "2026-07-01T03:59:59+02:00", taken_charge_at: null },
    { restored_at: null, taken_charge_at: null },
  ]);
  const [own, other] = await chosenFigures(rows, [
    { figure: repair("mean"), settings: {} },
    { figure: repair("mean"), settings: { "repair-period": "report" } },
  ]);
  // One hour and two, then two and four.
  expect(own).toMatchObject({ exact: "3/2", classes: { counted: 2, outside: 2 } });
  expect(other).toMatchObject({ exact: "3", classes: { counted: 2, outside: 1, "not-restored": 1 } });
});
