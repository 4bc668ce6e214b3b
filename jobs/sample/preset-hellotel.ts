/**
 * An operator of the shape of Hellotel: its own wireless network, a little fibre bought from others, voice over IP,
 * three desks on two numbers, four download and three upload profiles. Most published targets are met; the 20 Mbit/s
 * profile, the delay's spread at 4 Mbit/s, the agreed dates and the technical desk's quick answers miss theirs.
 */
import type { OperatorPreset } from "./presets.ts";
import type { Curve } from "./random.ts";

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
const quickWaitMs: Curve = [
  [0, 500],
  [620, 20_000],
  [850, 60_000],
  [970, 150_000],
  [1000, 300_000],
];

/** Five quantiles of a profile's speed: the least, the 5th, 50th and 95th percentile, the greatest. */
function speeds(least: number, p5: number, median: number, p95: number, greatest: number): Curve {
  return [
    [0, least],
    [50, p5],
    [500, median],
    [950, p95],
    [1000, greatest],
  ];
}

export const hellotel: OperatorPreset = {
  lines: [
    [{ service: "internet", technology: "WIRELESS", network: "own" }, 640],
    [{ service: "internet", technology: "FTTH", network: "wholesale" }, 140],
    [{ service: "voice", technology: "VOIP", network: "own" }, 180],
    [{ service: "voice", technology: "VOIP", network: "wholesale" }, 40],
  ],
  regions: [
    ["12", 780],
    ["15", 110],
    ["13", 80],
    ["14", 30],
  ],
  businessShare: 180,
  activation: {
    WIRELESS: {
      contractDays: 7,
      days: [
        [0, 0],
        [500, 3],
        [900, 5],
        [1000, 6],
      ],
    },
    FTTH: {
      contractDays: 40,
      days: [
        [0, 5],
        [500, 15],
        [1000, 38],
      ],
    },
    VOIP: {
      contractDays: 5,
      days: [
        [0, 0],
        [600, 2],
        [1000, 5],
      ],
    },
  },
  contractHours: { internet: 168, voice: 48 },
  outages: [
    { cause: "force_majeure", technology: "WIRELESS", event: "force_majeure" },
    { cause: "interference", technology: "WIRELESS", event: "interference" },
    { cause: "operator_equipment", technology: "WIRELESS" },
    { cause: "third_party", technology: "FTTH" },
  ],
  desks: [
    [
      {
        number: "0775824309",
        purpose: "technical",
        operatorOptionMs: [70_000, 78_000],
        complaintOptionMs: [76_000, 84_000],
        waitMs: [
          [0, 500],
          [300, 8_000],
          [480, 20_000],
          [800, 70_000],
          [950, 170_000],
          [1000, 380_000],
        ],
        solvedAtFirstCall: 860,
      },
      520,
    ],
    [
      {
        number: "0775824309",
        purpose: "commercial",
        operatorOptionMs: [62_000, 70_000],
        complaintOptionMs: [68_000, 80_000],
        waitMs: quickWaitMs,
        solvedAtFirstCall: 945,
      },
      300,
    ],
    [
      {
        number: "800890101",
        purpose: "commercial_information",
        operatorOptionMs: [50_000, 64_000],
        complaintOptionMs: [60_000, 81_000],
        waitMs: quickWaitMs,
        solvedAtFirstCall: 960,
      },
      180,
    ],
  ],
  operatorServiceNumber: "0775824309",
  operatorServiceWaitMs: quickWaitMs,
  throughput: [
    { profile: 4000, direction: "download", speedKbits: speeds(900, 2_400, 3_450, 3_750, 3_950) },
    { profile: 8000, direction: "download", speedKbits: speeds(3_500, 5_600, 7_000, 7_500, 7_900) },
    { profile: 10000, direction: "download", speedKbits: speeds(5_000, 7_600, 9_000, 9_450, 9_900) },
    {
      profile: 20000,
      direction: "download",
      speedKbits: [
        [0, 1_500],
        [50, 3_500],
        [150, 14_000],
        [500, 16_300],
        [950, 17_400],
        [1000, 18_900],
      ],
    },
    { profile: 512, direction: "upload", speedKbits: speeds(90, 210, 400, 492, 508) },
    { profile: 1000, direction: "upload", speedKbits: speeds(180, 460, 820, 940, 985) },
    { profile: 5000, direction: "upload", speedKbits: speeds(900, 2_300, 3_900, 4_650, 4_950) },
  ],
  delay: [
    {
      profile: 4000,
      delayUs: [
        [0, 8_000],
        [500, 16_000],
        [800, 50_000],
        [950, 150_000],
        [1000, 360_000],
      ],
    },
    { profile: 8000, delayUs },
    { profile: 10000, delayUs },
    { profile: 20000, delayUs },
  ],
  loss: [
    { profile: 4000, lost },
    { profile: 8000, lost },
    { profile: 10000, lost },
    {
      profile: 20000,
      lost: [
        [0, 0],
        [500, 2],
        [800, 12],
        [950, 40],
        [1000, 140],
      ],
    },
  ],
  backbonePoints: ["NAMEX", "MIX", "transito-1"],
  dialup: false,
  shapes: {
    lateInternetOrders: 5,
    lateVoiceOrders: 25,
    agreedMissed: 75,
    internetFaultRate: 300,
    voiceFaultRate: 150,
    internetRepairMedian: 12 * 3600,
    voiceRepairMedian: 5 * 3600,
    internetDisputeRate: 260,
    voiceDisputeRate: 180,
    operatorServiceCalls: 0,
    dialupOutages: 0,
  },
};
