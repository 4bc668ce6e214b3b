import { billingAccuracyExample, disputedInvoicesExample } from "./billing.ts";
import { answerExample, navigationExample } from "./calls.ts";
import type { Example } from "./example.ts";
import { faultRateExamples, repairExamples } from "./faults.ts";
import { orderExamples } from "./orders.ts";

const voice = { service: "voice", withoutDialup: false } as const;

export const examples254: readonly Example[] = [
  ...orderExamples({
    ...voice,
    indicator: "supply-time",
    clock: "ordered_at",
    measures: ["p95", "p99", "within-agreed", "within-contract"],
  }),
  ...faultRateExamples(voice),
  ...repairExamples(voice),
  answerExample({ indicator: "operator-services-answer", kind: "operator_service", mean: "mean", limit: "under" }),
  navigationExample({ indicator: "customer-care-answer", measure: "navigation" }, "operator_option_ms"),
  answerExample({ indicator: "customer-care-answer", mean: "agent-mean", limit: "under" }),
  disputedInvoicesExample("voice"),
  billingAccuracyExample("voice"),
];
