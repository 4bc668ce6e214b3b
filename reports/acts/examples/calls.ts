/** Worked examples of answers to calls and of the way through the IVR, for whichever indicator measures them. */
import type { Service } from "../../act.ts";
import type { Example, ExpectedFigure } from "./example.ts";
import { call, tree } from "./rows.ts";

/** What the indicator calls each of the usual measures; a name left out is one that it does not have. */
export interface CallIndicator {
  readonly indicator: string;
  readonly service?: Service;
  readonly kind?: "customer_care" | "operator_service";
  readonly mean: string;
  readonly total?: string;
  readonly abandoned?: string;
  /** Of answers after less than 20 s, or within 20 s. */
  readonly limit: "under" | "within";
}

/** Answers after 19.9, 20.0 and 20.1 s, and a call given up after 5 s. */
export function answerExample(of: CallIndicator): Example {
  const kind = { kind: of.kind ?? "customer_care" };
  const inTime: ExpectedFigure =
    of.limit === "under"
      ? {
          measure: "within-limit",
          value: "25.00",
          exact: "25",
          cases: 4,
          words: "Sotto 20 secondi solo la prima: 1 su 4, compresa l’abbandonata.",
        }
      : {
          measure: "within-limit",
          value: "50.00",
          exact: "50",
          cases: 4,
          words: "Entro 20 secondi le prime due: 2 su 4, compresa l’abbandonata.",
        };
  return {
    ...named(of),
    words:
      "Tre risposte dopo 19,9, 20,0 e 20,1 secondi dalla scelta dell’operatore, ciascuna dopo 30 secondi di IVR, e una chiamata abbandonata; una fuori orario resta fuori.",
    period: "2024-S1",
    rows: {
      contact_calls: [
        call("C1", "19.9", kind),
        call("C2", "20.0", kind),
        call("C3", "20.1", kind),
        call("C4", "5.0", { ...kind, answered: "0" }),
        call("C5", "5.0", { ...kind, agent_available: "0" }),
      ],
    },
    expected: [
      {
        measure: of.mean,
        value: "20.00",
        exact: "20",
        cases: 3,
        words: "(19,9 + 20,0 + 20,1) / 3 = 20,00 secondi; l’abbandonata non conta.",
      },
      inTime,
      ...(of.total === undefined
        ? []
        : [{ measure: of.total, value: "50.00", exact: "50", cases: 3, words: "30 + 20 = 50 secondi in media." }]),
      ...(of.abandoned === undefined
        ? []
        : [{ measure: of.abandoned, value: "25.00", exact: "25", cases: 4, words: "1 abbandonata su 4." }]),
    ],
  };
}

/** The path that is not measured is another, so that the two cannot be taken for each other. */
export function navigationExample(
  of: { readonly indicator: string; readonly service?: Service; readonly measure: string },
  path: "operator_option_ms" | "complaint_option_ms",
): Example {
  const other = path === "operator_option_ms" ? "complaint_option_ms" : "operator_option_ms";
  const millis = (seconds: number) => ({ [path]: `${seconds}000`, [other]: "99000" });
  return {
    ...named(of),
    words: "Un albero IVR con percorso minimo di 25 secondi fino al 9 aprile 2024 e uno di 40 secondi da allora.",
    period: "2024-S1",
    rows: {
      ivr_trees: [
        tree("2023-06-01T00:00:00", "2024-04-10T00:00:00", millis(25)),
        tree("2024-04-10T00:00:00", null, millis(40)),
      ],
    },
    expected: [
      {
        measure: of.measure,
        value: "31.76",
        exact: "138695/4367",
        cases: 2,
        words:
          "100 giorni con l’ora legale che ne toglie una: 2399 ore; poi 82 giorni, 1968 ore: (25 · 2399 + 40 · 1968) / 4367 = 31,76 secondi.",
      },
    ],
  };
}

function named({ indicator, service }: { readonly indicator: string; readonly service?: Service }) {
  return service === undefined ? { indicator } : { indicator, service };
}
