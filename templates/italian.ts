/** Every Italian sentence and label of the documents. Numbers and names come in as texts already formatted. */
import type { Act, Unit, Verified } from "../reports/act.ts";
import { isOwnAct } from "../reports/acts/operator.ts";
import type { Comparator, ReportPeriod } from "../reports/report-model.ts";
import { dateWords, integerWords, shortDateWords } from "./number-format.ts";

export const notFixed = "–";
export const notDeterminable = "n.d.";
export const notApplicable = "n.a.";

export const comparatorWords: Readonly<Record<Comparator, string>> = {
  "<": "inferiore a",
  "<=": "non superiore a",
  ">": "superiore a",
  ">=": "non inferiore a",
};

const units: Readonly<Record<Unit, string>> = {
  days: "giorni solari",
  hours: "ore solari",
  s: "secondi",
  ms: "millisecondi",
  "kbit/s": "kbit/s",
  "%": "%",
  count: "-",
};

/** A unit that is not of the acts' own list stands as it is. */
export function unitWords(unit: string): string {
  return (units as Readonly<Record<string, string>>)[unit] ?? unit;
}

export const outcomes = {
  met: "Obiettivo raggiunto",
  missed: "Obiettivo non raggiunto",
  standardMet: "Standard minimo rispettato",
  standardMissed: "Standard minimo non rispettato",
  notAssessable: "Non valutabile",
  notApplicable: "Non applicabile: servizio non offerto",
} as const;

/** What a target's margin of safety is called in the table of the targets met. */
export const casesToTurn = "Ulteriori casi oltre il limite con cui l’obiettivo sarebbe mancato";

export const columns = {
  scope: "Ambito",
  measure: "Misura",
  unit: "Unità di misura",
  target: "Obiettivo",
  cases: "Numero di casi",
  outcome: "Esito",
  margin: "Margine",
  notes: "Note",
  act: "Delibera",
  indicator: "Indicatore",
} as const;

/** The head of the target column: with the year where all of a table's targets hold for one. */
export function targetColumn(years: readonly number[]): string {
  return years.length === 1 ? `${columns.target} ${years[0]}` : columns.target;
}

export function targetWords(comparator: Comparator, value: string, year: number | undefined): string {
  return `${comparatorWords[comparator]} ${value}${year === undefined ? "" : ` [${year}]`}`;
}

export function standardWords(comparator: Comparator, value: string): string {
  return `standard minimo: ${comparatorWords[comparator]} ${value}`;
}

/** `"1° semestre"`, or the whole year. */
export function periodName({ half }: ReportPeriod): string {
  return half === null ? "Anno intero" : halfName(half);
}

export function halfName(half: 1 | 2): string {
  return `${half}° semestre`;
}

/** `"1° semestre 2026"` from `"2026-S1"`, `"anno 2026"` from `"2026"`. */
export function periodIdWords(id: string): string {
  const match = /^(\d{4})-S([12])$/.exec(id);
  return match === null ? `anno ${id}` : `${match[2]}° semestre ${match[1]}`;
}

/** `"Anno 2026: da rifare, usa S1 r1"`: the halves that are others by now, each with the revision that was used. */
export function yearToRedo(
  year: number,
  halves: readonly { readonly period: string; readonly revision: number | null }[],
): string {
  const used = halves.map(({ period, revision }) => {
    const half = period.slice(period.indexOf("S"));
    return revision === null ? `${half} non pubblicato` : `${half} r${revision}`;
  });
  return `Anno ${year}: da rifare, usa ${listWords(used)}`;
}

export function periodWords(period: ReportPeriod): string {
  return `${periodName(period)} (dal ${shortDateWords(period.firstDay)} al ${shortDateWords(period.lastDay)})`;
}

export const serviceWords = { internet: "accesso a Internet", voice: "telefonia vocale" } as const;

export const toConfirm = "(da confermare)";

/** An act as it is cited; the operator's own commitments are those of its charter. */
export function actWords(act: Act): string {
  if (isOwnAct(act)) return act.text.note;
  const cited = `Delibera n. ${act.number} del ${dateWords(act.date)}`;
  return act.verified === "no" ? `${cited} ${toConfirm}` : cited;
}

export function actNumber(number: string): string {
  return `delibera n. ${number}`;
}

export const provisionalDefinition =
  "Definizione provvisoria: il testo dell’atto non è stato ancora verificato. Valore non utilizzabile per la comunicazione all’Autorità.";

export const verifiedWords: Readonly<Record<Verified, string>> = {
  text: "Definizioni verificate sul testo dell’atto.",
  "filed-model":
    "Definizioni verificate su un modello elettronico depositato; il testo dell’atto non è stato esaminato.",
  charter: "Definizioni verificate su Carte dei servizi che citano l’atto; il testo dell’atto non è stato esaminato.",
  no: provisionalDefinition,
};

