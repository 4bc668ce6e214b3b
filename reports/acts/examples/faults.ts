/** Worked examples of fault rates and repair times, for either service. */
import type { Service } from "../../act.ts";
import type { Example } from "./example.ts";
import { fault, lines, suspension, upTo } from "./rows.ts";

export interface FaultIndicator {
  readonly service: Service;
  readonly withoutDialup: boolean;
}

const dialup = { technology: "DIALUP" } as const;

export function faultRateExamples({ service, withoutDialup }: FaultIndicator): readonly Example[] {
  const indicator = "fault-rate";
  const months = ["01", "02", "03", "04", "05", "06"].map((month) => `2024-${month}`);
  const reported = { service, reported_at: "2024-03-05T10:00:00+01:00" };
  const linesOf = (changes: (i: number) => Readonly<Record<string, string>>) =>
    months.map((month, i) => lines(month, { service, ...changes(i) }));
  return [
    {
      indicator,
      service,
      words: `41 segnalazioni effettive e 1000, 1010, …, 1050 linee alla fine dei sei mesi${withoutDialup ? "; un guasto e 500 linee dial-up restano fuori" : ""}.`,
      period: "2024-S1",
      rows: {
        fault_reports: [
          ...upTo(41).map((n) => fault(`F${n}`, reported)),
          ...(withoutDialup ? [fault("dialup", { ...reported, ...dialup })] : []),
        ],
        access_lines: [
          ...linesOf((i) => ({ lines: `${1000 + 10 * i}` })),
          ...(withoutDialup ? linesOf(() => ({ ...dialup, lines: "500" })) : []),
        ],
      },
      expected: [
        {
          measure: "ratio",
          value: "4.00",
          exact: "4",
          cases: 41,
          words: "Linee in media 6150 / 6 = 1025; 41 / 1025 = 4,00 %.",
        },
      ],
    },
    {
      indicator,
      service,
      words:
        "Una segnalazione effettiva e sei che non lo sono: rilevata dall’operatore, servizio accessorio, apparato del cliente, nessun guasto, sospensione amministrativa, ripetuta; 100 linee.",
      period: "2024-S1",
      rows: {
        fault_reports: [
          fault("effective", reported),
          fault("ours", { ...reported, reported_by: "operator" }),
          fault("mail", { ...reported, extent: "ancillary" }),
          fault("customer", { ...reported, cause: "customer_equipment" }),
          fault("none", { ...reported, cause: "none_found" }),
          fault("arrears", { ...reported, cause: "administrative_suspension" }),
          fault("again", { ...reported, cause: "duplicate" }),
        ],
        access_lines: linesOf(() => ({ lines: "100" })),
      },
      expected: [{ measure: "ratio", value: "1.00", exact: "1", cases: 1, words: "1 / 100 = 1,00 %." }],
    },
    {
      indicator,
      service,
      words: "Una segnalazione delle 22:30 UTC del 30 giugno 2024; 100 linee.",
      period: "2024-S1",
      rows: {
        fault_reports: [fault("edge", { service, reported_at: "2024-06-30T22:30:00Z" })],
        access_lines: linesOf(() => ({ lines: "100" })),
      },
      expected: [
        {
          measure: "ratio",
          value: "0.00",
          exact: "0",
          cases: 0,
          words: "In Italia sono le 00:30 del 1° luglio: secondo semestre; nel primo 0 / 100 = 0.",
        },
      ],
    },
  ];
}

export function repairExamples({ service }: FaultIndicator): readonly Example[] {
  const indicator = "repair-time";
  const term = { service, reported_at: "2024-03-05T10:00:00+01:00", contract_hours: "3" };
  const one = (words: string, from: string, to: string, value: string, why: string): Example => ({
    indicator,
    service,
    words,
    period: from < "2024-07" ? "2024-S1" : "2024-S2",
    rows: { fault_reports: [fault("one", { service, reported_at: from, restored_at: to })] },
    expected: [{ measure: "mean", value: `${value}.00`, exact: value, cases: 1, words: why }],
  });
  return [
    {
      indicator,
      service,
      words: "Cinque guasti ripristinati in 1, 2, 3, 4 e 5 ore; termine di contratto 3 ore.",
      period: "2024-S1",
      rows: {
        fault_reports: upTo(5).map((hours) =>
          fault(`F${hours}`, { ...term, restored_at: `2024-03-05T${10 + hours}:00:00+01:00` }),
        ),
      },
      expected: [
        { measure: "p80", value: "4.00", exact: "4", cases: 5, words: "80 · 5 / 100 = 4: il 4° valore è 4 ore." },
        {
          measure: "p95",
          value: "5.00",
          exact: "5",
          cases: 5,
          words: "95 · 5 / 100 = 4,75, quindi il 5° valore: 5 ore, il massimo.",
        },
        { measure: "mean", value: "3.00", exact: "3", cases: 5, words: "(1 + 2 + 3 + 4 + 5) / 5 = 3 ore." },
        { measure: "within-contract", value: "60.00", exact: "60", cases: 5, words: "3 guasti su 5 entro 3 ore." },
      ],
    },
    one(
      "Un guasto dalle 22:00 del 30 marzo 2024 alle 10:00 del 31, notte dell’ora legale.",
      "2024-03-30T22:00:00+01:00",
      "2024-03-31T10:00:00+02:00",
      "11",
      "L’orologio segna 12 ore, il tempo trascorso è 11.",
    ),
    one(
      "Un guasto dalle 22:00 del 26 ottobre 2024 alle 10:00 del 27, notte dell’ora solare.",
      "2024-10-26T22:00:00+02:00",
      "2024-10-27T10:00:00+01:00",
      "13",
      "L’orologio segna 12 ore, il tempo trascorso è 13.",
    ),
    {
      indicator,
      service,
      words: "Un guasto di 24 ore, sospeso per il cliente dalle 12 alle 20 e dalle 18 alle 22.",
      period: "2024-S1",
      rows: {
        fault_reports: [
          fault("held", {
            service,
            reported_at: "2024-02-10T10:00:00+01:00",
            restored_at: "2024-02-11T10:00:00+01:00",
          }),
        ],
        suspensions: [
          suspension("held", "2024-02-10T12:00:00+01:00", "2024-02-10T20:00:00+01:00"),
          suspension("held", "2024-02-10T18:00:00+01:00", "2024-02-10T22:00:00+01:00"),
        ],
      },
      expected: [
        {
          measure: "mean",
          value: "14.00",
          exact: "14",
          cases: 1,
          words: "Sospensioni unite dalle 12 alle 22: 24 − 10 = 14 ore.",
        },
      ],
    },
  ];
}
