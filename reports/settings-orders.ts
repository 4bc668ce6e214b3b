/** Choices on orders: when the clock starts, which orders count, in which period. */
import { adopted, completionPeriod } from "./acts/common.ts";
import { measuredWith, onPopulations, type Setting, withPopulation } from "./settings-choice.ts";

const negativeNet = {
  id: "negative-net",
  words: "tempo negativo dall’inizio scelto per il conteggio",
  clause: adopted,
} as const;

/** Undefined where the act's own clock is that one already. */
const startingAt = (clock: "registered_at" | "ordered_at") =>
  onPopulations(["activation-orders"], (indicator) =>
    (indicator.settings.clock ?? "registered_at") === clock
      ? undefined
      : withPopulation(indicator, { clock, negativeNet: "excluded" }, { with: negativeNet }),
  );

export const orderSettings: readonly Setting[] = [
  {
    name: "order-start",
    title: "Inizio dell’ordine",
    own: {
      value: "of-act",
      words:
        "Il tempo decorre dalla registrazione dell’ordine valido per l’accesso a Internet, dall’ordine del cliente per la telefonia vocale.",
      reason: "È l’inizio che indica la definizione di ciascun indicatore.",
    },
    alternatives: [
      {
        value: "registration",
        words: "Il tempo decorre dalla registrazione dell’ordine valido, anche per la telefonia vocale.",
        applied: startingAt("registered_at"),
      },
      {
        value: "customer-order",
        words:
          "Il tempo decorre dall’ordine del cliente, ove ne sia noto il momento, anche per l’accesso a Internet; altrimenti dalla registrazione.",
        applied: startingAt("ordered_at"),
      },
    ],
  },
  {
    name: "order-period",
    title: "Periodo dell’ordine",
    own: completionPeriod,
    alternatives: [
      {
        value: "begun-and-completed",
        words: "Si contano gli ordini iniziati e completati nel periodo; quelli iniziati prima sono esclusi.",
        applied: measuredWith(
          ["activation-orders"],
          { orderPeriod: "begun-and-completed" },
          { with: { id: "begun-before", words: "ordine iniziato prima del periodo", clause: adopted } },
        ),
      },
    ],
  },
  {
    name: "day-count",
    title: "Conteggio dei giorni",
    own: {
      value: "local-date-difference",
      words:
        "I giorni solari sono la differenza fra le date di calendario in Italia; la fornitura nello stesso giorno vale 0.",
      reason: "L’indicatore conta i giorni dal giorno dell’ordine al giorno di disponibilità del servizio.",
    },
    alternatives: [
      {
        value: "started-days",
        words:
          "I giorni solari sono quelli iniziati, compreso il giorno dell’ordine: la fornitura nello stesso giorno vale 1.",
        untrue: {
          choice: "day-count",
          phrase: /^I giorni solari sono la differenza .* vale 0; si detraggono/,
          instead: "Si detraggono",
        },
        applied: measuredWith(["activation-orders"], { dayCount: "started-days" }),
      },
    ],
  },
  {
    name: "suspended-time",
    title: "Tempo di sospensione",
    own: {
      value: "net",
      words: "Dai tempi di fornitura e di riparazione si detrae la sospensione dovuta al cliente o ai locali.",
      reason: "Il ritardo che dipende dal cliente non è dell’operatore.",
    },
    alternatives: [
      {
        value: "gross",
        words: "Dai tempi di fornitura e di riparazione non si detrae la sospensione dovuta al cliente o ai locali.",
        untrue: {
          choice: "day-count",
          phrase: /[;.] [Ss]i detraggono i giorni interi di sospensione dovuti al cliente/,
        },
        applied: measuredWith(["activation-orders", "restored-faults"], { suspendedTime: "gross" }),
      },
    ],
  },
  {
    name: "later-date-orders",
    title: "Date posticipate",
    own: {
      value: "excluded",
      words:
        "Gli ordini con data posticipata su richiesta del cliente sono esclusi dai tempi e compresi nella percentuale entro la data concordata.",
      reason: "La guida ETSI misura i tempi sugli ordini senza una data chiesta dal cliente.",
    },
    alternatives: [
      {
        value: "included",
        words: "Gli ordini con data posticipata su richiesta del cliente sono compresi nei tempi.",
        applied: measuredWith(["activation-orders"], { laterDateOrders: "included" }, { without: "later-date" }),
      },
    ],
  },
  {
    name: "cancelled-orders",
    title: "Ordini annullati",
    own: {
      value: "excluded",
      words: "Gli ordini annullati sono esclusi, anche se annullati dopo il completamento.",
      reason: "Un ordine annullato non è un ordine valido portato a termine.",
    },
    alternatives: [
      {
        value: "counted-once-completed",
        words: "Gli ordini annullati dopo il completamento sono compresi.",
        applied: measuredWith(["activation-orders"], { cancelledOrders: "counted-once-completed" }),
      },
    ],
  },
  {
    name: "order-types",
    title: "Tipi di ordine",
    own: {
      value: "first-activation",
      words:
        "Si contano le prime attivazioni; traslochi, subentri, riattivazioni e modifiche del servizio sono esclusi.",
      reason: "L’indicatore misura la fornitura iniziale del servizio.",
    },
    alternatives: [
      {
        value: "all",
        words: "Si contano anche traslochi, subentri, riattivazioni e modifiche del servizio.",
        applied: measuredWith(["activation-orders"], { orderTypes: "all" }, { without: "not-first-activation" }),
      },
    ],
  },
];
