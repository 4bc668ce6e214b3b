/** What a person reads at the end of a run. */
import { expect, test } from "vitest";
import { type SummaryOptions, spokenSummary } from "../../jobs/summary.ts";
import type { Figure } from "../../reports/report-model.ts";

const figure = (more: Partial<Figure>) =>
  ({ act: "operator", indicator: "take-charge", measure: "within-term", service: null, ...more }) as Figure;

test.each([
  [[["invoices", 1]], ["  put aside: 1 bad row: invoices 1", "             its reason in s/quarantine/invoices.csv"]],
  [
    [
      ["invoices", 2],
      ["complaints", 1],
    ],
    ["  put aside: 3 bad rows: invoices 2, complaints 1", "             their reasons in s/quarantine/"],
  ],
] as const)("rows put aside %j are told in one line, and the place in another", (tables, lines) => {
  const quarantine = tables.map(([table, rows]) => ({ table, rows, file: `quarantine/${table}.csv` }));
  const indicators = { operator: "prova", period: "2026-S1", snapshot: "", indicators: [], warnings: [] };
  const { text } = spokenSummary({
    ran: { folder: "", state: "published", indicators } as unknown as SummaryOptions["ran"],
    snapshot: { folder: "s", manifest: { quarantine } } as unknown as SummaryOptions["snapshot"],
    isDry: false,
    failOnMiss: false,
  });
  expect(text.split("\n").filter((line) => line.includes("put aside") || line.includes("reason"))).toEqual(lines);
});

test.each([
  [0, "target >= 100, 0 cases"],
  [1, "target >= 100, 1 case"],
  [2, "target >= 100, 2 cases"],
])("a run that missed with %i cases says so in words that are read", (cases, ending) => {
  const missed = figure({
    scope: { urgency: "P1+" },
    outcome: "missed",
    target: "100",
    comparator: ">=",
    value: "50.00",
    cases,
  });
  const indicators = { operator: "prova", period: "2026-S1", snapshot: "", indicators: [missed], warnings: [] };
  const ran = { folder: "", state: "published", indicators } as unknown as SummaryOptions["ran"];
  const snapshot = { folder: "", manifest: { quarantine: [] } } as unknown as SummaryOptions["snapshot"];
  const { text, json } = spokenSummary({ ran, snapshot, isDry: false, failOnMiss: false });
  expect(text.split("\n").at(-1)).toMatch(/ urgency=P1\+ .*, \d cases?$/);
  expect(text.endsWith(ending)).toBe(true);
  // What a machine reads keeps the form that tells every scope from every other.
  expect(json).toMatchObject({ missed: [{ scope: "urgency=P1%2B" }] });
});
