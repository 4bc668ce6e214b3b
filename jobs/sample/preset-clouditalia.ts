/**
 * An operator of the shape of Clouditalia: ADSL bought from others and of its own, voice over IP, one free number for
 * three purposes. Reports turn out to be due to the customer's own modem (`customer_equipment`, left out) or to one that
 * the operator rents out (`operator_equipment`, counted); many concern mail, fax, domains and 800 numbers
 * (`extent: ancillary`); reminders come as reports of their own (`duplicate`) and as further calls. Charges are disputed
 * in writing, but some come through the customers' area, which its own document does not admit.
 */
import type { Desk, OperatorPreset } from "./presets.ts";
import type { Curve } from "./random.ts";

const waitMs: Curve = [
  [0, 500],
  [450, 18_000],
  [800, 110_000],
  [960, 320_000],
  [1000, 600_000],
];
const desk = (purpose: string, path: number, solvedAtFirstCall: number): Desk => ({
  number: "800984200",
  purpose,
  operatorOptionMs: [path, path + 4_000],
  complaintOptionMs: [path + 5_000, path + 9_000],
  waitMs,
  solvedAtFirstCall,
});
const delayUs: Curve = [
  [0, 9_000],
  [500, 26_000],
  [950, 88_000],
  [1000, 240_000],
];
const lost: Curve = [
  [750, 0],
  [950, 12],
  [1000, 80],
];

export const clouditalia: OperatorPreset = {
  lines: [
    [{ service: "internet", technology: "ADSL", network: "wholesale" }, 420],
    [{ service: "internet", technology: "ADSL", network: "own" }, 130],
    [{ service: "voice", technology: "VOIP", network: "own" }, 450],
  ],
  regions: [
    ["09", 640],
    ["10", 160],
    ["12", 200],
  ],
  businessShare: 620,
  activation: {
    ADSL: {
      contractDays: 40,
      days: [
        [0, 6],
        [500, 18],
        [1000, 39],
      ],
    },
    VOIP: {
      contractDays: 15,
      days: [
        [0, 1],
        [600, 6],
        [1000, 14],
      ],
    },
  },
  contractHours: { internet: 72, voice: 48 },
  outages: [
    { cause: "third_party", technology: "ADSL" },
    { cause: "operator_equipment", technology: "VOIP" },
  ],
  desks: [
    [desk("technical", 24_000, 820), 560],
    [desk("administrative", 30_000, 880), 300],
    [desk("commercial", 18_000, 930), 140],
  ],
  operatorServiceNumber: "800984200",
  operatorServiceWaitMs: waitMs,
  throughput: [
    {
      profile: 7000,
      direction: "download",
      speedKbits: [
        [0, 1_200],
        [50, 3_300],
        [500, 5_600],
        [950, 6_600],
        [1000, 6_900],
      ],
    },
    {
      profile: 512,
      direction: "upload",
      speedKbits: [
        [0, 90],
        [50, 240],
        [500, 410],
        [950, 490],
        [1000, 508],
      ],
    },
  ],
  delay: [{ profile: 7000, delayUs }],
  loss: [{ profile: 7000, lost }],
  backbonePoints: ["MIX", "NAMEX"],
  dialup: false,
  ways: {
    noFault: [
      ["customer_equipment", 450],
      ["duplicate", 180],
      ["none_found", 170],
      ["information", 120],
      ["administrative_suspension", 50],
      ["customer_premises", 30],
    ],
    ordinaryFaults: [
      ["network", 600],
      ["operator_equipment", 400],
    ],
    disputeChannels: [
      ["email", 450],
      ["pec", 300],
      ["fax", 180],
      ["web", 70],
    ],
    complaintChannels: [
      ["email", 450],
      ["pec", 300],
      ["letter", 150],
      ["fax", 100],
    ],
  },
  shapes: {
    notEffectiveFaults: 420,
    ancillaryFaults: 140,
    internetFaultRate: 320,
    voiceFaultRate: 130,
    internetRepairMedian: 14 * 3600,
    voiceRepairMedian: 6 * 3600,
    internetDisputeRate: 160,
    voiceDisputeRate: 130,
    phoneDisputes: 60,
    operatorServiceCalls: 0,
    dialupOutages: 0,
  },
};
