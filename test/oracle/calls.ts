import { secondMicros } from "./clock.ts";
import type { Data, Indicator } from "./indicator.ts";
import { fraction, mean, type Outcome, percent, total } from "./outcome.ts";
import { earlier, holds, later } from "./period.ts";
import { quantity, type Row, words } from "./rows.ts";
import { inScope, limitMillis, type Scope, scopesOf } from "./scope.ts";

/** Answers, navigation and first-call resolution under 131/06, 254/04, 79/09 and 255/24; times in seconds. */
export function callIndicators(data: Data): Indicator[] {
  const care = chose(data, "customer_care");
  const operator = chose(data, "operator_service");
  const trees = data.rows("ivr_trees").filter((row) => serviceMicros(data, row) > 0n);
  const pairs: Scope[] = [{}, ...scopesOf([...care, ...trees], ["number", "purpose"])];
  const toHuman = (scope: Scope) => navigation(data, trees, "operator_option_ms", scope);
  const callCentre = { act: "79-09-csp", service: null, scopes: pairs };
  return [
    {
      act: "131-06-csp",
      indicator: "call-answer",
      service: "internet",
      scopes: [{}],
      measures: {
        navigation: toHuman,
        "agent-mean": (scope) => mean(waits(care, scope, ["wait_ms"]), 1000n, 2),
        "total-mean": (scope) => mean(waits(care, scope, ["ivr_ms", "wait_ms"]), 1000n, 2),
        "within-limit": (scope) => withinLimit(care, scope),
      },
    },
    {
      act: "254-04-csp",
      indicator: "operator-services-answer",
      service: "voice",
      scopes: [{}],
      measures: {
        mean: (scope) => mean(waits(operator, scope, ["wait_ms"]), 1000n, 2),
        "within-limit": (scope) => withinLimit(operator, scope),
      },
    },
    {
      act: "254-04-csp",
      indicator: "customer-care-answer",
      service: "voice",
      scopes: [{}],
      measures: {
        navigation: toHuman,
        "agent-mean": (scope) => mean(waits(care, scope, ["wait_ms"]), 1000n, 2),
        "within-limit": (scope) => withinLimit(care, scope),
      },
    },
    {
      ...callCentre,
      indicator: "ivr-navigation",
      measures: { "weighted-mean": (scope) => navigation(data, trees, "complaint_option_ms", scope) },
    },
    {
      ...callCentre,
      indicator: "agent-answer",
      measures: {
        mean: (scope) => mean(waits(care, scope, ["wait_ms"]), 1000n, 2),
        "within-limit": (scope) => withinLimit(care, scope),
        abandoned: (scope) => share(within(care, scope), (row) => words(row, "answered") === "0"),
      },
    },
    {
      ...callCentre,
      indicator: "first-call-resolution",
      measures: {
        ratio: (scope) => share(within(closedComplaints(data), scope), (row) => quantity(row, "further_calls") === 0n),
      },
    },
    {
      act: "255-24-cons",
      indicator: "agent-answer",
      service: null,
      scopes: pairs,
      measures: {
        mean: (scope) => mean(waits(care, scope, ["wait_ms"]), 1000n, 2),
        "mean-with-ivr": (scope) => mean(waits(care, scope, ["ivr_ms", "wait_ms"]), 1000n, 2),
        "within-limit": (scope) => withinLimit(care, scope, "entro"),
      },
    },
  ];
}

/** The calls of a kind that chose the agent in opening hours, abandoned ones included. */
function chose(data: Data, kind: string): Row[] {
  return data
    .rows("contact_calls")
    .filter((row) => words(row, "kind") === kind && holds(data.period, quantity(row, "received_at")))
    .filter((row) => words(row, "agent_available") !== "0" && quantity(row, "wait_ms") !== null);
}

function closedComplaints(data: Data): Row[] {
  return data
    .rows("phone_complaints")
    .filter((row) => holds(data.period, quantity(row, "received_at")) && quantity(row, "closed_at") !== null);
}

function within(rows: readonly Row[], scope: Scope): Row[] {
  return rows.filter((row) => inScope(row, scope));
}

/** Of each answered call, the sum of its stretches in milliseconds; a stretch that was not logged is 0. */
function waits(rows: readonly Row[], scope: Scope, stretches: readonly string[]): bigint[] {
  return within(rows, scope)
    .filter((row) => words(row, "answered") === "1")
    .map((row) => total(stretches.map((column) => quantity(row, column) ?? 0n)));
}

function share(rows: readonly Row[], test: (row: Row) => boolean): Outcome {
  return percent(rows.filter(test).length, rows.length);
}

/** Whether a wait of the limit itself passes: 255/24 says "entro", the three older acts "inferiore a". */
function withinLimit(rows: readonly Row[], scope: Scope, wording: "inferiore a" | "entro" = "inferiore a"): Outcome {
  const limit = limitMillis(scope) + (wording === "entro" ? 1n : 0n);
  return share(within(rows, scope), (row) => {
    const wait = quantity(row, "wait_ms");
    return words(row, "answered") === "1" && wait !== null && wait < limit;
  });
}

/** How long a tree is in service within the period. */
function serviceMicros({ period }: Data, tree: Row): bigint {
  const [from, to] = [quantity(tree, "valid_from") ?? period.end, quantity(tree, "valid_to") ?? period.end];
  return earlier(to, period.end) - later(from, period.start);
}

/** Mean of the trees' paths weighted by their whole seconds in service within the period. */
function navigation(data: Data, trees: readonly Row[], path: string, scope: Scope): Outcome {
  const weighted = within(trees, scope).map((tree) => ({
    millis: quantity(tree, path) ?? 0n,
    seconds: serviceMicros(data, tree) / secondMicros,
  }));
  const sum = total(weighted.map(({ millis, seconds }) => millis * seconds));
  return fraction(sum, 1000n * total(weighted.map(({ seconds }) => seconds)), 2, weighted.length);
}
