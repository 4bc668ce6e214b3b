import type { Act, Exclusion, Indicator, Service } from "../act.ts";
import { act131 } from "./131-06-csp.ts";
import { readiness156 } from "./156-23-cons-readiness.ts";
import { act244 } from "./244-08-csp.ts";
import { act254 } from "./254-04-csp.ts";
import { agcomPage } from "./sources.ts";

/**
 * The single text on fixed services. Which ten indicators it has is not known: this is the part of the working hypothesis
 * that has data, each indicator as the older act measured it, for internet and voice alike.
 */
export const act156: Act = {
  id: "156-23-cons",
  authority: "Autorità per le garanzie nelle comunicazioni",
  number: "156/23/CONS",
  date: "2023-06-27",
  title: "Testo unico di revisione e semplificazione degli indicatori di qualità dei servizi da postazione fissa",
  publication: {
    day: "2023-07-10",
    in: "site",
    source:
      "https://www.ilmetropolitano.it/2023/07/10/tlc-qualita-dei-servizi-da-postazione-fissa-nuovo-regolamento-agcom/",
  },
  text: { address: agcomPage, note: "pagina dell’Autorità che presenta l’atto; l’Allegato A non è stato esaminato" },
  inForce: {
    from: {
      day: "2024-01-01",
      source: "smartworld.it; investireoggi.it: applicazione entro 180 giorni dalla pubblicazione",
      note: "Primo anno intero; una fonte (tecnoandroid.it) indica tre mesi. Da confermare sul testo.",
    },
  },
  verified: "no",
  modelHeading: "Indicatori di cui alla delibera n. 156/23/CONS del 27 giugno 2023",
  modelKnown: false,
  readiness: readiness156,
  indicators: [
    as(
      "supply-time",
      1,
      indicatorOf(act131, "activation-time"),
      "Tempo di fornitura del servizio – accesso a Internet",
    ),
    as("supply-time", 1, indicatorOf(act254, "supply-time"), "Tempo di fornitura del servizio – telefonia vocale"),
    as("fault-rate", 2, indicatorOf(act131, "fault-rate"), "Tasso di malfunzionamento per linea – accesso a Internet"),
    as("fault-rate", 2, indicatorOf(act254, "fault-rate"), "Tasso di malfunzionamento per linea – telefonia vocale"),
    as(
      "repair-time",
      3,
      indicatorOf(act131, "repair-time"),
      "Tempo di riparazione dei malfunzionamenti – accesso a Internet",
    ),
    as(
      "repair-time",
      3,
      indicatorOf(act254, "repair-time"),
      "Tempo di riparazione dei malfunzionamenti – telefonia vocale",
    ),
    as("disputed-charges", 4, indicatorOf(act131, "disputed-charges"), "Addebiti contestati – accesso a Internet"),
    as(
      "disputed-charges",
      4,
      inService(indicatorOf(act131, "disputed-charges"), "voice"),
      "Addebiti contestati – telefonia vocale",
    ),
    as(
      "billing-accuracy",
      5,
      inService(indicatorOf(act254, "billing-accuracy"), "internet"),
      "Accuratezza della fatturazione – accesso a Internet",
    ),
    as(
      "billing-accuracy",
      5,
      indicatorOf(act254, "billing-accuracy"),
      "Accuratezza della fatturazione – telefonia vocale",
    ),
    as("throughput", 6, indicatorOf(act244, "throughput"), "Velocità di trasmissione in download e in upload"),
    as("delay", 8, indicatorOf(act244, "delay"), "Ritardo di trasmissione"),
    as("packet-loss", 9, indicatorOf(act244, "packet-loss"), "Tasso di perdita dei pacchetti"),
  ],
};

function indicatorOf(act: Act, id: string): Indicator {
  const found = act.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new TypeError(`${act.id} has no ${id}`);
  return found;
}

function as(id: string, ordinal: number, older: Indicator, name: string): Indicator {
  return { ...older, id, ordinal, name, exclusions: older.exclusions.map(underTheSingleText) };
}

/** An older act's clause permits nothing under the new one. */
function underTheSingleText(exclusion: Exclusion): Exclusion {
  return exclusion.clause.startsWith("delibera n. ")
    ? { ...exclusion, clause: `criterio adottato dall’operatore, come già ${exclusion.clause}` }
    : exclusion;
}

/** The same indicator of the other service. */
function inService(older: Indicator, service: Service): Indicator {
  const appliesTo = service === "voice" ? "servizi di telefonia vocale fissa" : "servizi di accesso a Internet";
  const definition =
    service === "voice"
      ? older.definition.replace(" relativi a tutti i servizi di accesso a Internet", "")
      : older.definition;
  return { ...older, service, requires: service, appliesTo, definition, settings: { ...older.settings, service } };
}
