/**
 * What the queries of the Authority's populations give, by name: facts that a measure may rest on, and ids under which rows
 * are left out. Written down here so that an act can be held against it without an engine; a test holds it against the
 * queries.
 */
import type { Population } from "./act.ts";

export interface PopulationNames {
  readonly facts: readonly string[];
  readonly exclusions: readonly string[];
}

const faultExclusions = [
  "dialup",
  "reported-by-operator",
  "ancillary",
  "customer-side",
  "no-fault",
  "administrative",
  "duplicate-report",
  "third-party",
  "not-normal",
];
const received = ["not-dispute", "not-traceable", "not-invoice"];

export const populationNames: Readonly<Partial<Record<Population, PopulationNames>>> = {
  "activation-orders": {
    facts: ["days", "contract-slack", "agreed-slack"],
    exclusions: ["cancelled", "not-first-activation", "dialup", "later-date"],
  },
  "reported-faults": { facts: ["faults", "mean-lines"], exclusions: faultExclusions },
  "restored-faults": { facts: ["seconds", "contract-slack"], exclusions: faultExclusions },
  calls: {
    // The last two are those of the IVR trees, where the act measures them beside the calls.
    facts: ["wait", "total", "chosen", "abandoned", "path", "trees"],
    exclusions: ["out-of-hours", "no-agent-chosen", "abandoned"],
  },
  "ivr-trees": { facts: ["path", "trees"], exclusions: [] },
  "phone-complaints": { facts: ["further-calls"], exclusions: ["not-closed"] },
  disputes: { facts: ["disputes", "invoices"], exclusions: received },
  "disputed-invoices": { facts: ["disputed-invoices", "invoices"], exclusions: received },
  "credited-invoices": {
    facts: ["credited-invoices", "invoices"],
    exclusions: ["not-dispute", "not-upheld", "not-invoice"],
  },
  "dialup-outages": { facts: ["outages", "outage-seconds", "period-seconds"], exclusions: [] },
  "throughput-tests": { facts: ["speed", "tests", "failed"], exclusions: ["failed"] },
  "delay-tests": { facts: ["delay"], exclusions: [] },
  "packet-tests": { facts: ["sent", "lost", "tests"], exclusions: [] },
  "answered-complaints": { facts: ["days", "term-slack"], exclusions: [] },
};
