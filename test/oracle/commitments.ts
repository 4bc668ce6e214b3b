import { secondMicros } from "./clock.ts";
import { complaintsWithin, requestsTakenCharge } from "./commitment-terms.ts";
import type { Data, Indicator } from "./indicator.ts";
import { fraction, mean, percent, percentile, total } from "./outcome.ts";
import { holds, mergeWithin, overlaps } from "./period.ts";
import { lengthMicros, orderDays } from "./quantities.ts";
import { quantity, type Row, words } from "./rows.ts";
import { inScope, oneAtATime, type Scope } from "./scope.ts";
import type { OwnCalendar } from "./working-days.ts";

export interface Term {
  readonly amount: number;
  readonly unit: "hours" | "days" | "business-days";
  /** "Inferiore a" is `<`. */
  readonly printed: "<" | "<=";
}

export interface UrgencyClass {
  readonly urgency: string;
  readonly term?: Term;
  /** What a request must be for the class to take it. */
  readonly channel?: string;
  readonly underContract?: true;
}

/** What an operator's own charter promises beyond the acts: what is not here is not promised. */
export interface Commitments {
  /** Services whose continuity is promised, and what the promise leaves out. */
  readonly continuity?: {
    readonly services: readonly ("internet" | "voice")[];
    readonly planned: boolean;
    readonly causes: readonly string[];
  };
  readonly backbone?: boolean;
  readonly takeCharge?: readonly UrgencyClass[];
  readonly complaints?: Readonly<
    Partial<Record<"complaint-taken-charge" | "complaint-outcome" | "complaint-answer", Term>>
  >;
  readonly priorityActivation?: readonly ("internet" | "voice")[];
  readonly calendar?: OwnCalendar;
}

const act = "operator";

export function commitmentIndicators(data: Data, commitments: Commitments): Indicator[] {
  const { continuity, backbone, takeCharge, complaints = {}, priorityActivation = [], calendar } = commitments;
  return [
    ...(continuity === undefined ? [] : continuity.services.map((service) => continuityOf(data, service, continuity))),
    ...(backbone ? backboneIndicators(data) : []),
    ...(takeCharge ? [requestsTakenCharge(data, takeCharge, calendar)] : []),
    ...Object.entries(complaints).map(([indicator, term]) => complaintsWithin(data, indicator, term, calendar)),
    ...priorityActivation.map((service) => priorityOf(data, service)),
  ];
}

/** The period's seconds outside of every interruption that the promise does not leave out. */
function continuityOf(
  data: Data,
  service: "internet" | "voice",
  { planned, causes }: NonNullable<Commitments["continuity"]>,
): Indicator {
  const { period } = data;
  const outages = data
    .rows("service_outages")
    .filter((row) => words(row, "service") === service)
    .filter((row) => !(planned && words(row, "planned") === "1") && !causes.includes(words(row, "cause") ?? ""))
    .map((row) => ({ start: quantity(row, "started_at") ?? period.end, end: quantity(row, "ended_at") }))
    .filter(({ start, end }) => overlaps(period, start, end));
  const down = lengthMicros(mergeWithin(period, outages)) / secondMicros;
  const ratio = () => fraction(100n * (period.seconds - down), period.seconds, 2, outages.length);
  return { act, indicator: "continuity", service, scopes: [{}], measures: { ratio } };
}

function backboneIndicators(data: Data): Indicator[] {
  const tests = data.rows("backbone_tests").filter((row) => holds(data.period, quantity(row, "tested_at")));
  const scopes = oneAtATime(tests, ["point"]);
  const column = (name: string, scope: Scope) =>
    tests.filter((row) => inScope(row, scope)).map((row) => quantity(row, name) ?? 0n);
  const delays = (scope: Scope) => column("delay_us", scope);
  return [
    {
      ...{ act, indicator: "backbone-delay", service: null, scopes },
      measures: {
        p99: (scope) => percentile(delays(scope), 99, 1000n, 2),
        p95: (scope) => percentile(delays(scope), 95, 1000n, 2),
        mean: (scope) => mean(delays(scope), 1000n, 2),
      },
    },
    {
      ...{ act, indicator: "backbone-loss", service: null, scopes },
      measures: {
        ratio: (scope) => {
          const sent = column("packets_sent", scope);
          return percent(total(column("packets_lost", scope)), total(sent), sent.length);
        },
      },
    },
  ];
}

const firstActivations = ["new_line", "active_line_same_operator", "active_line_other_operator", "operator_change"];

/** The orders of those who come first beside the others; of whom nothing is known is one of the others. */
function priorityOf(data: Data, service: "internet" | "voice"): Indicator {
  const orders = data
    .rows("activation_orders")
    .filter((row) => words(row, "service") === service && holds(data.period, quantity(row, "completed_at")))
    .filter((row) => quantity(row, "cancelled_at") === null)
    .filter((row) => firstActivations.includes(words(row, "order_type") ?? ""))
    .map((row): Row => ({ ...row, priority: words(row, "priority") ?? "0" }));
  const days = (scope: Scope) =>
    orders
      .filter((row) => inScope(row, scope) && words(row, "customer_requested_later") === "0")
      .map((row) => orderDays(row, data.suspensions) ?? 0n);
  return {
    ...{ act, indicator: "priority-activation", service, scopes: oneAtATime(orders, ["priority"]) },
    measures: {
      p95: (scope) => percentile(days(scope), 95, 1n, 0),
      mean: (scope) => mean(days(scope), 1n, 2),
    },
  };
}
