import { describe, expect, test } from "vitest";
import { countsOf, operator } from "./operator.ts";

describe("Cielo publishes 27 targets, and promises three terms for complaints", async () => {
  const { profile } = await operator("cielo");
  const own = profile.targets.filter(({ act }) => act === "operator");

  test("24 that acts of the Authority measure, and 3 + 3 of its own: nothing is left unmeasured", () => {
    expect(profile.targets.length - own.length).toBe(24);
    expect(own.map(({ id }) => id)).toEqual(["3.2.1", "3.2.2.a", "3.2.2.b", "2.8-taken-charge", "2.8-outcome", "1.3"]);
    expect([...profile.commitments, ...profile.measured]).toEqual([]);
  });

  test("by act and measure", () => {
    expect(countsOf(profile.targets)).toEqual({
      "131-06-csp activation-time mean": 2,
      "131-06-csp fault-rate ratio": 1,
      "131-06-csp repair-time mean": 1,
      "131-06-csp call-answer navigation": 1,
      "131-06-csp call-answer agent-mean": 1,
      "131-06-csp call-answer total-mean": 1,
      "131-06-csp disputed-charges ratio": 1,
      "244-08-csp dialup-unavailability ratio": 1,
      "254-04-csp supply-time p95": 1,
      "254-04-csp supply-time p99": 1,
      "254-04-csp supply-time within-contract": 1,
      "254-04-csp fault-rate ratio": 1,
      "254-04-csp repair-time p80": 1,
      "254-04-csp repair-time p95": 1,
      "254-04-csp repair-time within-contract": 1,
      "254-04-csp operator-services-answer mean": 1,
      "254-04-csp operator-services-answer within-limit": 1,
      "254-04-csp disputed-invoices ratio": 1,
      "254-04-csp billing-accuracy ratio": 1,
      "79-09-csp ivr-navigation weighted-mean": 1,
      "79-09-csp agent-answer mean": 1,
      "79-09-csp agent-answer within-limit": 1,
      "79-09-csp first-call-resolution ratio": 1,
      "operator continuity ratio": 1,
      "operator backbone-delay p99": 1,
      "operator backbone-loss ratio": 1,
      "operator complaint-taken-charge within-term": 1,
      "operator complaint-outcome within-term": 1,
      "operator complaint-answer within-term": 1,
    });
  });

  test("twelve of them, and two of its own, print «inferiore»", () => {
    expect(profile.targets.filter((target) => target.printed === "<").map(({ id }) => id)).toEqual([
      "3.2.4",
      "3.2.5",
      "3.2.6-navigation",
      "3.2.6-agent-mean",
      "3.2.6-total-mean",
      "3.2.7",
      "3.2.8",
      "3.3.2",
      "3.3.5",
      "3.3.6",
      "3.4.1",
      "3.4.3",
      "3.2.2.a",
      "3.2.2.b",
    ]);
  });

  test("scopes are narrowed where the words narrow them, and nowhere else", () => {
    const narrowed = profile.targets.filter(({ scope }) => Object.keys(scope).length > 0);
    expect(Object.fromEntries(narrowed.map(({ id, scope }) => [id, scope]))).toEqual({
      "3.2.3-xdsl": { technology: ["ADSL", "VDSL"] },
      "3.2.3-wireless": { technology: "WIRELESS" },
      "3.2.4": { technology: ["ADSL", "VDSL", "WIRELESS"], responsibility: "own" },
      "3.2.5": { technology: ["ADSL", "VDSL", "WIRELESS"], responsibility: "own" },
      "3.3.2": { network: "own" },
      "3.3.4-within-10-s": { limit: 10 },
      "3.4.2-within-10-s": { limit: 10 },
    });
  });

  test("the section stands before the id's own part", () => {
    for (const { id, section } of profile.targets) expect(id.startsWith(section)).toBe(true);
  });
});
