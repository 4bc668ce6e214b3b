/** How an operator's customers turn to it, and what comes of it: the common ways, where its preset names no other. */
import type { Weighted } from "./random.ts";

export interface SampleWays {
  readonly faultChannels: Weighted<string | null>;
  readonly urgencies: Weighted<string | null>;
  /** What a report turns out to be that is no fault of the network. */
  readonly noFault: Weighted<string>;
  readonly ordinaryFaults: Weighted<string>;
  readonly disputeKinds: Weighted<string>;
  /** How disputes come that come neither by telephone nor by letter. */
  readonly disputeChannels: Weighted<string>;
  readonly complaintKinds: Weighted<string>;
  readonly complaintChannels: Weighted<string>;
}

export const commonWays: SampleWays = {
  faultChannels: [
    ["phone", 700],
    ["email", 150],
    ["web", 100],
    [null, 50],
  ],
  urgencies: [
    ["P1", 40],
    ["P2", 160],
    ["P3", 500],
    ["P4", 200],
    [null, 100],
  ],
  noFault: [
    ["customer_equipment", 400],
    ["none_found", 250],
    ["information", 150],
    ["customer_premises", 100],
    ["administrative_suspension", 50],
    ["duplicate", 50],
  ],
  ordinaryFaults: [
    ["network", 720],
    ["operator_equipment", 280],
  ],
  disputeKinds: [
    ["dispute", 760],
    ["query", 140],
    ["fraud_claim", 40],
    ["unrequested_service", 60],
  ],
  disputeChannels: [
    ["pec", 330],
    ["email", 330],
    ["web", 240],
    ["fax", 40],
    ["counter", 60],
  ],
  complaintKinds: [
    ["billing", 350],
    ["fault", 350],
    ["activation", 200],
    ["contract", 100],
  ],
  complaintChannels: [
    ["pec", 300],
    ["email", 350],
    ["web", 200],
    ["letter", 100],
    ["phone", 150],
  ],
};
