import { describe, expect, test } from "vitest";
import { ask, call, read, target, tree } from "./sample-rows.ts";

describe("calls", () => {
  const contact_calls = [
    call("a", { ivr_ms: "5000", wait_ms: "9999" }),
    call("b", { ivr_ms: null, wait_ms: "10000" }),
    call("c", { answered: "0", wait_ms: "3000", agent_available: "1" }),
    call("d", { agent_available: "0" }),
    call("e", { wait_ms: "" }),
    call("f", { kind: "operator_service", wait_ms: "7001", number: "12" }),
    call("g", { number: "800", answered: "0" }),
  ];
  const complaint = { number: "0775", purpose: "technical", received_at: "2024-06-30T23:59:59.999999" };
  const phone_complaints = [
    { ...complaint, complaint_id: "1", closed_at: "2025-01-01", further_calls: "0" },
    { ...complaint, complaint_id: "2", closed_at: "2024-07-01", further_calls: "1" },
    { ...complaint, complaint_id: "3", further_calls: "0" },
    { ...complaint, complaint_id: "4", closed_at: "2024-07-01", further_calls: "0", number: "unknown" },
  ];
  const ivr_trees = [tree("2023-01-01", 30_000, { operator_option_ms: "20500", number: "900", valid_to: null })];
  const limit = "79-09-csp/agent-answer/within-limit";
  const within = "255-24-cons/agent-answer/within-limit";
  const targets = [limit, within].flatMap((name) => [target(name, { limit: 10 }), target(name, { limit: 20 })]);
  const acts = ["131-06-csp", "254-04-csp", "79-09-csp", "255-24-cons"];
  const result = ask({ contact_calls, phone_complaints, ivr_trees }, { targets, acts });
  const pair = { number: "0775", purpose: "technical" };

  test.each([
    // (9.999 + 10) / 2 = 9.9995, half up 10.00
    ["131-06-csp/call-answer/agent-mean", {}, "2 10.00 19999/2000"],
    // (14.999 + 10) / 2 = 12.4995
    ["131-06-csp/call-answer/total-mean", {}, "2 12.50 24999/2000"],
    ["131-06-csp/call-answer/within-limit", {}, "4 50.00 50"],
    ["131-06-csp/call-answer/navigation", {}, "1 20.50 41/2"],
    ["254-04-csp/operator-services-answer/mean", {}, "1 7.00 7001/1000"],
    ["79-09-csp/ivr-navigation/weighted-mean", {}, "1 30.00 30"],
    ["79-09-csp/ivr-navigation/weighted-mean", pair, "0 null null"],
    [limit, { limit: 10 }, "4 25.00 25"],
    // the wait of 10 s itself is "entro 10 secondi"
    [within, { limit: 10 }, "4 50.00 50"],
    ["255-24-cons/agent-answer/mean", {}, "2 10.00 19999/2000"],
    ["255-24-cons/agent-answer/mean-with-ivr", {}, "2 12.50 24999/2000"],
    ["255-24-cons/agent-answer/within-limit", pair, "3 66.67 200/3"],
    ["255-24-cons/agent-answer/mean", { ...pair, number: "900" }, "0 null null"],
    ["255-24-cons/agent-answer/abandoned", {}, "none"],
    [limit, pair, "3 66.67 200/3"],
    ["79-09-csp/agent-answer/abandoned", { ...pair, number: "800" }, "1 100.00 100"],
    ["79-09-csp/agent-answer/mean", { ...pair, number: "800" }, "0 null null"],
    ["79-09-csp/agent-answer/mean", { ...pair, number: "12" }, "none"],
    ["79-09-csp/first-call-resolution/ratio", {}, "3 66.67 200/3"],
    ["79-09-csp/first-call-resolution/ratio", pair, "2 50.00 50"],
    ["79-09-csp/first-call-resolution/ratio", { ...pair, number: "900" }, "0 null null"],
    ["79-09-csp/first-call-resolution/ratio", { ...pair, number: "unknown" }, "none"],
  ])("%s at %o", (name, scope, expected) => expect(read(result, name, scope)).toBe(expected));
});
