/** The seeded operators on which the product is held against the oracle. */
import { expect, test } from "vitest";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import type { TableName } from "../../sql/tables.ts";
import { byOracle, byProduct, type Case, type Rows } from "./compare.ts";

/** Tables that may be emptied without the source being refused. */
const emptiable: readonly TableName[] = [
  "activation_orders",
  "fault_reports",
  "suspensions",
  "events",
  "invoices",
  "billing_disputes",
  "contact_calls",
  "ivr_trees",
  "phone_complaints",
  "throughput_tests",
  "delay_tests",
  "packet_tests",
  "dialup_outages",
];

/** Every seed another operator: preset, half-year, size, share of bad rows, doubled rows, an empty table now and then. */
export function seededCase(seed: number): Case {
  const operator = seed % 2 === 0 ? "cielo" : "hellotel";
  const half = seed % 4 < 2 ? 1 : 2;
  const year = 2020 + (seed % 7);
  const size = [40, 120, 250, 600][seed % 4] as number;
  const tables = new Map<TableName, Rows>();
  const sample = sampleTables({
    seed,
    operator,
    year,
    half,
    size,
    badShare: [0, 5, 40, 150][Math.floor(seed / 2) % 4] as number,
    duplicateShare: [0, 10, 50][seed % 3] as number,
    conflictShare: [0, 10, 30][(seed + 1) % 3] as number,
    outageLines: 8,
  });
  for (const [name, rows] of sample) tables.set(name, [...rows]);
  if (seed % 5 === 0) tables.set(emptiable[seed % emptiable.length] as TableName, []);
  return { operator, year, half, tables };
}

/** A snapshot keeps a suspension with its case and an event with its fault, wherever they lie; the oracle counts by time alone. */
function withoutLinked({ suspensions: _, events: __, ...others }: Readonly<Record<string, unknown>>): object {
  return others;
}

/** One quarter of the 200, so that two workers share them. */
export function compareSeeds(from: number, to: number): void {
  test.each(Array.from({ length: to - from }, (_, i) => from + i))(
    "operator of seed %i",
    { timeout: 120_000 },
    async (seed) => {
      const data = seededCase(seed);
      const [expected, actual] = [await byOracle(data), await byProduct(data)];
      if (expected.refused !== undefined) {
        expect(actual.refused).toMatch(/All \d+ rows of /);
        return;
      }
      expect(actual.refused).toBeUndefined();
      expect(withoutLinked(actual.quarantined)).toEqual(withoutLinked(expected.quarantined));
      expect(withoutLinked(actual.kept)).toEqual(withoutLinked(expected.kept));
      expect(actual.figures).toEqual(expected.figures);
      expect(actual.all.filter(({ value }) => value !== null).length).toBeGreaterThan(50);
    },
  );
}
