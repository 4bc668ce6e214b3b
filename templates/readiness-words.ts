/** The readiness page of an act that was not read: what is known, what is supposed, what is to be looked up. */
import type { Act, ExpectedIndicator, Readiness } from "../reports/act.ts";
import type { ReportModel } from "../reports/report-model.ts";
import { tableWords } from "./italian.ts";

export const readinessHeads = {
  title: "Stato di preparazione",
  known: "Noto",
  hypothesis: "Ipotesi adottata",
  expected: "Indicatori attesi",
  unknown: "Non noto",
  toCheck: "Da verificare",
  ordinal: "N.",
  name: "Indicatore atteso",
  measures: "Misure previste",
  confidence: "Esistenza",
  data: "Dati",
} as const;

const confidenceWords: Readonly<Record<ExpectedIndicator["confidence"], string>> = {
  high: "molto probabile",
  low: "incerta",
};

export function readinessTitle({ number }: Act): string {
  return `${readinessHeads.title} – delibera n. ${number}`;
}

/** How many of the expected indicators the act's data covers: `"Con dati: 9 su 10."` */
export function coveredWords({ expected }: Readiness): string {
  return `Con dati: ${expected.filter(({ indicator }) => indicator !== undefined).length} su ${expected.length}.`;
}

export function knownLines({ known }: Readiness): readonly string[] {
  return known.map(({ words, source }) => `${words} (${source})`);
}

export function hypothesisLine({ hypothesis: { words, source } }: Readiness): string {
  return `${words} (${source})`;
}

export function toCheckLines({ toCheck }: Readiness): readonly string[] {
  return toCheck.map(({ words, where }) => `${words} ${where}`);
}

/** One expected indicator: number, name, measures, confidence, data. */
export function expectedCells(act: Act, expected: ExpectedIndicator, model?: ReportModel): readonly string[] {
  const { ordinal, name, measures, confidence } = expected;
  return [`${ordinal}`, name, measures, confidenceWords[confidence], dataWords(act, expected, model)];
}

/** The tables that hold the data; of a report, whether it has a figure of them. */
function dataWords(act: Act, { indicator, scope = {} }: ExpectedIndicator, model: ReportModel | undefined): string {
  if (indicator === undefined) return "nessun dato";
  const tables = new Set(act.indicators.filter(({ id }) => id === indicator).flatMap((one) => one.tables));
  const names = [...tables].map(tableWords).join(", ");
  if (model === undefined) return names;
  const isShown = model.rows.some(
    ({ figure }) =>
      figure.act === act.id &&
      figure.indicator === indicator &&
      figure.value !== null &&
      Object.entries(scope).every(([part, value]) => figure.scope[part as keyof typeof scope] === value),
  );
  return `${names}: ${isShown ? "valori esposti in questa relazione" : "nessun valore nel periodo"}`;
}
