import { answerExample } from "./calls.ts";
import type { Example } from "./example.ts";
import { call, complaint } from "./rows.ts";

const in2026 = { received_at: "2026-02-10T10:00:00+01:00" } as const;

/** A wait beside the legal 150 s, in tenths of a second; the IVR takes 30 s more. */
function atTheMinimum(wait: string, expected: Example["expected"], words: string): Example {
  return {
    indicator: "agent-answer",
    words,
    period: "2026-S1",
    rows: { contact_calls: [call("C1", wait, in2026)] },
    expected,
  };
}

const quick = (n: number, of: number) =>
  Array.from({ length: of }, (_, i) => call(`C${i}`, i < n ? "20.0" : "20.1", in2026));

export const examples255: readonly Example[] = [
  answerExample({ indicator: "agent-answer", mean: "mean", total: "mean-with-ivr", limit: "within" }),
  atTheMinimum(
    "150.0",
    [
      {
        measure: "mean",
        value: "150.00",
        exact: "150",
        cases: 1,
        minimum: "met",
        words: "150 secondi: standard minimo rispettato.",
      },
      {
        measure: "mean-with-ivr",
        value: "180.00",
        exact: "180",
        cases: 1,
        minimum: "missed",
        words: "Con l’IVR 30 + 150 = 180 secondi: standard minimo non rispettato.",
      },
    ],
    "Una risposta dopo 150 secondi dalla scelta dell’operatore, raggiunta in 30 secondi.",
  ),
  atTheMinimum(
    "150.1",
    [
      {
        measure: "mean",
        value: "150.10",
        exact: "1501/10",
        cases: 1,
        minimum: "missed",
        words: "150,1 secondi: oltre lo standard minimo di un decimo.",
      },
    ],
    "Una risposta dopo 150,1 secondi dalla scelta dell’operatore.",
  ),
  {
    indicator: "agent-answer",
    words: "Cinque risposte, due delle quali dopo 20,0 secondi e tre dopo 20,1.",
    period: "2026-S1",
    rows: { contact_calls: quick(2, 5) },
    expected: [
      {
        measure: "within-limit",
        value: "40.00",
        exact: "40",
        cases: 5,
        minimum: "met",
        words: "2 su 5, il 40 %: standard minimo rispettato.",
      },
    ],
  },
  {
    indicator: "agent-answer",
    words: "Sei risposte, due delle quali dopo 20,0 secondi e quattro dopo 20,1.",
    period: "2026-S1",
    rows: { contact_calls: quick(2, 6) },
    expected: [
      {
        measure: "within-limit",
        value: "33.33",
        exact: "100/3",
        cases: 6,
        minimum: "missed",
        words: "2 su 6, il 33,33 %: standard minimo non rispettato.",
      },
    ],
  },
  {
    indicator: "complaint-answer",
    words:
      "Reclami del 1° settembre 2025 con risposta il 30 settembre, il 1° e il 2 ottobre; del 7 agosto 2025 con risposta il 21 e il 22 settembre.",
    period: "2025-S2",
    rows: {
      complaints: [
        complaint("R1", "2025-09-01", "2025-09-30"),
        complaint("R2", "2025-09-01", "2025-10-01"),
        complaint("R3", "2025-09-01", "2025-10-02"),
        complaint("R4", "2025-08-07", "2025-09-21"),
        complaint("R5", "2025-08-07", "2025-09-22"),
      ],
    },
    expected: [
      {
        measure: "within-term",
        value: "60.00",
        exact: "60",
        cases: 5,
        words: "Termine di 30 giorni (1° ottobre) per i primi tre, di 45 (21 settembre) per gli altri: 3 su 5.",
      },
      {
        measure: "p95",
        value: "46",
        exact: "46",
        cases: 5,
        words: "Giorni 29, 30, 31, 45, 46; 95 · 5 / 100 = 4,75, quindi il 5° valore: 46.",
      },
    ],
  },
  {
    indicator: "complaint-answer",
    words: "Reclami del 1° settembre 2024 con risposta il 15, il 16 e il 17 ottobre.",
    period: "2024-S2",
    rows: {
      complaints: [
        complaint("R1", "2024-09-01", "2024-10-15"),
        complaint("R2", "2024-09-01", "2024-10-16"),
        complaint("R3", "2024-09-01", "2024-10-17"),
      ],
    },
    expected: [
      {
        measure: "within-term",
        value: "66.67",
        exact: "200/3",
        cases: 3,
        words: "Termine di 45 giorni, il 16 ottobre: 2 su 3.",
      },
    ],
  },
];
