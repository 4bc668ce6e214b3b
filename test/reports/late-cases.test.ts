/** What a single case is held against, and which cases are late by it: the bound is the first late value, or the first in time. */
import { expect, test } from "vitest";
import { act79 } from "../../reports/acts/79-09-csp.ts";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act255 } from "../../reports/acts/255-24-cons.ts";
import { takeCharge } from "../../reports/acts/operator-requests.ts";
import { latenessOf } from "../../reports/late-cases.ts";
import type { Comparator, Figure } from "../../reports/report-model.ts";

const requests = {
  ...takeCharge(
    [{ urgency: "P1", term: { amount: 1, unit: "hours", printed: "<=" } }, { urgency: "P7" }],
    undefined,
    "§",
  ),
  ordinal: 1,
};
const indicators = [
  ...act131.indicators,
  ...act79.indicators.filter(({ id }) => id === "agent-answer"),
  ...act255.indicators.filter(({ id }) => id === "complaint-answer"),
  requests,
];

function lateness(name: string, figure: Partial<Figure>) {
  const [indicatorId, measureId] = name.split(" ");
  const indicator = indicators.find(({ id }) => id === indicatorId);
  const measure = indicator?.measures.find(({ id }) => id === measureId);
  if (indicator === undefined || measure === undefined) throw new Error(`there is no ${name}`);
  return latenessOf(indicator, measure, { scope: {}, ...figure } as Figure);
}

const target = (value: string, comparator: Comparator) => ({ target: value, comparator });

test.each<readonly [string, Partial<Figure>, string]>([
  // A share has a limit of its own, whatever its target.
  ["agent-answer within-limit", {}, "wait >= 20000 or none, by the limit"],
  ["agent-answer within-limit", { scope: { limit: 10 }, ...target("50", ">=") }, "wait >= 10000 or none, by the limit"],
  ["complaint-answer within-term", {}, "term-slack < 0, by the term"],
  ["take-charge within-term", {}, "term-slack < 0 or none, by the term"],
  // Days of 10 are in time where 10 is promised, and late where less than 10 is.
  ["activation-time p95", target("10", "<="), "days >= 11, by the target"],
  ["activation-time p95", target("10", "<"), "days >= 10, by the target"],
  ["activation-time mean", target("10.5", "<="), "days >= 11, by the target"],
  ["activation-time mean", target("10.5", "<"), "days >= 11, by the target"],
  // A third of an hour is 1200 seconds.
  ["repair-time mean", target("1/3", "<="), "seconds >= 1201, by the target"],
  ["repair-time mean", target("1/3", "<"), "seconds >= 1200, by the target"],
  // Without a target the contract's term, where there is one.
  ["activation-time p95", {}, "contract-slack < 0, by the term"],
])("%s %o: %s", (name, figure, expected) => {
  const late = lateness(name, figure);
  expect(
    late && `${late.fact} ${late.beyond} ${late.bound}${late.withoutValue ? " or none" : ""}, by the ${late.against}`,
  ).toBe(expected);
});

test.each(["agent-answer mean", "fault-rate ratio"])("%s: no single case can be late", (name) => {
  expect(lateness(name, {})).toBeUndefined();
});

// An abandoned call is one of the share and none of the mean; a request of a class without a term is late by none.
test.each<readonly [string, Partial<Figure>, readonly string[]]>([
  ["agent-answer within-limit", {}, []],
  ["agent-answer mean", target("20", "<="), ["abandoned"]],
  ["take-charge within-term", {}, ["term-running", "no-term", "no-term-not-taken"]],
])("%s: what is left out of the measure is no case of it", (name, figure, leftOut) => {
  expect(lateness(name, figure)?.leftOut).toEqual(leftOut);
});
