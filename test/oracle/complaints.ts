import { dayNumber, romeDay } from "./clock.ts";
import type { Data, Indicator } from "./indicator.ts";
import { nothing, type Outcome, percent, percentile } from "./outcome.ts";
import { holds } from "./period.ts";
import { quantity } from "./rows.ts";
import { dimensionsOf, type Scope } from "./scope.ts";

/** The first day on which a complaint is to be answered in 30 days instead of 45. */
const shorterFrom = dayNumber(2025, 8, 8);

/** How long complaints of every channel waited for their answer, under 255/24: complaints answered in the period. */
export function complaintIndicators(data: Data): Indicator[] {
  const answers = data.rows("complaints").flatMap((row) => {
    const [receivedAt, answeredAt] = [quantity(row, "received_at"), quantity(row, "answered_at")];
    if (receivedAt === null || answeredAt === null || !holds(data.period, answeredAt)) return [];
    const received = romeDay(receivedAt);
    return [{ days: romeDay(answeredAt) - received, term: received < shorterFrom ? 45n : 30n }];
  });
  // Complaints have no telephone number and no purpose: there is nothing of them in a narrower scope.
  const whole = (scope: Scope, outcome: () => Outcome) => (dimensionsOf(scope).length > 0 ? nothing() : outcome());
  return [
    {
      act: "255-24-cons",
      indicator: "complaint-answer",
      service: null,
      scopes: [{}],
      measures: {
        "within-term": (scope) =>
          whole(scope, () => percent(answers.filter(({ days, term }) => days <= term).length, answers.length)),
        p95: (scope) =>
          whole(scope, () =>
            percentile(
              answers.map(({ days }) => days),
              95,
              1n,
              0,
            ),
          ),
      },
    },
  ];
}
