import type { Act, Measure } from "../act.ts";
import { nearestRank, replacedBySingleText } from "./common.ts";
import { hellotelCharter } from "./sources.ts";

const prescribed = { source: `${hellotelCharter}, parte terza, prestazioni per profilo` } as const;
const speed = { unit: "kbit/s", divisor: 1, decimals: 0 } as const;
const delay = { unit: "ms", divisor: 1000, decimals: 2, better: "lower" } as const;

const failed: Measure = {
  id: "failed",
  name: "Percentuale di trasmissioni fallite",
  formula: { kind: "ratio", numerator: "failed", denominator: "tests", badCaseAdds: "to-both" },
  unit: "%",
  divisor: 1,
  decimals: 2,
  better: "lower",
};

/** Performance of fixed internet access. Checked against two charters that list its indicators and measures. */
export const act244: Act = {
  id: "244-08-csp",
  authority: "Autorità per le garanzie nelle comunicazioni",
  number: "244/08/CSP",
  date: "2008-11-12",
  title:
    "Ulteriori disposizioni in materia di qualità e carte dei servizi di accesso a Internet da postazione fissa ad integrazione della delibera n. 131/06/CSP",
  publication: {
    day: "2009-01-27",
    in: "gazette",
    gazetteNumber: "21",
    source: "http://95.110.157.84/gazzettaufficiale.biz/atti/2009/20090021/09A00658.htm",
  },
  text: {
    address:
      "http://www.ingegneri.info/normativa/autorita-per-le-garanzie-nelle-comunicazioni-deliberazione-12-novembre-2008/",
    note: "gli allegati non sono stati esaminati",
  },
  inForce: {
    from: {
      day: "2009-07-01",
      source: "pubblicazione nella G.U. n. 21 del 27 gennaio 2009",
      note: "Primo semestre intero dopo la pubblicazione; da confermare sul testo.",
    },
    to: replacedBySingleText,
  },
  verified: "charter",
  modelHeading: "Indicatori di cui agli Allegati da 1 a 5 alla delibera n. 244/08/CSP del 12 novembre 2008",
  modelKnown: false,
  indicators: [
    {
      id: "dialup-unavailability",
      ordinal: 1,
      name: "Indisponibilità del servizio di accesso in dial-up",
      definition:
        "Rapporto fra il tempo totale in cui nessun modem è disponibile ad accettare chiamate in dial-up (della rete RTG e ISDN) e il periodo di valutazione.",
      appliesTo: "servizi di accesso a Internet in dial-up",
      service: "internet",
      requires: "dialup",
      population: "dialup-outages",
      settings: {},
      tables: ["dialup_outages"],
      exclusions: [],
      scopes: [[]],
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "ratio",
          name: "Percentuale del tempo di indisponibilità",
          formula: { kind: "ratio", numerator: "outage-seconds", denominator: "period-seconds" },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "lower",
          cases: "outages",
        },
      ],
      choices: [
        {
          id: "outage-overlap",
          value: "merged",
          words: "Le interruzioni sovrapposte sono unite e limitate al periodo; il periodo è in secondi reali.",
          reason: "L’indicatore misura il tempo in cui nessun modem è disponibile.",
        },
      ],
    },
    {
      id: "throughput",
      ordinal: 2,
      name: "Velocità di trasmissione dati",
      definition:
        "Velocità di trasmissione misurata separatamente in download e in upload, per profilo nominale, con il trasferimento di un file di prova predefinito fra un client remoto e un server.",
      appliesTo: "offerte di accesso a Internet, per profilo nominale",
      service: "internet",
      requires: "internet",
      population: "throughput-tests",
      settings: {},
      tables: ["throughput_tests"],
      exclusions: [
        {
          id: "failed",
          words: "trasmissione fallita",
          clause: "velocità delle sole trasmissioni riuscite; le fallite sono esposte a parte",
          measures: ["p5", "p95", "mean", "stddev"],
        },
      ],
      scopes: [["profile", "direction"]],
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "p5",
          name: "Banda minima (percentile 5° della velocità di trasmissione)",
          formula: { kind: "percentile", of: "speed", p: 5, ...prescribed },
          ...speed,
          better: "higher",
        },
        {
          id: "p95",
          name: "Banda massima (percentile 95° della velocità di trasmissione)",
          formula: { kind: "percentile", of: "speed", p: 95, ...prescribed },
          ...speed,
          better: "higher",
        },
        {
          id: "mean",
          name: "Banda media",
          formula: { kind: "mean", of: "speed" },
          unit: "kbit/s",
          divisor: 1,
          decimals: 0,
          better: "higher",
        },
        {
          id: "stddev",
          name: "Deviazione standard della velocità di trasmissione",
          formula: { kind: "deviation", of: "speed" },
          ...speed,
          better: "lower",
        },
        failed,
      ],
      choices: [
        nearestRank,
        {
          id: "deviation",
          value: "population",
          words: "La deviazione standard è quella della popolazione (divisore n).",
          reason: "Si misurano tutte le prove del periodo, non un campione di esse.",
        },
      ],
    },
    {
      id: "delay",
      ordinal: 3,
      name: "Ritardo di trasmissione dati",
      definition: "Tempo di andata e ritorno di un pacchetto di prova, per profilo nominale.",
      appliesTo: "offerte di accesso a Internet, per profilo nominale",
      service: "internet",
      requires: "internet",
      population: "delay-tests",
      settings: {},
      tables: ["delay_tests"],
      exclusions: [],
      scopes: [["profile"]],
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "p95",
          name: "Ritardo massimo (percentile 95°)",
          formula: { kind: "percentile", of: "delay", p: 95, ...prescribed },
          ...delay,
        },
        { id: "mean", name: "Ritardo medio", formula: { kind: "mean", of: "delay" }, ...delay },
        {
          id: "stddev",
          name: "Deviazione standard del ritardo",
          formula: { kind: "deviation", of: "delay" },
          ...delay,
        },
      ],
      choices: [nearestRank],
    },
    {
      id: "packet-loss",
      ordinal: 4,
      name: "Tasso di perdita dei pacchetti",
      definition:
        "Probabilità di perdita dei pacchetti ICMP: pacchetti perduti su pacchetti inviati, per profilo nominale.",
      appliesTo: "offerte di accesso a Internet, per profilo nominale",
      service: "internet",
      requires: "internet",
      population: "packet-tests",
      settings: {},
      tables: ["packet_tests"],
      exclusions: [],
      scopes: [["profile"]],
      periodicity: "S/A",
      regional: false,
      measures: [
        {
          id: "ratio",
          name: "Probabilità di perdita pacchetti ICMP",
          formula: { kind: "ratio", numerator: "lost", denominator: "sent" },
          unit: "%",
          divisor: 1,
          decimals: 2,
          better: "lower",
          cases: "tests",
        },
      ],
      choices: [],
    },
  ],
};
