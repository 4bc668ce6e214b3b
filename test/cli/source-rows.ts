/** An operator's half-year in a few rows, small enough to be counted by hand: every test breaks one thing in it. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TableName, tables } from "../../sql/tables.ts";

export type Row = Readonly<Record<string, string>>;
export type SourceRows = Readonly<Partial<Record<TableName, readonly Row[]>>>;

const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
const place = { network: "own", region: "03", customer_class: "residential" };

/** Registered on 2 February 2026. */
export const order = (order_id: string, completedOn: string, more: Row = {}): Row => ({
  order_id,
  service: "internet",
  technology: "FTTH",
  order_type: "new_line",
  ...place,
  registered_at: "2026-02-02T10:00:00+01:00",
  contract_days: "30",
  customer_requested_later: "0",
  completed_at: `${completedOn}T12:00:00+01:00`,
  ...more,
});

export const fault = (fault_id: string, restoredAt: string, more: Row = {}): Row => ({
  fault_id,
  service: "internet",
  technology: "FTTH",
  ...place,
  reported_by: "customer",
  reported_at: "2026-03-02T08:00:00+01:00",
  restored_at: restoredAt,
  cause: "network",
  ...more,
});

export const lines = (month: string): Row => ({
  month,
  service: "internet",
  technology: "FTTH",
  ...place,
  lines: "100",
});

const call = (call_id: string, wait_ms: string): Row => ({
  call_id,
  number: "800000001",
  purpose: "technical",
  kind: "customer_care",
  received_at: "2026-04-01T09:00:00+02:00",
  ivr_ms: "5000",
  wait_ms,
  answered: "1",
});

const invoice = (invoice_id: string): Row => ({
  invoice_id,
  services: "internet",
  region: "03",
  customer_class: "residential",
  issued_on: "2026-05-31",
  document: "invoice",
});

/** Days to activate: 3, 5, 7, of which the mean is 5. Two faults on 100 lines: 2 %. One dispute on four invoices: 25 %. */
export const halfYear = {
  activation_orders: [order("o1", "2026-02-05"), order("o2", "2026-02-07"), order("o3", "2026-02-09")],
  fault_reports: [fault("f1", "2026-03-02T12:00:00+01:00"), fault("f2", "2026-03-02T14:00:00+01:00")],
  access_lines: months.map(lines),
  invoices: ["i1", "i2", "i3", "i4"].map(invoice),
  billing_disputes: [
    {
      dispute_id: "d1",
      invoice_id: "i1",
      service: "internet",
      received_at: "2026-06-10T09:00:00+02:00",
      channel: "letter",
      traceable: "1",
      kind: "dispute",
      outcome: "open",
    },
  ],
  contact_calls: [call("c1", "10000"), call("c2", "30000")],
  ivr_trees: [
    {
      number: "800000001",
      purpose: "technical",
      valid_from: "2025-01-01T00:00:00+01:00",
      operator_option_ms: "20000",
      complaint_option_ms: "25000",
    },
  ],
} satisfies SourceRows;

/** Writes one `<table>.csv` per table; columns beyond the contract's follow the last one. */
export async function writeSource(folder: string, source: SourceRows): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, rows] of Object.entries(source))
    await writeFile(join(folder, `${name}.csv`), csvOf(name as TableName, rows));
}

export function csvOf(name: TableName, rows: readonly Row[], separator = ","): string {
  const known: string[] = tables[name].columns.map((column) => column.name);
  const columns = [
    ...known,
    ...new Set(rows.flatMap((row) => Object.keys(row)).filter((column) => !known.includes(column))),
  ];
  const field = (text = "") => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map((row) => columns.map((column) => field(row[column])))]
    .map((fields) => `${fields.join(separator)}\n`)
    .join("");
}
