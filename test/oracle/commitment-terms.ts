import { romeDay, secondMicros } from "./clock.ts";
import type { Term, UrgencyClass } from "./commitments.ts";
import type { Data, Indicator } from "./indicator.ts";
import { fraction, nothing, type Outcome, percent, percentile } from "./outcome.ts";
import { halfYear, holds, type Period } from "./period.ts";
import { quantity, type Row, words } from "./rows.ts";
import { dimensionsOf, inScope, type Scope, scopesOf } from "./scope.ts";
import { lastDayOf, type OwnCalendar } from "./working-days.ts";

const act = "operator";
const hourMicros = 3600n * secondMicros;

/** Whether what arrived was done in time. Hours run round the clock to the second; days are whole ones in Rome. */
export function inTime(from: bigint, to: bigint, term: Term, calendar: OwnCalendar | undefined): boolean {
  const { amount, unit, printed } = term;
  const strict = printed === "<" ? 1n : 0n;
  if (unit === "hours") return (to - from) / secondMicros <= (BigInt(amount) * hourMicros) / secondMicros - strict;
  const [arrived, done] = [romeDay(from), romeDay(to)];
  if (unit === "days") return done - arrived <= BigInt(amount) - strict;
  if (calendar === undefined) throw new RangeError("A term in days of work needs a calendar.");
  return done <= lastDayOf(arrived, amount - Number(strict), calendar);
}

/**
 * Whether nobody could yet say that what began then is late: taken in charge as the half-year of its beginning ended, it would
 * still have been in time.
 */
function runsOn(from: bigint, { months }: Period, term: Term, calendar: OwnCalendar | undefined): boolean {
  const year = Number((months[0] ?? "").slice(0, 4));
  const half = [halfYear(year, 1), halfYear(year, 2)].find((one) => holds(one, from));
  return half !== undefined && inTime(from, half.end, term, calendar);
}

/**
 * Requests that customers made in the period, whenever they were taken in charge; one that never was is late, but for one
 * that is open while its term runs on beyond the half-year.
 */
export function requestsTakenCharge(
  data: Data,
  classes: readonly UrgencyClass[],
  calendar: OwnCalendar | undefined,
): Indicator {
  const classOf = (row: Row) => classes.find(({ urgency }) => urgency === words(row, "urgency"));
  const requests = data
    .rows("fault_reports")
    .filter((row) => holds(data.period, quantity(row, "reported_at")))
    .filter((row) => words(row, "reported_by") === "customer" && words(row, "cause") !== "duplicate")
    .filter((row) => {
      const of = classOf(row);
      if (of === undefined) return false;
      if (of.channel !== undefined && words(row, "channel") !== of.channel) return false;
      return of.underContract === undefined || words(row, "under_contract") === "1";
    });
  const within = (scope: Scope) => requests.filter((row) => inScope(row, scope));
  const taken = (row: Row) => quantity(row, "taken_charge_at");
  const from = (row: Row) => quantity(row, "reported_at") ?? 0n;
  return {
    act,
    indicator: "take-charge",
    service: null,
    scopes: scopesOf(requests, ["urgency"]),
    measures: {
      "within-term": (scope) => {
        const owed = within(scope).filter((row) => {
          const term = classOf(row)?.term;
          const isOpen = taken(row) === null && quantity(row, "restored_at") === null;
          return term !== undefined && !(isOpen && runsOn(from(row), data.period, term, calendar));
        });
        const good = owed.filter((row) => {
          const [to, term] = [taken(row), classOf(row)?.term];
          return to !== null && term !== undefined && inTime(from(row), to, term, calendar);
        });
        return percent(good.length, owed.length);
      },
      p95: (scope) => {
        const seconds = within(scope).flatMap((row) => {
          const to = taken(row);
          return to === null ? [] : [(to - from(row)) / secondMicros];
        });
        return percentile(seconds, 95, 3600n, 2);
      },
      cases: (scope) => {
        const { length } = within(scope);
        return fraction(BigInt(length), 1n, 0, length);
      },
    },
  };
}

/**
 * Complaints taken in charge in time, of those received in the period: one that nobody took in charge is late, but for one
 * that is open while its term runs on beyond the half-year. Or answered in time, of those answered in the period.
 */
export function complaintsWithin(
  data: Data,
  indicator: string,
  term: Term,
  calendar: OwnCalendar | undefined,
): Indicator {
  const [governing, ending] =
    indicator === "complaint-taken-charge" ? ["received_at", "taken_charge_at"] : ["answered_at", "answered_at"];
  const complaints = data.rows("complaints").filter((row) => holds(data.period, quantity(row, governing as string)));
  const share = (scope: Scope): Outcome => {
    if (dimensionsOf(scope).length > 0) return nothing();
    const due = complaints.filter((row) => {
      const isOpen = quantity(row, ending as string) === null && quantity(row, "answered_at") === null;
      return !(isOpen && runsOn(quantity(row, "received_at") ?? 0n, data.period, term, calendar));
    });
    const good = due.filter((row) => {
      const [from, to] = [quantity(row, "received_at"), quantity(row, ending as string)];
      return from !== null && to !== null && inTime(from, to, term, calendar);
    });
    return percent(good.length, due.length);
  };
  return { act, indicator, service: null, scopes: [{}], measures: { "within-term": share } };
}
