/**
 * A support desk of the shape of Cloudfabric: no lines, no calls, no invoices of a telecom operator; requests by urgency
 * class, of which the three most urgent count by telephone and under contract alone and may be made at night by PIN. A
 * few of those come by e-mail or without a contract, as they do. The canonical tables know only internet and voice: the
 * service of a request is written internet, its technology says what it is.
 */
import { tableNames } from "../../sql/tables.ts";
import type { OperatorPreset, SupportClass } from "./presets.ts";

const urgent: SupportClass["channels"] = [
  ["phone", 900],
  ["email", 80],
  ["web", 20],
];
const ordinary: SupportClass["channels"] = [
  ["phone", 380],
  ["email", 470],
  ["web", 150],
];
const hour = 3600;

export const cloudfabric: OperatorPreset = {
  lines: [[{ service: "internet", technology: "ASSISTENZA-IT", network: "own" }, 1000]],
  regions: [["04", 1000]],
  businessShare: 1000,
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
  without: tableNames.filter((name) => name !== "fault_reports"),
  support: {
    requests: 250,
    patrons: ["06-26", "09-05"],
    classes: [
      { urgency: "P1+", weight: 60, channels: urgent, underContract: 950, term: { unit: "seconds", most: hour } },
      { urgency: "P1", weight: 60, channels: urgent, underContract: 950, term: { unit: "seconds", most: 2 * hour } },
      { urgency: "P2", weight: 180, channels: urgent, underContract: 930, term: { unit: "seconds", most: 4 * hour } },
      { urgency: "P3", weight: 350, channels: ordinary, underContract: 600, term: { unit: "working-days", most: 1 } },
      { urgency: "P4", weight: 250, channels: ordinary, underContract: 500, term: { unit: "working-days", most: 5 } },
      { urgency: "P7", weight: 100, channels: ordinary, underContract: 400 },
    ],
  },
  shapes: { openFaults: 20, operatorFoundFaults: 40 },
};
