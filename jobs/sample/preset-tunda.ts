/**
 * A hosting provider of the shape of Tunda IT: customers with an area of their own, tickets to technical support (fault
 * reports) and to administration (disputes and complaints), proforma that come before every invoice. A customer is one
 * line, however many sub-accounts write for it: their tickets bear the customer's line, so a customer may have several.
 * The canonical tables know only internet and voice: hosting is written internet, its technology says what it is.
 */
import { tableNames } from "../../sql/tables.ts";
import type { OperatorPreset } from "./presets.ts";

const kept = ["fault_reports", "access_lines", "invoices", "billing_disputes", "complaints"];

export const tunda: OperatorPreset = {
  lines: [[{ service: "internet", technology: "HOSTING", network: "own" }, 1000]],
  regions: [
    ["12", 300],
    ["03", 300],
    ["16", 200],
    ["09", 200],
  ],
  businessShare: 700,
  activation: {},
  contractHours: { internet: null, voice: null },
  outages: [],
  desks: [],
  operatorServiceNumber: "",
  operatorServiceWaitMs: [],
  throughput: [],
  delay: [],
  loss: [],
  backbonePoints: [],
  dialup: false,
  without: tableNames.filter((name) => !kept.includes(name)),
  ways: {
    faultChannels: [["web", 1000]],
    urgencies: [[null, 1000]],
    noFault: [
      ["information", 500],
      ["customer_premises", 300],
      ["none_found", 150],
      ["duplicate", 50],
    ],
    // Merging several proforma into one payment is asked for by ticket, and disputes nothing.
    disputeKinds: [
      ["query", 700],
      ["dispute", 300],
    ],
    disputeChannels: [["web", 1000]],
    complaintKinds: [
      ["administration", 600],
      ["support", 400],
    ],
    complaintChannels: [["web", 1000]],
  },
  shapes: {
    internetFaultRate: 900,
    internetRepairMedian: 3 * 3600,
    notEffectiveFaults: 550,
    thirdPartyFaults: 60,
    exceptionalFaults: 20,
    ancillaryFaults: 0,
    outages: 0,
    suspendedCases: 0,
    suspendedByColumn: 0,
    invoices: 2,
    proforma: 480,
    internetDisputeRate: 200,
    phoneDisputes: 0,
    letterDisputes: 0,
    complaints: 60,
  },
};
