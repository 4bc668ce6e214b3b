/** Cloudfabric owes no report; its sample data hold every class of urgency, hour and day that its page tells apart. */
import { beforeAll, describe, expect, test } from "vitest";
import { instantOf, romeDay, romeWall, romeWeekday } from "../../jobs/sample/rome-calendar.ts";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import { countBy, rowsOf, whole } from "../jobs/sample/read-sample.ts";
import { runOfSample, type SampleRun } from "./sample-run.ts";

const parameters = { ...whole, seed: 3, operator: "cloudfabric", year: 2026, half: 1, size: 4000 } as const;
const requests = rowsOf(parameters, "fault_reports");
/** Without those on the edges, which lie where they lie on purpose. */
const ordinary = rowsOf({ ...parameters, edgeRows: false, marginDays: 0 }, "fault_reports");

const urgent = ["P1+", "P1", "P2"];
const isUrgent = ({ urgency }: SampleRow) => urgent.includes(urgency ?? "");
const reportedAt = (row: SampleRow) => instantOf(row.reported_at ?? "");
const clockOf = (row: SampleRow) => romeWall(reportedAt(row)).slice(11, 19);
/** Nights and lunch, as the page gives them: "dalle 18.30 alle 8.00 e tra le 13.00 e le 14.00". */
const needsPin = (row: SampleRow) => {
  const clock = clockOf(row);
  return clock >= "18:30:00" || clock < "08:00:00" || (clock >= "13:00:00" && clock < "14:00:00");
};
/** By the Italian calendar of 2026, and the patron of Trento. */
const holidays = ["01-01", "01-06", "04-06", "04-25", "05-01", "06-02", "06-26"].map((day) => `2026-${day}`);
const isHoliday = (row: SampleRow) => holidays.includes(romeDay(reportedAt(row)));

describe("requests", () => {
  test("are of the six classes of the page, and of no other", () => {
    expect([...countBy(requests, (row) => String(row.urgency)).keys()].sort()).toEqual([
      "P1",
      "P1+",
      "P2",
      "P3",
      "P4",
      "P7",
    ]);
  });

  test.each([
    ["by telephone and under contract", (row) => row.channel === "phone" && row.under_contract === "1"],
    ["by e-mail", (row) => row.channel === "email"],
    ["through the portal", (row) => row.channel === "web"],
    ["without a contract", (row) => row.under_contract === "0"],
  ] satisfies [string, (row: SampleRow) => boolean][])("come %s, the urgent ones too", (_, holds) => {
    expect(requests.some((row) => isUrgent(row) && holds(row))).toBe(true);
    expect(requests.some((row) => !isUrgent(row) && holds(row))).toBe(true);
  });

  test("at night and at lunch are urgent alone, as are those of weekends and holidays", () => {
    const closed = ordinary.filter((row) => needsPin(row) || romeWeekday(reportedAt(row)) >= 5 || isHoliday(row));
    expect(closed.filter((row) => !isUrgent(row))).toEqual([]);
    for (const holds of [
      (row: SampleRow) => clockOf(row).startsWith("13:"),
      (row: SampleRow) => clockOf(row) < "08:00:00",
      (row: SampleRow) => romeWeekday(reportedAt(row)) === 5,
      (row: SampleRow) => romeWeekday(reportedAt(row)) === 6,
      isHoliday,
    ])
      expect(closed.some(holds)).toBe(true);
  });

  test.each([
    ["P1+", 3600],
    ["P1", 7200],
    ["P2", 14_400],
  ])("of %s are taken in charge a second before %i seconds, right then, and a second after", (urgency, term) => {
    const seconds = new Set(
      requests
        .filter((row) => row.urgency === urgency && row.taken_charge_at !== null)
        .map((row) => (instantOf(row.taken_charge_at ?? "") - reportedAt(row)) / 1000),
    );
    for (const edge of [term - 1, term, term + 1]) expect(seconds.has(edge), String(edge)).toBe(true);
  });

  test.each(["P3", "P4"])(
    "of %s stand right before every holiday and on it, taken in charge on either side of the term",
    (urgency) => {
      const own = requests.filter((row) => row.urgency === urgency);
      for (const day of holidays.filter((one) => one > "2026-01-01")) {
        expect(
          own.some((row) => romeDay(reportedAt(row)) === day),
          `on ${day}`,
        ).toBe(true);
        const eve = romeDay(instantOf(day) - 3_600_000);
        expect(
          own.some((row) => romeWall(reportedAt(row)) === `${eve}T17:59:59`),
          `before ${day}`,
        ).toBe(true);
      }
    },
  );

  test("on the eve of a long weekend are taken in charge by the next day of work, or one after", () => {
    // Good Friday is a day of work in Italy; Easter Monday, 6 April 2026, is none.
    const eve = requests.filter((row) => row.urgency === "P3" && row.reported_at?.includes("2026-04-05T17:59:59"));
    expect(eve.map((row) => romeDay(instantOf(row.taken_charge_at ?? ""))).sort()).toEqual([
      "2026-04-07",
      "2026-04-08",
    ]);
  });

  test("fill no other table", () => {
    for (const table of ["activation_orders", "invoices", "access_lines", "contact_calls", "suspensions"] as const)
      expect(rowsOf(parameters, table), table).toEqual([]);
  });
});

describe("a run", () => {
  let run: SampleRun;

  beforeAll(async () => {
    run = await runOfSample("cloudfabric", 400);
  });

  test("ends well, reports under no act of the Authority and makes no workbook", () => {
    expect([run.exitCode, run.summary.subject]).toEqual([0, false]);
    expect(run.indicators.acts.filter((act) => act !== "operator")).toEqual([]);
    expect(run.files.filter((name) => name.startsWith("agcom-"))).toEqual([]);
    expect(run.indicators.warnings.map(({ code }) => code)).toContain("not-subject");
  });
});
