/** The seeded operators on which the product is held against the oracle. */
import { expect, test } from "vitest";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import type { TableName } from "../../sql/tables.ts";
import { byOracle, byProduct, type Case, type Rows, type Tables } from "./compare.ts";
import { extractionsOf } from "./halves.ts";

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
  "complaints",
  "throughput_tests",
  "delay_tests",
  "packet_tests",
  "dialup_outages",
];

/** A year is read twice and measured once: of smaller operators it costs what a half-year does. */
const sizes = [40, 120, 250, 450] as const;
const yearSizes = [40, 60, 100, 200] as const;

/** Years under each set of acts in turn, the turn of 2025 more often: it is where they change within the year. */
const yearsOfLaw = [2012, 2025, 2019, 2024, 2023, 2026, 2025] as const;

/**
 * Every seed another operator: preset, the charter's acts or those in force, half-year, size, share of bad rows, doubled
 * rows, an empty table now and then. Every fifth one is a year, extracted half by half; every tenth a support desk that owes no act anything but its own terms.
 */
export function seededCase(seed: number): Case {
  const operator = seed % 10 === 9 ? "cloudfabric" : seed % 2 === 0 ? "cielo" : "hellotel";
  const under = operator === "cloudfabric" || Math.floor(seed / 8) % 2 === 0 ? "charter" : "in-force";
  const year = under === "charter" ? 2020 + (seed % 7) : (yearsOfLaw[seed % yearsOfLaw.length] as number);
  const half = seed % 4 < 2 ? 1 : 2;
  const about = { seed, operator, under, year } as const;
  if (seed % 5 !== 3) return { operator, under, year, extractions: [{ half, tables: tablesOf({ ...about, half }) }] };
  const [early, late] = extractionsOf(year, tablesOf({ ...about, half: 1 }), tablesOf({ ...about, half: 2 }));
  const extractions = [
    { half: 1, tables: early },
    { half: 2, tables: late },
  ] as const;
  return { operator, under, year, extractions };
}

function tablesOf(of: Pick<Case, "operator" | "year"> & { readonly seed: number; readonly half: 1 | 2 }): Tables {
  const { seed, operator, year, half } = of;
  const tables = new Map<TableName, Rows>();
  const sample = sampleTables({
    seed,
    operator,
    year,
    half,
    size: (seed % 5 === 3 ? yearSizes : sizes)[seed % 4] as number,
    badShare: [0, 5, 40, 150][Math.floor(seed / 2) % 4] as number,
    duplicateShare: [0, 10, 50][seed % 3] as number,
    conflictShare: [0, 10, 30][(seed + 1) % 3] as number,
    outageLines: 8,
    complaints: 200,
  });
  for (const [name, rows] of sample) tables.set(name, [...rows]);
  if (seed % 5 === 0) tables.set(emptiable[seed % emptiable.length] as TableName, []);
  return tables;
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
      expect(actual.quarantined).toEqual(expected.quarantined);
      expect(actual.kept).toEqual(expected.kept);
      expect(actual.figures).toEqual(expected.figures);
      const valued = actual.all.filter(({ value }) => value !== null);
      expect(valued.length).toBeGreaterThan(data.operator === "cloudfabric" ? 10 : 50);
    },
  );
}
