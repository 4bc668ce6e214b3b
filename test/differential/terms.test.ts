/** Terms in days of work against the oracle's own calendar: arrivals and ends on every day around the feasts. */
import { expect, test } from "vitest";
import type { TableName } from "../../sql/tables.ts";
import { byOracle, byProduct, type Case, type Rows } from "./compare.ts";
import { seededCase } from "./seeds.ts";

const dayMs = 86_400_000;
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const at = (first: string, days: number, hour: string): string =>
  `${new Date(Date.parse(`${first}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)}T${hour}`;

/** Around Easter, the two feasts of spring, and the patrons' days of June and September. */
const stretches = ["2026-03-27", "2026-04-22", "2026-06-22", "2026-08-31", "2026-10-01", "2026-12-21"];

function withRows(seed: number, half: 1 | 2, table: TableName, rows: Rows): Case {
  const { operator, extractions } = seededCase(seed);
  const tables = new Map([...(extractions[0]?.tables ?? []), [table, rows]]);
  return { operator, under: "charter", year: 2026, extractions: [{ half, tables }] };
}

/** Every day of arrival with every length, from none to beyond the term whatever feasts lie within. */
function pairs(half: 1 | 2, longest: number) {
  const own = stretches.filter((first) => first < "2026-07" === (half === 1));
  return own.flatMap((first) =>
    upTo(8).flatMap((arrival) => upTo(longest).map((length) => ({ first, arrival, length }))),
  );
}

test.each([1, 2] as const)(
  "half %i: requests taken in charge so many days later",
  { timeout: 120_000 },
  async (half) => {
    const rows = pairs(half, 11).flatMap(({ first, arrival, length }, i) =>
      ["P3", "P4"].map((urgency) => ({
        ...{
          fault_id: `${urgency}-${i}`,
          service: "internet",
          technology: "ASSISTENZA-IT",
          network: "own",
          region: "04",
        },
        ...{ customer_class: "business", channel: "email", reported_by: "customer", cause: "network", urgency },
        reported_at: at(first, arrival, "23:30:00"),
        taken_charge_at: at(first, arrival + length, "23:31:00"),
      })),
    );
    const data = withRows(9, half, "fault_reports", rows);
    const [expected, actual] = [await byOracle(data), await byProduct(data)];
    for (const urgency of ["P3", "P4"]) {
      const name = `operator take-charge within-term null [urgency=${urgency}]`;
      expect(expected.figures[name]).toContain(`, ${rows.length / 2} cases`);
      expect(actual.figures[name]).toBe(expected.figures[name]);
    }
  },
);

test("requests that nobody took in charge, open as a half-year ends: the same in the halves and in the year", {
  timeout: 120_000,
}, async () => {
  const rows = ["2026-06-22", "2026-12-21"].flatMap((first) =>
    upTo(11).flatMap((arrival) =>
      ["P1", "P3", "P4"].flatMap((urgency) =>
        ["21:59:59", "22:00:00"].map((hour) => ({
          ...{ fault_id: `${urgency}-${first}-${arrival}-${hour}`, service: "internet", technology: "ASSISTENZA-IT" },
          ...{ network: "own", region: "04", customer_class: "business", channel: "phone", under_contract: "1" },
          ...{ reported_by: "customer", cause: "network", urgency, reported_at: at(first, arrival, hour) },
        })),
      ),
    ),
  );
  const [early, late] = [withRows(9, 1, "fault_reports", rows), withRows(9, 2, "fault_reports", rows)];
  const year: Case = { ...early, extractions: [...early.extractions, ...late.extractions] };
  const owed: Record<string, number[]> = { P1: [], P3: [], P4: [] };
  for (const data of [early, late, year]) {
    const [expected, actual] = [await byOracle(data), await byProduct(data)];
    for (const [urgency, cases] of Object.entries(owed)) {
      const name = `operator take-charge within-term null [urgency=${urgency}]`;
      expect(actual.figures[name]).toBe(expected.figures[name]);
      cases.push(Number(/, (\d+) cases/.exec(actual.figures[name] ?? "")?.[1]));
    }
  }
  // Twice a day on 9 days of June, and on 2 of July and 11 of December. Not yet late are, of P1, the last evening at 22:00; of
  // P3 the last day; of P4 all from 23 June on (26 is the patron's) and from 24 December on, a Thursday before three feasts.
  expect(owed).toEqual({
    P1: [18 - 1, 26 - 1, 44 - 2],
    P3: [18 - 2, 26 - 2, 44 - 4],
    P4: [18 - 16, 26 - 16, 44 - 32],
  });
});
