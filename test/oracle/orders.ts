import { romeDay } from "./clock.ts";
import type { Data, Indicator } from "./indicator.ts";
import { fraction, mean, type Outcome, percent, percentile } from "./outcome.ts";
import { holds, withRegions } from "./period.ts";
import { orderDays } from "./quantities.ts";
import { quantity, type Row, words } from "./rows.ts";
import { inScope, oneAtATime, type Scope } from "./scope.ts";

const firstActivations = ["new_line", "active_line_same_operator", "active_line_other_operator", "operator_change"];

/** Activation time of internet (131/06) and supply time of voice (254/04), in whole days. */
export function orderIndicators(data: Data): Indicator[] {
  const internet = counted(data, "internet").filter(({ row }) => words(row, "technology") !== "DIALUP");
  const voice = counted(data, "voice");
  return [
    {
      act: "131-06-csp",
      indicator: "activation-time",
      service: "internet",
      scopes: oneAtATime(rowsOf(internet), ["order_type", "technology", "network"]),
      measures: {
        p95: (scope) => percentile(daysOf(internet, scope), 95, 1n, 0),
        p99: (scope) => percentile(daysOf(internet, scope), 99, 1n, 0),
        mean: (scope) => mean(daysOf(internet, scope), 1n, 2),
        "within-contract": (scope) => withinContract(internet, scope),
        "within-agreed": (scope) => withinAgreed(internet, scope),
        cases: (scope) => count(daysOf(internet, scope).length),
      },
    },
    {
      act: "254-04-csp",
      indicator: "supply-time",
      service: "voice",
      scopes: oneAtATime(rowsOf(voice), withRegions(data.period, ["network"])),
      measures: {
        p95: (scope) => percentile(daysOf(voice, scope), 95, 1n, 0),
        p99: (scope) => percentile(daysOf(voice, scope), 99, 1n, 0),
        "within-agreed": (scope) => withinAgreed(voice, scope),
        "within-contract": (scope) => withinContract(voice, scope),
      },
    },
  ];
}

/** A counted order and its net days, computed once for all scopes. */
interface Order {
  readonly row: Row;
  readonly days: bigint;
}

function counted(data: Data, service: string): Order[] {
  return data
    .rows("activation_orders")
    .filter((row) => words(row, "service") === service)
    .filter((row) => holds(data.period, quantity(row, "completed_at")))
    .filter((row) => quantity(row, "cancelled_at") === null)
    .filter((row) => firstActivations.includes(words(row, "order_type") ?? ""))
    .map((row) => ({ row, days: orderDays(row, data.suspensions) ?? 0n }));
}

/** The orders behind times: those where the customer asked for a later date say nothing of the operator's speed. */
function timed(orders: readonly Order[], scope: Scope): Order[] {
  return orders.filter(({ row }) => inScope(row, scope) && words(row, "customer_requested_later") === "0");
}

function daysOf(orders: readonly Order[], scope: Scope): bigint[] {
  return timed(orders, scope).map(({ days }) => days);
}

function withinContract(orders: readonly Order[], scope: Scope): Outcome {
  return shareInTime(
    timed(orders, scope).flatMap(({ row, days }) => {
      const limit = quantity(row, "contract_days");
      return limit === null ? [] : [limit - days];
    }),
  );
}

function withinAgreed(orders: readonly Order[], scope: Scope): Outcome {
  return shareInTime(
    orders.flatMap(({ row }) => {
      const [agreedOn, completedAt] = [quantity(row, "agreed_on"), quantity(row, "completed_at")];
      if (!inScope(row, scope) || agreedOn === null || completedAt === null) return [];
      return [agreedOn - romeDay(completedAt)];
    }),
  );
}

function shareInTime(slacks: readonly bigint[]): Outcome {
  return percent(slacks.filter((slack) => slack >= 0n).length, slacks.length);
}

function rowsOf(orders: readonly Order[]): Row[] {
  return orders.map(({ row }) => row);
}

function count(cases: number): Outcome {
  return fraction(BigInt(cases), 1n, 0, cases);
}
