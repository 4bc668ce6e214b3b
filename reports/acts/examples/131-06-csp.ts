import { disputedChargesExample } from "./billing.ts";
import { answerExample, navigationExample } from "./calls.ts";
import type { Example } from "./example.ts";
import { faultRateExamples, repairExamples } from "./faults.ts";
import { orderExamples } from "./orders.ts";

const broadband = { service: "internet", withoutDialup: true } as const;

export const examples131: readonly Example[] = [
  ...orderExamples({
    ...broadband,
    indicator: "activation-time",
    clock: "registered_at",
    measures: ["p95", "p99", "mean", "within-contract", "within-agreed", "cases"],
  }),
  ...faultRateExamples(broadband),
  ...repairExamples(broadband),
  navigationExample({ indicator: "call-answer", measure: "navigation" }, "operator_option_ms"),
  answerExample({ indicator: "call-answer", mean: "agent-mean", total: "total-mean", limit: "under" }),
  disputedChargesExample("internet"),
];
