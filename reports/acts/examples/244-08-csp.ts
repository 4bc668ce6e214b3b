/** Worked examples of the performance of Internet access. */
import type { Example } from "./example.ts";
import { outage, probe, upTo } from "./rows.ts";

const download = { profile: "20000", direction: "download" } as const;
const profile = { profile: "20000" } as const;

export const throughputExamples: readonly Example[] = [
  {
    indicator: "throughput",
    words: "Venti prove riuscite a 1000, 2000, …, 20000 kbit/s e una fallita.",
    period: "2024-S1",
    rows: {
      throughput_tests: [
        ...upTo(20).map((n) => probe(`T${n}`, { direction: "download", kbit_s: `${n}000`, failed: "0" })),
        probe("failed", { direction: "download", kbit_s: null, failed: "1" }),
      ],
    },
    expected: [
      {
        measure: "p5",
        scope: download,
        value: "1000",
        exact: "1000",
        cases: 20,
        words: "5 · 20 / 100 = 1: il 1° valore, 1000.",
      },
      {
        measure: "p95",
        scope: download,
        value: "19000",
        exact: "19000",
        cases: 20,
        words: "95 · 20 / 100 = 19: il 19° valore, 19000.",
      },
      {
        measure: "mean",
        scope: download,
        value: "10500",
        exact: "10500",
        cases: 20,
        words: "210000 / 20 = 10500.",
      },
      {
        measure: "failed",
        scope: download,
        value: "4.76",
        exact: "100/21",
        cases: 21,
        words: "1 prova fallita su 21: 4,76 %.",
      },
    ],
  },
  {
    indicator: "throughput",
    words: "Otto prove a 2000, 4000, 4000, 4000, 5000, 5000, 7000 e 9000 kbit/s.",
    period: "2024-S1",
    rows: {
      throughput_tests: [2, 4, 4, 4, 5, 5, 7, 9].map((speed, i) =>
        probe(`T${i}`, { direction: "download", kbit_s: `${speed}000`, failed: "0" }),
      ),
    },
    expected: [
      {
        measure: "stddev",
        scope: download,
        value: "2000",
        exact: null,
        cases: 8,
        words: "Media 5000; scarti al quadrato in totale 32 milioni, divisi per 8: 4 milioni, radice 2000.",
      },
    ],
  },
];

export const delayExample: Example = {
  indicator: "delay",
  words: "Dieci prove di 10, 20, …, 100 millisecondi.",
  period: "2024-S1",
  rows: { delay_tests: upTo(10).map((n) => probe(`T${n}`, { delay_us: `${n}0000` })) },
  expected: [
    {
      measure: "p95",
      scope: profile,
      value: "100.00",
      exact: "100",
      cases: 10,
      words: "95 · 10 / 100 = 9,5, quindi il 10° valore: 100.",
    },
    { measure: "mean", scope: profile, value: "55.00", exact: "55", cases: 10, words: "550 / 10 = 55." },
    {
      measure: "stddev",
      scope: profile,
      value: "28.72",
      exact: null,
      cases: 10,
      words: "Scarti al quadrato in totale 8250, divisi per 10: 825, radice 28,72.",
    },
  ],
};

export const packetLossExample: Example = {
  indicator: "packet-loss",
  words: "Due prove: 3 pacchetti perduti su 1000 inviati, 5 su 3000.",
  period: "2024-S1",
  rows: {
    packet_tests: [
      probe("T1", { packets_sent: "1000", packets_lost: "3" }),
      probe("T2", { packets_sent: "3000", packets_lost: "5" }),
    ],
  },
  expected: [
    {
      measure: "ratio",
      scope: profile,
      value: "0.20",
      exact: "1/5",
      cases: 2,
      words: "8 pacchetti su 4000: 0,20 %; la media delle due percentuali sarebbe un altro valore.",
    },
  ],
};

const dialupExample: Example = {
  indicator: "dialup-unavailability",
  words: "Due interruzioni del 10 febbraio 2024, dalle 10 alle 14 e dalle 12 alle 16.",
  period: "2024-S1",
  rows: {
    dialup_outages: [
      outage("U1", "2024-02-10T10:00:00+01:00", "2024-02-10T14:00:00+01:00"),
      outage("U2", "2024-02-10T12:00:00+01:00", "2024-02-10T16:00:00+01:00"),
    ],
  },
  expected: [
    {
      measure: "ratio",
      value: "0.14",
      exact: "600/4367",
      cases: 2,
      words: "Unite sono 6 ore; il semestre, con l’ora legale, ne ha 4367: 6 / 4367 = 0,14 %.",
    },
  ],
};

export const examples244: readonly Example[] = [dialupExample, ...throughputExamples, delayExample, packetLossExample];
