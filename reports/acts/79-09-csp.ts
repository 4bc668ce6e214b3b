import type { Act } from "../act.ts";
import type { Dimension } from "../scope.ts";
import { abandonedInDenominator, answeredUnderLimit, callExclusions, meanWait, navigationMeasure } from "./common.ts";
import { cieloCharter, hellotelCharter } from "./sources.ts";

const assistance = "servizi telefonici di contatto (call center)";
const scopes: readonly (readonly Dimension[])[] = [[], ["number", "purpose"]];

/** Call centres. Checked against two charters that quote its indicators and measures. */
export const act79: Act = {
  id: "79-09-csp",
  authority: "Autorità per le garanzie nelle comunicazioni",
  number: "79/09/CSP",
  date: "2009-05-14",
  title:
    "Direttiva in materia di qualità dei servizi telefonici di contatto (call center) nel settore delle comunicazioni elettroniche",
  publication: {
    day: "2009-06-04",
    in: "gazette",
    gazetteNumber: "127",
    source: "Gazzetta Ufficiale, codice redazionale 09A06346",
  },
  text: {
    address:
      "https://www.iusetnorma.it/normativa/deliberazione_autorita_per_le_garanzie_nelle_comunicazioni_14_maggio_2009_n_79_09_csp.asp",
    note: "testo integrale, del quale sono state esaminate le sole premesse",
  },
  inForce: {
    from: {
      day: "2010-01-01",
      source: "pubblicazione nella G.U. n. 127 del 4 giugno 2009",
      note: "Primo semestre intero dopo la pubblicazione; da confermare sul testo.",
    },
    to: {
      day: "2025-08-07",
      source: "delibera n. 255/24/CONS, pubblicata l’8 agosto 2024, da attuare entro dodici mesi",
      note: "Ultimo giorno prima dell’applicazione della nuova disciplina; da confermare.",
    },
  },
  verified: "charter",
  modelHeading: "Indicatori di cui alla delibera n. 79/09/CSP del 14 maggio 2009",
  modelKnown: false,
  indicators: [
    {
      id: "ivr-navigation",
      ordinal: 1,
      name: "Tempo minimo di navigazione per accedere alla scelta di parlare con un addetto, allo scopo di presentare un reclamo",
      definition:
        "Intervallo di tempo fra il momento in cui viene completata correttamente la selezione del numero di assistenza e l’istante in cui può essere selezionata dall’utente la scelta di parlare con un addetto per presentare un reclamo.",
      appliesTo: assistance,
      requires: "any",
      population: "ivr-trees",
      settings: { callKind: "customer_care", ivrPath: "complaint_option_ms" },
      tables: ["ivr_trees"],
      scopesFrom: ["calls", "ivr-trees"],
      exclusions: [],
      scopes,
      periodicity: "S/A",
      regional: false,
      measures: [
        navigationMeasure(
          "weighted-mean",
          "Media, pesata rispetto alla permanenza di ciascun IVR nel semestre, dei tempi minimi di accesso nell’IVR alla scelta «operatore umano» per presentare un reclamo",
        ),
      ],
      choices: [],
    },
    {
      id: "agent-answer",
      ordinal: 2,
      name: "Tempo di risposta dell’addetto",
      definition:
        "Intervallo di tempo fra il momento in cui viene selezionata dall’utente la scelta «addetto» nell’IVR e l’istante in cui l’addetto risponde all’utente.",
      appliesTo: assistance,
      requires: "any",
      population: "calls",
      settings: { callKind: "customer_care" },
      tables: ["contact_calls"],
      scopesFrom: ["calls", "ivr-trees"],
      exclusions: callExclusions(["mean"]),
      scopes,
      periodicity: "S/A",
      regional: false,
      measures: [
        meanWait("mean", "Tempo medio di risposta alle chiamate entranti"),
        answeredUnderLimit({ source: `${hellotelCharter}, parte terza; ${cieloCharter}, § 3.4.2` }),
        {
          id: "abandoned",
          name: "Percentuale di chiamate abbandonate dopo la scelta dell’addetto",
          formula: { kind: "ratio", numerator: "abandoned", denominator: "chosen", badCaseAdds: "to-both" },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "lower",
        },
      ],
      choices: [abandonedInDenominator],
    },
    {
      id: "first-call-resolution",
      ordinal: 3,
      name: "Percentuale di reclami risolti senza ulteriori chiamate",
      definition:
        "Percentuale di reclami che vengono risolti senza che l’utente abbia la necessità di effettuare, sullo stesso reclamo, ulteriori chiamate al numero di assistenza.",
      appliesTo: assistance,
      requires: "any",
      population: "phone-complaints",
      settings: {},
      tables: ["phone_complaints"],
      scopesFrom: ["calls", "ivr-trees"],
      exclusions: [
        {
          id: "not-closed",
          words: "reclamo non ancora chiuso",
          clause: "criterio adottato dall’operatore: solo un reclamo chiuso può dirsi risolto",
        },
      ],
      scopes,
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "ratio",
          name: "Percentuale di reclami risolti senza ulteriori chiamate al numero di assistenza",
          formula: { kind: "share", of: "further-calls", test: { is: "zero" } },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "higher",
        },
      ],
      choices: [],
    },
  ],
};
