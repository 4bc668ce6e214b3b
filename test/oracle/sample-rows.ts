import {
  type OracleFigure,
  type OracleInput,
  type OracleResult,
  oracle,
  type YearInput,
  yearOracle,
} from "./oracle.ts";

/** Raw rows with unremarkable values, so that a test shows only the columns it is about. */
type Raw = Readonly<Record<string, string | null>>;

const common = { service: "internet", technology: "FTTH", network: "own", region: "12", customer_class: "residential" };

export function order(order_id: string, columns: Raw): Raw {
  return { ...common, order_id, order_type: "new_line", customer_requested_later: "0", ...columns };
}

/** An order registered on 1 March 2024 and completed so many days later. */
export function orderOf(days: number, columns: Raw = {}): Raw {
  const completedAt = new Date(Date.UTC(2024, 2, 1 + days)).toISOString().slice(0, 10);
  return order(`o${days}`, { registered_at: "2024-03-01T09:00", completed_at: `${completedAt}T17:30`, ...columns });
}

export function fault(fault_id: string, columns: Raw): Raw {
  return { ...common, fault_id, reported_by: "customer", cause: "network", ...columns };
}

/** The lines of the six months of 2024-S1. */
export function lines(counts: readonly number[], columns: Raw = {}): Raw[] {
  return counts.map((count, i) => ({ ...common, month: `2024-0${i + 1}`, lines: String(count), ...columns }));
}

export function call(call_id: string, columns: Raw): Raw {
  const usual = { number: "0775", purpose: "technical", kind: "customer_care", answered: "1" };
  return { call_id, ...usual, received_at: "2024-05-06T10:00", ivr_ms: "5000", wait_ms: "9000", ...columns };
}

export function tree(valid_from: string, millis: number, columns: Raw = {}): Raw {
  const paths = { operator_option_ms: String(millis), complaint_option_ms: String(millis) };
  return { number: "0775", purpose: "technical", valid_from, ...paths, ...columns };
}

export function invoices(count: number, columns: Raw = {}): Raw[] {
  return Array.from({ length: count }, (_, i) => ({
    invoice_id: `i${i}`,
    services: "internet+voice",
    region: "12",
    customer_class: "business",
    issued_on: "2024-02-29",
    document: "invoice",
    ...columns,
  }));
}

export function dispute(dispute_id: string, columns: Raw): Raw {
  const usual = { service: "voice", channel: "pec", traceable: "1", kind: "dispute", outcome: "open" };
  return { dispute_id, received_at: "2024-04-01", ...usual, ...columns };
}

/** The oracle on 2024-S1 with every service offered, unless told otherwise. */
export function ask(tables: OracleInput["tables"], input: Partial<OracleInput> = {}): OracleResult {
  return oracle({ year: 2024, half: 1, targets: [], services: ["internet", "voice", "dialup"], ...input, tables });
}

/** The oracle on the year 2024, of what was extracted after each of its halves. */
export function askYear(
  first: YearInput["first"],
  second: YearInput["second"],
  input: Partial<YearInput> = {},
): OracleResult {
  return yearOracle({ year: 2024, targets: [], services: ["internet", "voice", "dialup"], ...input, first, second });
}

/** A target at `act/indicator/measure` and a scope. */
export function target(name: string, scope: OracleFigure["scope"]): OracleInput["targets"][number] {
  const [act = "", indicator = "", measure = ""] = name.split("/");
  return { act, indicator, measure, scope };
}

/**
 * "cases value exact" of the one figure at `act/indicator/measure` and the scope; "none" where it is not printed. A name
 * may end in `/internet` or `/voice`.
 */
export function read(result: OracleResult, name: string, scope: OracleFigure["scope"] = {}): string {
  const found = result.figures.filter(
    ({ act, indicator, measure, service, ...figure }) =>
      `${act}/${indicator}/${measure}/${service}/`.startsWith(`${name}/`) &&
      JSON.stringify(figure.scope) === JSON.stringify(scope),
  );
  if (found.length > 1) throw new Error(`${name} is printed ${found.length} times at one scope.`);
  return found.map(({ cases, value, exact }) => `${cases} ${value} ${exact}`)[0] ?? result.fatal ?? "none";
}
