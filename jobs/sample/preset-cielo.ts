/**
 * An operator of the shape of Cielo: xDSL bought from others beside its own wireless network, voice, dial-up, one
 * number with two purposes. Most published targets are met; the activation of wireless accesses, the 99th percentile of
 * voice supply and the calls answered within 10 seconds miss theirs.
 */
import type { OperatorPreset } from "./presets.ts";
import type { Curve } from "./random.ts";

const waitMs: Curve = [
  [0, 500],
  [640, 9_900],
  [800, 20_000],
  [950, 90_000],
  [1000, 240_000],
];
const delayUs: Curve = [
  [0, 8_000],
  [500, 22_000],
  [800, 45_000],
  [950, 95_000],
  [1000, 220_000],
];
const lost: Curve = [
  [700, 0],
  [900, 6],
  [980, 25],
  [1000, 90],
];
const xdslDays: Curve = [
  [0, 4],
  [500, 14],
  [800, 22],
  [1000, 30],
];
const voiceDays: Curve = [
  [0, 0],
  [200, 1],
  [600, 2],
  [1000, 3],
];

export const cielo: OperatorPreset = {
  lines: [
    [{ service: "internet", technology: "ADSL", network: "own" }, 60],
    [{ service: "internet", technology: "ADSL", network: "wholesale" }, 170],
    [{ service: "internet", technology: "VDSL", network: "wholesale" }, 140],
    [{ service: "internet", technology: "WIRELESS", network: "own" }, 250],
    [{ service: "internet", technology: "DIALUP", network: "wholesale" }, 20],
    [{ service: "voice", technology: "RTG", network: "wholesale" }, 110],
    [{ service: "voice", technology: "VOIP", network: "own" }, 250],
  ],
  regions: [
    ["03", 620],
    ["01", 220],
    ["08", 120],
    ["07", 40],
  ],
  businessShare: 300,
  activation: {
    ADSL: { contractDays: 30, days: xdslDays },
    VDSL: { contractDays: 30, days: xdslDays },
    WIRELESS: {
      contractDays: 15,
      days: [
        [0, 2],
        [500, 9],
        [900, 13],
        [1000, 15],
      ],
    },
    DIALUP: {
      contractDays: 10,
      days: [
        [0, 1],
        [1000, 8],
      ],
    },
    RTG: { contractDays: 4, days: voiceDays },
    VOIP: { contractDays: 4, days: voiceDays },
  },
  contractHours: { internet: 72, voice: 4 },
  outages: [
    { cause: "third_party", technology: "ADSL" },
    { cause: "force_majeure", technology: "WIRELESS", event: "force_majeure" },
    { cause: "operator_equipment", technology: "WIRELESS" },
    { cause: "interference", technology: "WIRELESS", event: "interference" },
  ],
  desks: [
    [
      {
        number: "0383644311",
        purpose: "technical",
        operatorOptionMs: [28_000, 31_500],
        complaintOptionMs: [24_000, 26_500],
        waitMs,
        solvedAtFirstCall: 870,
      },
      650,
    ],
    [
      {
        number: "0383644311",
        purpose: "commercial",
        operatorOptionMs: [30_000, 33_000],
        complaintOptionMs: [26_000, 28_000],
        waitMs,
        solvedAtFirstCall: 900,
      },
      350,
    ],
  ],
  operatorServiceNumber: "12000",
  operatorServiceWaitMs: [
    [0, 1_000],
    [620, 9_000],
    [900, 25_000],
    [1000, 60_000],
  ],
  throughput: [
    {
      profile: 7000,
      direction: "download",
      speedKbits: [
        [0, 1_800],
        [50, 3_900],
        [500, 5_900],
        [950, 6_700],
        [1000, 6_950],
      ],
    },
    {
      profile: 20000,
      direction: "download",
      speedKbits: [
        [0, 3_000],
        [50, 7_500],
        [500, 14_800],
        [950, 18_300],
        [1000, 19_400],
      ],
    },
    {
      profile: 1000,
      direction: "upload",
      speedKbits: [
        [0, 180],
        [50, 460],
        [500, 820],
        [950, 940],
        [1000, 985],
      ],
    },
    {
      profile: 2000,
      direction: "upload",
      speedKbits: [
        [0, 300],
        [50, 900],
        [500, 1_650],
        [950, 1_880],
        [1000, 1_960],
      ],
    },
  ],
  delay: [
    { profile: 7000, delayUs },
    { profile: 20000, delayUs },
  ],
  loss: [
    { profile: 7000, lost },
    { profile: 20000, lost },
  ],
  backbonePoints: ["MIX", "TOP-IX", "transito-1"],
  dialup: true,
  shapes: {},
};
