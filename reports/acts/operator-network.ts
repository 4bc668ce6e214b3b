/** What a charter promises of the network: that a service is there, and how the backbone carries it. */
import type { Exclusion, Indicator, Service } from "../act.ts";
import type { ExceptedOutages } from "../own-commitments.ts";
import { nearestRank } from "./common.ts";

type OwnIndicator = Omit<Indicator, "ordinal"> & { readonly ordinal: 0 };

/** A service stands in the name too: a summary of outcomes shows no more than that. */
const named: Readonly<Record<Service, readonly [name: string, appliesTo: string]>> = {
  internet: ["Continuità dell’accesso a Internet", "accesso a Internet"],
  voice: ["Continuità della telefonia vocale", "telefonia vocale"],
};

export function continuity(service: Service, excepted: ExceptedOutages, clause: string): OwnIndicator {
  const planned: Exclusion = { id: "planned", words: "manutenzione programmata segnalata agli utenti", clause };
  const causes: Exclusion = {
    id: "excepted-cause",
    words: `causa esclusa dall’impegno (${excepted.causes.join(", ")})`,
    clause,
  };
  return {
    id: "continuity",
    ordinal: 0,
    name: named[service][0],
    definition: "Quota del tempo del periodo in cui il servizio non è stato interrotto.",
    appliesTo: named[service][1],
    service,
    requires: service,
    population: "service-outages",
    settings: { service, excepted },
    tables: ["service_outages"],
    exclusions: [...(excepted.planned ? [planned] : []), ...(excepted.causes.length > 0 ? [causes] : [])],
    scopes: [[]],
    periodicity: "S/A",
    regional: false,
    measures: [
      {
        id: "ratio",
        name: "Percentuale del tempo senza interruzioni",
        formula: { kind: "ratio", numerator: "up-seconds", denominator: "period-seconds" },
        unit: "%",
        divisor: 1,
        decimals: 2,
        better: "higher",
        cases: "outages",
      },
    ],
    choices: [
      {
        id: "outage-overlap",
        value: "merged",
        words:
          "Le interruzioni sono limitate al periodo e unite dove si sovrappongono; quella ancora aperta dura fino alla fine del periodo, che è in secondi reali. Un’interruzione compresa conta per intero, anche dove si sovrappone a una esclusa.",
        reason: "L’impegno è sul tempo in cui il servizio è attivo.",
      },
      {
        id: "every-moment",
        value: "100-percent",
        words: "L’impegno vale per ogni momento del periodo: l’obiettivo è il 100 % del tempo.",
        reason: "La Carta promette il servizio sempre attivo e non una percentuale del tempo.",
      },
      {
        id: "each-service",
        value: "apart",
        words: "Ogni servizio offerto è misurato da sé.",
        reason: "Una media fra i servizi nasconderebbe l’interruzione dell’uno dietro la continuità dell’altro.",
      },
    ],
  };
}

const delay = { unit: "ms", divisor: 1000, decimals: 2, better: "lower" } as const;
const backbone = {
  ordinal: 0,
  appliesTo: "rete dorsale, fino alle porte di transito e di peering",
  requires: "any",
  settings: {},
  tables: ["backbone_tests"],
  exclusions: [],
  scopes: [[], ["point"]],
  periodicity: "S/A",
  regional: false,
} as const;

export const backboneDelay: OwnIndicator = {
  ...backbone,
  id: "backbone-delay",
  name: "Latenza della rete dorsale",
  definition: "Tempo di andata e ritorno di un pacchetto di prova fino alle porte di transito e di peering.",
  population: "backbone-delays",
  measures: [
    {
      id: "p99",
      name: "Percentile 99° del tempo di andata e ritorno",
      formula: { kind: "percentile", of: "delay", p: 99 },
      ...delay,
    },
    {
      id: "p95",
      name: "Percentile 95° del tempo di andata e ritorno",
      formula: { kind: "percentile", of: "delay", p: 95 },
      ...delay,
    },
    {
      id: "mean",
      name: "Tempo medio di andata e ritorno",
      formula: { kind: "mean", of: "delay" },
      ...delay,
    },
  ],
  choices: [nearestRank],
};

export const backboneLoss: OwnIndicator = {
  ...backbone,
  id: "backbone-loss",
  name: "Perdita di pacchetti della rete dorsale",
  definition: "Pacchetti di prova perduti su pacchetti inviati, fino alle porte di transito e di peering.",
  population: "backbone-packets",
  measures: [
    {
      id: "ratio",
      name: "Percentuale dei pacchetti perduti",
      formula: { kind: "ratio", numerator: "lost", denominator: "sent" },
      unit: "%",
      divisor: 1,
      decimals: 2,
      better: "lower",
      cases: "tests",
    },
  ],
  choices: [],
};
