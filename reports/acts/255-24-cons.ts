import type { Act, LegalMinimum } from "../act.ts";
import type { Dimension } from "../scope.ts";
import { abandonedInDenominator, adopted, callExclusions, elapsedDays, meanWait, nearestRank } from "./common.ts";

const assistance = "servizi di assistenza clienti";
const scopes: readonly (readonly Dimension[])[] = [[], ["number", "purpose"]];
const mondomobileweb =
  "https://www.mondomobileweb.it/285498-telefonia-nuove-regole-agcom-per-il-servizio-di-assistenza-clienti/amp/";
const appliesFrom = "2025-08-08";

const minimum = {
  clause: "art. 8, lett. a), Allegato A alla delibera n. 255/24/CONS",
  source: "dimt.it; https://www.key4biz.it/?p=501167",
  from: appliesFrom,
} as const;
const answerMinimum: LegalMinimum = {
  value: "150",
  comparator: "<=",
  ...minimum,
  note: "Le fonti non chiariscono se il limite comprenda il tempo di navigazione nell’IVR: è confrontato con entrambi i tempi.",
};

/**
 * Customer care. Its values were taken from the Authority's own page, the press and consumer associations, which agree;
 * the text of the annex was not at hand, so that nothing here is confirmed.
 */
export const act255: Act = {
  id: "255-24-cons",
  authority: "Autorità per le garanzie nelle comunicazioni",
  number: "255/24/CONS",
  date: "2024-07-10",
  title:
    "Disciplina e indicatori di qualità del servizio di assistenza clienti nel settore delle comunicazioni elettroniche e dei servizi media audiovisivi",
  publication: { day: "2024-08-08", in: "site", source: "mondomobileweb.it; dimt.it" },
  text: { address: mondomobileweb, note: "notizia che rinvia al testo; l’Allegato A non è stato esaminato" },
  inForce: {
    from: {
      day: appliesFrom,
      source: "dodici mesi dalla pubblicazione dell’8 agosto 2024 (mondomobileweb.it; dimt.it)",
      note: "Giorno esatto di applicazione da confermare sul testo.",
    },
  },
  verified: "no",
  modelHeading: "Indicatori di cui alla delibera n. 255/24/CONS del 10 luglio 2024",
  modelKnown: false,
  indicators: [
    {
      id: "agent-answer",
      ordinal: 1,
      name: "Tempo di risposta dell’operatore",
      definition:
        "Tempo medio di risposta dell’operatore alle chiamate entranti, senza e con il tempo di navigazione nell’IVR; tasso di chiamate verso operatore servite entro 20 secondi.",
      appliesTo: assistance,
      requires: "any",
      population: "calls",
      settings: { callKind: "customer_care" },
      tables: ["contact_calls"],
      scopesFrom: ["calls", "ivr-trees"],
      exclusions: callExclusions(["mean", "mean-with-ivr"]),
      scopes,
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          ...meanWait("mean", "Tempo medio di risposta dell’operatore"),
          minimum: answerMinimum,
        },
        {
          id: "mean-with-ivr",
          name: "Tempo medio di risposta dell’operatore, compreso il tempo di navigazione nell’IVR",
          formula: { kind: "mean", of: "total" },
          unit: "s",
          divisor: 1000,
          decimals: 2,
          better: "lower",
          minimum: answerMinimum,
        },
        {
          id: "within-limit",
          name: "Tasso di chiamate verso operatore servite entro 20 secondi",
          formula: {
            kind: "share",
            of: "wait",
            test: { is: "within-limit", limitSeconds: 20, source: minimum.source, from: appliesFrom },
            over: "chosen",
          },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "higher",
          minimum: { value: "40", comparator: ">=", ...minimum },
        },
      ],
      choices: [
        abandonedInDenominator,
        {
          id: "total-time",
          value: "both",
          words:
            "Lo standard minimo di 150 secondi è confrontato con il tempo medio senza la navigazione nell’IVR e con quello che la comprende.",
          reason: "Le fonti non chiariscono se il limite comprenda il tempo di navigazione.",
        },
      ],
    },
    {
      id: "complaint-answer",
      ordinal: 2,
      name: "Tempo di risposta ai reclami",
      definition:
        "Giorni solari dalla ricezione del reclamo alla risposta; percentuale di reclami con risposta entro il termine (30 giorni; 45 per i reclami ricevuti prima dell’8 agosto 2025).",
      appliesTo: assistance,
      requires: "any",
      population: "answered-complaints",
      settings: {
        complaintTerms: [
          {
            receivedFrom: null,
            days: 45,
            source: "punto-informatico.it; dimt.it: il termine è ridotto «da 45 a 30 giorni»",
            note: "Termine già previsto dall’art. 8, comma 4, della delibera n. 179/03/CSP, da verificare sul testo.",
          },
          {
            receivedFrom: appliesFrom,
            days: 30,
            source: "punto-informatico.it; dimt.it",
            note: "Data di applicazione da confermare; adiconsum.it riporta un termine diverso (45 giorni e non più di 60).",
          },
        ],
      },
      tables: ["complaints"],
      exclusions: [],
      scopes: [[]],
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "within-term",
          name: "Percentuale di reclami con risposta entro il termine",
          formula: { kind: "share", of: "term-slack", test: { is: "not-negative" } },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "higher",
          minimum: {
            value: "100",
            comparator: ">=",
            clause: "delibera n. 255/24/CONS: risposta al reclamo entro 30 giorni",
            source: "punto-informatico.it; dimt.it",
            from: appliesFrom,
            note: "Il termine vale per ciascun reclamo: lo standard è rispettato se nessuna risposta è tardiva.",
          },
        },
        {
          id: "p95",
          name: "Percentile 95° del tempo di risposta ai reclami",
          formula: {
            kind: "percentile",
            of: "days",
            p: 95,
            source: `${adopted}: misura che le fonti sull’atto non nominano`,
          },
          unit: "days",
          divisor: 1,
          decimals: 0,
          better: "lower",
        },
      ],
      choices: [nearestRank, elapsedDays],
    },
  ],
};
