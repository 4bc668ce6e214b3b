/** Choices on disputes and on the invoices that they are divided by. */
import { adopted } from "./acts/common.ts";
import { measuredWith, onPopulations, type Setting, withPopulation } from "./settings-choice.ts";

export const billingSettings: readonly Setting[] = [
  {
    name: "invoices",
    title: "Fatture a denominatore",
    own: {
      value: "of-service",
      words: "Si contano le fatture emesse nel periodo che addebitano il servizio, escluse note di credito e proforma.",
      reason: "Il rapporto è riferito al servizio dell’indicatore.",
    },
    alternatives: [
      {
        value: "all",
        words:
          "Si contano tutte le fatture emesse nel periodo, qualunque servizio addebitino, escluse note di credito e proforma.",
        untrue: {
          choice: "invoice-period",
          phrase: /; si contano le fatture che addebitano il servizio, escluse note di credito e proforma/,
        },
        applied: onPopulations(["disputes", "disputed-invoices", "credited-invoices"], (indicator) =>
          indicator.settings.invoices === undefined ? undefined : withPopulation(indicator, { invoices: "all" }),
        ),
      },
    ],
  },
  {
    name: "dispute-form",
    title: "Forma della contestazione",
    own: {
      value: "traceable",
      words: "Si contano le contestazioni in forma scritta o in altra forma tracciabile.",
      reason: "Lo dice la definizione dell’indicatore.",
    },
    alternatives: [
      {
        value: "all",
        words: "Si contano tutte le contestazioni, in qualunque forma ricevute.",
        applied: measuredWith(["disputes", "disputed-invoices"], { disputeForm: "all" }, { without: "not-traceable" }),
      },
    ],
  },
  {
    name: "credit-period",
    title: "Periodo del riaccredito",
    own: {
      value: "credit-date",
      words: "L’accuratezza conta le fatture riaccreditate nel periodo, qualunque sia la data della contestazione.",
      reason: "La contestazione fondata rileva quando genera il riaccredito.",
    },
    alternatives: [
      {
        value: "receipt-date",
        words:
          "L’accuratezza conta le fatture contestate nel periodo e poi riaccreditate, qualunque sia la data del riaccredito.",
        applied: measuredWith(
          ["credited-invoices"],
          { creditPeriod: "receipt" },
          { with: { id: "not-credited", words: "contestazione fondata non ancora riaccreditata", clause: adopted } },
        ),
      },
    ],
  },
];
