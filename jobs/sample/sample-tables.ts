/** The canonical tables of one operator and one period, made from a seed. */
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { contactCalls, ivrTrees } from "./calls.ts";
import { complaints, phoneComplaints } from "./complaints.ts";
import { billingDisputes } from "./disputes.ts";
import { faultReports } from "./faults.ts";
import { withFlaws } from "./flaws.ts";
import { invoices } from "./invoices.ts";
import { accessLines } from "./lines.ts";
import { activationOrders } from "./orders.ts";
import { events } from "./outages.ts";
import type { SampleParameters } from "./parameters.ts";
import { backboneTests, delayTests, packetTests, throughputTests } from "./quality-tests.ts";
import { rowText, type SampleRow } from "./row-text.ts";
import { createSample, type DraftTable, type Sample } from "./sample.ts";
import { dialupOutages, serviceOutages } from "./service-outages.ts";
import { supportRequests } from "./support-requests.ts";
import { suspensions } from "./suspensions.ts";

export type SampleTables = ReadonlyMap<TableName, Iterable<SampleRow>>;

const draftTables: Readonly<Record<TableName, DraftTable>> = {
  activation_orders: activationOrders,
  fault_reports: (sample) =>
    sample.preset.support === undefined ? faultReports(sample) : supportRequests(sample, sample.preset.support),
  suspensions,
  events,
  access_lines: accessLines,
  invoices,
  billing_disputes: billingDisputes,
  contact_calls: contactCalls,
  ivr_trees: ivrTrees,
  phone_complaints: phoneComplaints,
  complaints,
  throughput_tests: throughputTests,
  delay_tests: delayTests,
  packet_tests: packetTests,
  backbone_tests: backboneTests,
  dialup_outages: dialupOutages,
  service_outages: serviceOutages,
};

/**
 * All 17 tables, each a stream of rows of text in the contract's columns and order, NULL as null. Every table can be
 * read alone, again, and at any size in the same memory; the same parameters give the same rows on every machine.
 */
export function sampleTables(parameters: SampleParameters): SampleTables {
  const sample = createSample(parameters);
  return new Map(tableNames.map((name) => [name, { [Symbol.iterator]: () => rowsOf(sample, name) }]));
}

function* rowsOf(sample: Sample, name: TableName): Generator<SampleRow> {
  yield* withFlaws(sample, tables[name], textRows(sample, name));
}

function* textRows(sample: Sample, name: TableName) {
  if (sample.preset.without?.includes(name)) return;
  let index = 0;
  for (const draft of draftTables[name](sample)) {
    yield { row: rowText(sample, tables[name], draft.values, index), spared: draft.spared };
    index += 1;
  }
}
