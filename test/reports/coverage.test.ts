import { describe, expect, test } from "vitest";
import { expectedActs } from "../../reports/acts/coverage.ts";
import { acts } from "../../reports/acts/index.ts";
import { period } from "../../reports/period.ts";
import { actsFor } from "../../reports/report.ts";

const halves = Array.from({ length: 2 * 26 }, (_, i) => period(2005 + Math.floor(i / 2), i % 2 === 0 ? 1 : 2));

describe("every half-year from 2005 to 2030 is reported under the acts then in force", () => {
  test.each(halves)("$id", ({ id, firstDay, lastDay }) => {
    const rows = expectedActs.filter(({ from, to }) => from <= id && id <= to);
    expect(rows).toHaveLength(1);
    const expected = new Set(rows.flatMap(({ internet, voice, care }) => [...internet, ...voice, ...care]));
    expect(new Set(actsFor(acts, undefined, firstDay, lastDay).map((act) => act.id))).toEqual(expected);
  });
});

test("an act is expected for the services that its indicators are of, and for customer care where they are of none", () => {
  const columns = { internet: "internet", voice: "voice", care: undefined } as const;
  for (const { from, ...row } of expectedActs)
    for (const [column, service] of Object.entries(columns))
      for (const id of row[column as keyof typeof columns]) {
        const services = acts.find((act) => act.id === id)?.indicators.map((indicator) => indicator.service);
        expect([from, id, services?.includes(service)]).toEqual([from, id, true]);
      }
});

describe("an act counts from the first to the last day of its force", () => {
  test.each([
    ["255-24-cons", "2025-08-07", "2025-08-07", false],
    ["255-24-cons", "2025-08-08", "2025-08-08", true],
    ["79-09-csp", "2025-08-07", "2025-08-07", true],
    ["79-09-csp", "2025-08-08", "2025-08-08", false],
    ["156-23-cons", "2023-12-31", "2023-12-31", false],
    ["156-23-cons", "2024-01-01", "2024-01-01", true],
    ["131-06-csp", "2023-12-31", "2023-12-31", true],
    ["131-06-csp", "2024-01-01", "2024-01-01", false],
  ])("%s on %s", (id, firstDay, lastDay, isThere) => {
    expect(actsFor(acts, undefined, firstDay, lastDay).some((act) => act.id === id)).toBe(isThere);
  });

  test("a charter's own acts are reported in any period", () => {
    const named = ["131-06-csp", "254-04-csp"];
    expect(actsFor(acts, named, "2026-01-01", "2026-06-30").map(({ id }) => id)).toEqual(named);
  });
});
