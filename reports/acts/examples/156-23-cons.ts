import { delayExample, packetLossExample, throughputExamples } from "./244-08-csp.ts";
import { billingAccuracyExample, disputedChargesExample } from "./billing.ts";
import type { Example } from "./example.ts";
import { faultRateExamples, repairExamples } from "./faults.ts";
import { type OrderIndicator, orderExamples } from "./orders.ts";

const internet = { service: "internet", withoutDialup: true } as const;
const voice = { service: "voice", withoutDialup: false } as const;

/** Each indicator measures as the older act did, whose examples go through every edge: here stands the first of each. */
export const examples156: readonly Example[] = [
  ...supply({
    ...internet,
    indicator: "supply-time",
    clock: "registered_at",
    measures: ["p95", "p99", "mean", "within-contract", "within-agreed", "cases"],
  }),
  ...supply({
    ...voice,
    indicator: "supply-time",
    clock: "ordered_at",
    measures: ["p95", "p99", "within-agreed", "within-contract"],
  }),
  ...faultRateExamples(internet).slice(0, 1),
  ...faultRateExamples(voice).slice(0, 1),
  ...repairExamples(internet).slice(0, 1),
  ...repairExamples(voice).slice(0, 1),
  disputedChargesExample("internet"),
  disputedChargesExample("voice"),
  billingAccuracyExample("internet"),
  billingAccuracyExample("voice"),
  ...throughputExamples,
  delayExample,
  packetLossExample,
];

function supply(of: OrderIndicator): readonly Example[] {
  return orderExamples(of).slice(0, 1);
}
