/** How far 156/23/CONS can be reported although the list of its ten indicators was read by nobody here. */
import type { Readiness } from "../act.ts";
import { agcomPage } from "./sources.ts";

const measuresOfTimes = "percentile 95°, percentile 99°, media, percentuale entro il termine, numerosità";

export const readiness156: Readiness = {
  known: [
    {
      words:
        "Gli indicatori dei servizi da postazione fissa passano da 21 a 10, con un’unica disciplina per telefonia e accesso a Internet, FWA compreso.",
      source: "agcom.it, pagina dell’Autorità sulla qualità dei servizi",
    },
    {
      words:
        "I risultati sono pubblicati sul sito dell’operatore, posti a confronto con gli obiettivi fissati in precedenza.",
      source: "agcom.it, pagina dell’Autorità sulla qualità dei servizi",
    },
    {
      words:
        "Sul sito vi è una pagina «trasparenza tecnica» con le velocità minima, massima e normalmente disponibile di ciascuna offerta.",
      source: "agcom.it, pagina dell’Autorità sulla qualità dei servizi",
    },
    {
      words:
        "La delibera è stata approvata il 27 giugno 2023 e presentata il 10 luglio 2023, dopo la consultazione avviata con la delibera n. 405/22/CONS.",
      source:
        "https://www.ilmetropolitano.it/2023/07/10/tlc-qualita-dei-servizi-da-postazione-fissa-nuovo-regolamento-agcom/; tecnoandroid.it",
    },
    {
      words: "L’applicazione è prevista entro 180 giorni dalla pubblicazione; il primo anno intero è il 2024.",
      source: "smartworld.it; investireoggi.it (tecnoandroid.it indica tre mesi)",
    },
  ],
  hypothesis: {
    words:
      "I dieci indicatori sono ricavati dai 21 precedenti togliendo dial-up, telefoni pubblici, carrier selection e servizi tramite operatore, e unendo telefonia e Internet. Ciascuno è misurato come nell’atto anteriore; numerazione e misure sono provvisorie.",
    source: "criterio adottato dall’operatore, dalle delibere n. 254/04/CSP, n. 131/06/CSP e n. 244/08/CSP",
  },
  expected: [
    {
      ordinal: 1,
      name: "Tempo di fornitura del servizio",
      measures: measuresOfTimes,
      confidence: "high",
      indicator: "supply-time",
    },
    {
      ordinal: 2,
      name: "Tasso di malfunzionamento per linea",
      measures: "percentuale",
      confidence: "high",
      indicator: "fault-rate",
    },
    {
      ordinal: 3,
      name: "Tempo di riparazione dei malfunzionamenti",
      measures: "percentile 80°, percentile 95°, media, percentuale entro il termine",
      confidence: "high",
      indicator: "repair-time",
    },
    {
      ordinal: 4,
      name: "Addebiti contestati",
      measures: "percentuale",
      confidence: "high",
      indicator: "disputed-charges",
    },
    {
      ordinal: 5,
      name: "Accuratezza della fatturazione",
      measures: "percentuale",
      confidence: "high",
      indicator: "billing-accuracy",
    },
    {
      ordinal: 6,
      name: "Velocità di trasmissione in download",
      measures: "percentili 5° e 95°, media, deviazione standard",
      confidence: "high",
      indicator: "throughput",
      scope: { direction: "download" },
    },
    {
      ordinal: 7,
      name: "Velocità di trasmissione in upload",
      measures: "percentili 5° e 95°, media, deviazione standard",
      confidence: "high",
      indicator: "throughput",
      scope: { direction: "upload" },
    },
    {
      ordinal: 8,
      name: "Ritardo di trasmissione",
      measures: "percentile 95°, media, deviazione standard",
      confidence: "high",
      indicator: "delay",
    },
    {
      ordinal: 9,
      name: "Tasso di perdita dei pacchetti",
      measures: "percentuale",
      confidence: "high",
      indicator: "packet-loss",
    },
    {
      ordinal: 10,
      name: "Uno fra: variazione del ritardo, chiamate fallite, indisponibilità del servizio, tempo di instaurazione",
      measures: "non note",
      confidence: "low",
    },
  ],
  unknown: [
    "Quali siano i dieci indicatori, con nomi, definizioni, misure e unità.",
    "Quali siano semestrali e quali annuali, e quali per regione.",
    "Esclusioni ammesse e distinzione fra rete propria e rete di altri operatori.",
    "Formato del resoconto, canale e termine di trasmissione, forma della pubblicazione e certificazione della qualità.",
    "La norma di abrogazione degli atti anteriori e la data esatta di applicazione.",
  ],
  toCheck: [
    {
      words:
        "Leggere l’Allegato A: elenco dei dieci indicatori, definizioni, misure, periodicità, dettaglio regionale.",
      where: agcomPage,
    },
    {
      words: "Confrontare con lo schema posto in consultazione (delibera n. 405/22/CONS).",
      where: "https://dirittoaldigitale.com/?p=7865",
    },
    {
      words: "Verificare articolo di abrogazione, data di applicazione e modello del resoconto.",
      where:
        "https://www.ilmetropolitano.it/2023/07/10/tlc-qualita-dei-servizi-da-postazione-fissa-nuovo-regolamento-agcom/",
    },
  ],
};
