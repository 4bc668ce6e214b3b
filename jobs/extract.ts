/** What was read for an operator that owes no report: the rows of its tables, which no indicator accounts for. */
import type { ExtractedTable } from "../reports/report-model.ts";
import type { SnapshotManifest } from "./snapshot.ts";

/** The tables that hold a row, or that lost one to quarantine, in the contract's order. */
export function extractOf({ tables, quarantine }: SnapshotManifest): readonly ExtractedTable[] {
  return tables.flatMap(({ table, rows }) => {
    const files = quarantine.filter((file) => file.table === table);
    const quarantined = files.reduce((total, file) => total + file.rows, 0);
    return rows === 0 && quarantined === 0 ? [] : [{ table, rows, quarantined }];
  });
}
