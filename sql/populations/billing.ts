import { type RawBuilder, sql } from "kysely";
import { where } from "./chosen.ts";
import {
  type ClassifiedRows,
  classOf,
  type MeasuringContext,
  outsideDays,
  outsidePeriod,
  rowCount,
} from "./population.ts";

/** Disputes received in the period, over the invoices issued in it. Counts: `disputes`, `invoices`. */
export function disputes(context: MeasuringContext): readonly ClassifiedRows[] {
  return [received(context, { fact: "disputes", of: rowCount }), invoices(context)];
}

/** Distinct invoices disputed in the period; a dispute that names none counts as its own. Counts: `disputed-invoices`, `invoices`. */
export function disputedInvoices(context: MeasuringContext): readonly ClassifiedRows[] {
  return [received(context, { fact: "disputed-invoices", of: distinctInvoices }), invoices(context)];
}

/** Distinct invoices whose dispute was upheld and credited in the period. Counts: `credited-invoices`, `invoices`. */
export function creditedInvoices(context: MeasuringContext): readonly ClassifiedRows[] {
  const { db, period, settings } = context;
  const byReceipt = settings.creditPeriod === "receipt";
  const rows = db
    .selectFrom("billing_disputes as d")
    .select(["d.invoice_id", "d.dispute_id"])
    .select([
      classOf([
        [byReceipt ? outsidePeriod(period, "d.received_at") : outsideDays(period, "d.credited_on"), "outside"],
        [sql`d.service <> ${settings.service}`, "no-concern"],
        [sql`d.kind <> 'dispute'`, "not-dispute"],
        [sql`d.outcome <> 'upheld'`, "not-upheld"],
        ...where(byReceipt, [sql`d.credited_on is null`, "not-credited"]),
      ]).as("class"),
      sql<null>`null`.as("left_out"),
    ]);
  const credited: ClassifiedRows = {
    table: "billing_disputes",
    rows,
    dimensions: [],
    key: "dispute_id",
    histograms: [],
    aggregates: [{ fact: "credited-invoices", of: distinctInvoices }],
  };
  return [credited, invoices(context)];
}

/** An invoice's id and a dispute's own may be the same text. */
const distinctInvoices: RawBuilder<bigint> = sql<bigint>`count(distinct coalesce('invoice ' || invoice_id, 'dispute ' || dispute_id))`;

function received(
  { db, period, settings }: MeasuringContext,
  aggregate: { readonly fact: string; readonly of: RawBuilder<bigint> },
): ClassifiedRows {
  const rows = db
    .selectFrom("billing_disputes as d")
    .select(["d.invoice_id", "d.dispute_id"])
    .select([
      classOf([
        [outsidePeriod(period, "d.received_at"), "outside"],
        [sql`d.service <> ${settings.service}`, "no-concern"],
        [sql`d.kind <> 'dispute'`, "not-dispute"],
        ...where(settings.disputeForm !== "all", [sql`d.traceable = 0`, "not-traceable"]),
      ]).as("class"),
      sql<null>`null`.as("left_out"),
    ]);
  const parts = { dimensions: [], histograms: [], aggregates: [aggregate] };
  return { table: "billing_disputes", rows, key: "dispute_id", ...parts };
}

function invoices({ db, period, settings }: MeasuringContext): ClassifiedRows {
  const everyInvoice = settings.invoices === "all";
  const rows = db.selectFrom("invoices as i").select([
    "i.invoice_id",
    classOf([
      [outsideDays(period, "i.issued_on"), "outside"],
      [sql`not ${everyInvoice} and i.services not in (${settings.service}, 'internet+voice')`, "no-concern"],
      [sql`i.document <> 'invoice'`, "not-invoice"],
    ]).as("class"),
    sql<null>`null`.as("left_out"),
  ]);
  return {
    table: "invoices",
    rows,
    dimensions: [],
    key: "invoice_id",
    histograms: [],
    aggregates: [{ fact: "invoices", of: rowCount }],
  };
}
