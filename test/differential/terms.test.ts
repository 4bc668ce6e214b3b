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