/** What stands over an act's part of the report, and below it: own commitments go by what they are. */
export function actTitles(act: Act): readonly [title: string, subtitle: string] {
  return isOwnAct(act) ? [act.title, actWords(act)] : [actWords(act), act.title];
}

/** With a full stop: a firm that ends in "S.r.l." has it already. */
export function stopped(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** What the rules were checked against. */
export function verificationWords(act: Pick<Act, "id" | "verified">): string {
  return isOwnAct(act) ? "Definizioni tratte dal documento dell’operatore." : verifiedWords[act.verified];
}

export function indicatorTitle(ordinal: number, name: string): string {
  return `Indicatore ${ordinal} – ${name}`;
}

export const sections = {
  title: "Relazione sugli indicatori di qualità dei servizi",
  operator: "Operatore",
  seat: "Sede",
  roc: "Iscrizione al ROC",
  site: "Sito",
  charter: "Carta dei servizi",
  period: "Periodo di rilevazione",
  acts: "Atti di riferimento",
  snapshot: "Estrazione dei dati, impronta SHA-256",
  summary: "Sintesi degli esiti",
  missed: "Obiettivi non raggiunti",
  met: "Obiettivi raggiunti",
  unassessed: "Obiettivi non valutabili",
  definition: "Definizione",
  appliesTo: "Servizi cui si applica",
  charterTargets: "Obiettivi della Carta dei servizi",
  choices: "Criteri di calcolo adottati",
  notes: "Note",
  commitments: "Impegni della Carta dei servizi non compresi negli indicatori dell’Autorità",
  warnings: "Avvertenze",
  method: "Note sul metodo",
  reason: "Motivo",
  excluded: "Casi esclusi e quadratura delle righe",
  section: "Paragrafo",
  commitment: "Impegno",
  charterWords: "Testo della Carta",
  printedValue: "Valore riportato",
} as const;

export const watermark = "BOZZA";
export const draftFooter =
  "Bozza in attesa di approvazione. Non valida per la pubblicazione né per l’invio all’Autorità.";

export function pageWords(page: number, pages: number): string {
  return `Pagina ${page} di ${pages}`;
}

export const sentences = {
  legend:
    "n.d. = non determinabile: nel periodo non vi sono casi. n.a. = non applicabile. – = obiettivo non fissato. I numeri della colonna Note rinviano alle note sotto ciascuna tabella.",
  workbookLegend: "n.d. = non determinabile: nel periodo non vi sono casi. n.a. = non applicabile.",
  rounding:
    "I valori sono calcolati senza arrotondamenti intermedi e arrotondati solo in stampa, per eccesso se la prima cifra omessa è pari o superiore a 5. L’esito è determinato sul valore non arrotondato.",
  moreDecimals:
    "Dove l’arrotondamento farebbe apparire un esito diverso, il valore è stampato con le cifre decimali necessarie.",
  margin:
    "Il margine è la distanza dall’obiettivo nell’unità della misura, con segno positivo se il valore è migliore dell’obiettivo.",
  percentile:
    "Ordinati gli n casi in senso crescente, il percentile p è il valore del caso di posto p·n/100, arrotondato all’intero superiore; nessuna interpolazione.",
  calls:
    "Le chiamate abbandonate dopo la scelta dell’operatore sono comprese nel denominatore della percentuale e non nel tempo medio.",
  year: "Il valore annuale è ricalcolato su tutti i casi dell’anno e non è la media dei semestri.",
  halves: "Nelle colonne dei semestri – indica che la relazione del semestre non espone quel valore.",
  smallNumber: "Numero di casi ridotto: il percentile coincide con il valore massimo osservato.",
  roundedTie:
    "Il valore stampato è arrotondato; l’esito è determinato sul valore non arrotondato, che la stampa non può esporre per intero.",
  noMissed: "Nessun obiettivo valutabile risulta mancato.",
  noTargets: "Nel periodo nessun indicatore ha un obiettivo fissato.",
  noWarnings: "Nessuna avvertenza.",
  noFigures: "Nel periodo non vi sono valori da esporre per questo indicatore.",
  detailSheet:
    "Il foglio «Dettaglio» riporta, nella stessa forma, i valori della relazione che il modello elettronico non prevede.",
  modelUnknown:
    "Del modello elettronico di questo atto non è stato esaminato un esemplare depositato: è usata la forma del modello della delibera n. 131/06/CSP.",
} as const;

export function summaryWords(met: string, assessable: string): string {
  return `Obiettivi raggiunti: ${met} su ${assessable} valutabili`;
}

export function standardsWords(met: string, assessable: string): string {
  return `Standard minimi rispettati: ${met} su ${assessable} valutabili`;
}

export function warningsCount(count: string): string {
  return `Avvertenze: ${count}, riportate in fondo alla relazione`;
}

/** Units as the operators' profiles write them; a plain ratio has none. */
export const charterUnits: Readonly<Record<string, string>> = {
  days: "giorni",
  hours: "ore",
  minutes: "minuti",
  s: "secondi",
  ms: "ms",
  "Mbit/s": "Mbit/s",
  "kbit/s": "kbit/s",
  "%": "%",
  ratio: "",
};

export function oldTarget(year: number): string {
  return `Obiettivo della Carta ${year}, non aggiornato per l’anno di riferimento.`;
}

/** The charter's limit in the place of the act's own, where the measure's name says that; else beside the name. */
export function measureWithLimit(measure: string, own: number | undefined, limit: number): string {
  const [before, after, ...others] = measure.split(secondsWords(own));
  if (own === undefined || after === undefined || others.length > 0)
    return `${measure} [limite della Carta: ${secondsWords(limit)}]`;
  return `${before}${secondsWords(limit)}${after} [limite della Carta]`;
}

function secondsWords(limit: number | undefined): string {
  return limit === 1 ? "1 secondo" : `${limit} secondi`;
}

/** `"§ 3.2.4"`; a section that is named in words stands as it is. */
export function sectionWords(section: string): string {
  return /^\d/.test(section) ? `§ ${section}` : section;
}

/** What is odd in the charter at a section, already in words. */
export function oddityWords(section: string, words: string): string {
  return `Carta, ${section}: ${words}`;
}

/** The section and the words that oddityWords joined. */
export function oddityParts(message: string): readonly [string, string] | undefined {
  const match = /^Carta, (.+?): (.+)$/s.exec(message);
  return match === null ? undefined : [match[1] ?? "", match[2] ?? ""];
}

export const warningHeads = {
  data: "Avvertenze sui dati",
  acts: "Avvertenze sugli atti",
  charter: "Avvertenze sulla Carta dei servizi",
  others: "Altre avvertenze",
} as const;

export function placesWords(places: readonly string[]): string {
  return places.join(" – ");
}

export function charterQuote(section: string, year: number, words: string): string {
  return `${sectionWords(section)} [${year}]: «${words}»`;
}

export function quotedValues(quote: string, values: readonly string[]): string {
  return `${quote} – ${sections.printedValue}: ${values.join("; ")}.`;
}

export function printedValueWords(measure: string, scope: string, value: string): string {
  return `${measure} (${scope}): ${value}`;
}

export function appliesToWords(services: string): string {
  return `${sections.appliesTo}: ${services}.`;
}

export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} e ${last}`;
}

export interface CountedReason {
  readonly count: number;
  /** Follows "per". */
  readonly words: string;
  /** The point of law; absent where a reason needs none. */
  readonly clause?: string;
}

/** `"Casi esclusi dal calcolo: 12, di cui 9 per ordine annullato (rif. …) e 3 per …"`; `about` says of which figures. */
export function exclusionsWords(reasons: readonly CountedReason[], about?: string): string {
  const subject = about === undefined ? "Casi esclusi dal calcolo" : `Casi esclusi dal calcolo – ${about}`;
  return `${subject}: ${ofWhich(reasons)}.`;
}

export interface ScopedReason extends Omit<CountedReason, "count"> {
  readonly counts: readonly { readonly count: number; readonly scope: string }[];
}

/** Where nothing is said of the whole population: `"Casi esclusi dal calcolo: per …  12 (profilo …) e 3 (profilo …)."` */
export function scopedExclusionsWords(reasons: readonly ScopedReason[], about?: string): string {
  const parts = reasons.map(({ counts, words, clause }) => {
    const places = listWords(counts.map(({ count, scope }) => `${integerWords(count)} (${scope})`));
    return `${reasonOnly(words, clause)}: ${places}`;
  });
  return `${excludedSubject(about)} ${parts.join("; ")}.`;
}

function excludedSubject(about: string | undefined): string {
  return about === undefined ? "Casi esclusi dal calcolo" : `Casi esclusi dal calcolo – ${about} –`;
}

export function scopeOf(label: string): string {
  return `ambito: ${label}`;
}

export function allMeasuresBut(names: readonly string[]): string {
  return `tutte le misure eccetto «${names.join("», «")}»`;
}

export function onlyMeasures(names: readonly string[]): string {
  return `«${names.join("», «")}»`;
}

export function quarantineWords(reasons: readonly CountedReason[]): string {
  return `Righe scartate: ${ofWhich(reasons)}.`;
}

function ofWhich(reasons: readonly CountedReason[]): string {
  const parts = listWords(reasons.map(reasonWords));
  return reasons.length === 1 ? parts : `${integerWords(totalOf(reasons))}, di cui ${parts}`;
}

function reasonWords({ count, words, clause }: CountedReason): string {
  return `${integerWords(count)} ${reasonOnly(words, clause)}`;
}

function reasonOnly(words: string, clause: string | undefined): string {
  if (clause === undefined) return `per ${words}`;
  return `per ${words} (${clause.startsWith("criterio") ? clause : `rif. ${clause}`})`;
}

export function totalOf(reasons: readonly { readonly count: number }[]): number {
  return reasons.reduce((sum, { count }) => sum + count, 0);
}

interface Balance {
  /** The table's Italian name. */
  readonly table: string;
  readonly read: number;
  readonly outside: number;
  readonly noConcern: number;
  readonly counted: number;
  readonly excluded: number;
  readonly quarantined: number;
}

/** `"Quadratura – ordini di attivazione: 1.204 righe lette = 1.180 considerate + 20 escluse + 4 scartate per errore nei dati."` */
export function conservationWords(balance: Balance): string {
  const terms = [
    term(balance.counted, "considerata", "considerate"),
    term(balance.excluded, "esclusa", "escluse"),
    term(balance.quarantined, "scartata per errore nei dati", "scartate per errore nei dati"),
    ...(balance.outside === 0 ? [] : [`${integerWords(balance.outside)} fuori dal periodo`]),
    ...(balance.noConcern === 0 ? [] : [`${integerWords(balance.noConcern)} non pertinenti all’indicatore`]),
  ];
  return `Quadratura – ${balance.table}: ${term(balance.read, "riga letta", "righe lette")} = ${terms.join(" + ")}.`;
}

function term(count: number, one: string, many: string): string {
  return `${integerWords(count)} ${count === 1 ? one : many}`;
}

export const adoptedCriterion = "criterio adottato dall’operatore";

const tables: Readonly<Record<string, string>> = {
  activation_orders: "ordini di attivazione",
  fault_reports: "segnalazioni di malfunzionamento",
  suspensions: "sospensioni",
  events: "eventi eccezionali",
  access_lines: "linee di accesso",
  invoices: "fatture",
  billing_disputes: "contestazioni di addebiti",
  contact_calls: "chiamate ai servizi di contatto",
  ivr_trees: "alberi IVR",
  phone_complaints: "reclami telefonici",
  complaints: "reclami",
  throughput_tests: "prove di velocità",
  delay_tests: "prove di ritardo",
  packet_tests: "prove di perdita dei pacchetti",
  backbone_tests: "prove di dorsale",
  dialup_outages: "interruzioni dell’accesso in dial-up",
  service_outages: "interruzioni del servizio",
};

export function tableWords(table: string): string {
  return tables[table] ?? table;
}

const badRows: Readonly<Record<string, string>> = {
  unreadable: "valore illeggibile",
  null: "valore mancante",
  "not-in-list": "valore non ammesso",
  "end-before-start": "fine anteriore all’inizio",
  negative: "quantità netta negativa",
  duplicate: "riga ripetuta",
  conflict: "chiave ripetuta con contenuto diverso",
};

/** Why a row was not used, after "per"; `column:reason` names the column too. An unknown reason stands as it is. */
export function quarantineReason(id: string): string {
  const [column, reason] = id.includes(":") ? [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)] : ["", id];
  const words = badRows[reason] ?? `«${reason}»`;
  return column === "" ? words : `${words} nel campo ${column}`;
}

/** The heads of the Authority's electronic model; the kind of order has no title there. */
export const modelColumns = [
  "Per.",
  "Denominazione indicatore",
  "",
  "servizi cui si applica",
  "Misura",
  "Unità di misura",
  "Valore rilevato",
] as const;

export const model = {
  operator: "OPERATORE:",
  year: "Anno di riferimento:",
  period: "Periodo di rilevazione dei dati:",
  boxes: ["1° SEM.", "2° SEM.", "ANNO Intero"],
  mark: "X",
  same: "idem",
  cases: "Numerosità",
  detail: "Dettaglio",
  regions: "Regioni",
  notes: "Note",
  page: "Pagina &P di &N",
} as const;

/** The heading of the sheet that holds what the model does not ask for. */
export function detailHeading(heading: string): string {
  return `${heading} – Dettaglio dei valori non compresi nel modello`;
}

export function casesOfMeasure(measure: string): string {
  return `${model.cases} – ${measure}`;
}
