/** What the annual report says, in order, before it is laid out: the letter, and each indicator with its regions. */
import { isOwnAct } from "../reports/acts/operator.ts";
import type { ReportModel, ReportRow } from "../reports/report-model.ts";
import { compareText } from "../reports/scope.ts";
import {
  actServices,
  annual,
  annualLead,
  annualSubject,
  attachedWords,
  periodsWords,
  publishedWords,
  regionHeads,
  regionValueHead,
  serviceLine,
} from "./annual-report-words.ts";
import { exclusionSentences } from "./exclusion-words.ts";
import { casesCell, isLegalStandard, valueWords } from "./figure-words.ts";
import {
  actWords,
  notDeterminable,
  provisionalDefinition,
  sections,
  sentences,
  standardsWords,
  summaryWords,
  unitWords,
} from "./italian.ts";
import { integerWords } from "./number-format.ts";
import { type ActPart, type Block, type IndicatorPart, outlineOf, rowsOf } from "./report-outline.ts";
import { scopeWords } from "./scope-words.ts";
import { noTargetsWords } from "./summary-words.ts";

/** Only of a year, and only where a report is owed: the operator's own commitments are no matter of the Authority's. */
export function owesAnnualReport({ operator, period, acts }: ReportModel): boolean {
  return period.half === null && operator.notSubject === undefined && acts.some((act) => !isOwnAct(act));
}

export interface AnnualReport {
  readonly subject: string;
  readonly lead: string;
  readonly services: readonly string[];
  readonly closing: readonly string[];
  readonly acts: readonly AnnualAct[];
  /** Notes that hold for every indicator. */
  readonly general: readonly string[];
}

export interface AnnualAct extends Pick<ActPart, "act"> {
  readonly indicators: readonly AnnualIndicator[];
}

export interface AnnualIndicator {
  /** The indicator without the blocks that stand in the table of the regions. */
  readonly part: IndicatorPart;
  readonly periods: string;
  readonly notes: readonly string[];
  /** Null where the act asks for no regions; without rows where there is nothing to show. */
  readonly regions: RegionTable | null;
}

export interface RegionTable {
  /** A measure's name and unit, over the columns of its value and its cases. */
  readonly measures: readonly { readonly name: string; readonly unit: string }[];
  /** Code, name, then value and cases of each measure; the last row is the total. */
  readonly rows: readonly (readonly string[])[];
}

export function annualReportOf(model: ReportModel): AnnualReport {
  const parts = outlineOf(model).filter(({ act }) => !isOwnAct(act));
  return {
    subject: annualSubject(model.period),
    lead: annualLead(model.operator, model.period),
    services: servicesOf(parts),
    closing: [
      annual.noMobile,
      ...parts.flatMap(({ act }) => (act.verified === "no" ? [`${actWords(act)}: ${provisionalDefinition}`] : [])),
      sentences.year,
      outcomesOf(parts),
      attachedWords(parts.map(({ act }) => `agcom-${act.id}.xlsx`)),
      publishedWords(model.operator),
    ],
    acts: parts.map(({ act, indicators }) => ({
      act,
      indicators: indicators.map((part) => annualIndicator(part, model)),
    })),
    general: generalNotes(parts, model),
  };
}

function servicesOf(parts: readonly ActPart[]): readonly string[] {
  const line = (words: string, of: readonly ActPart[]) => {
    const rows = rowsOf(of);
    const isOffered = rows.length === 0 || rows.some(({ figure }) => figure.outcome !== "not_applicable");
    return serviceLine(
      words,
      of.map(({ act }) => act),
      isOffered,
    );
  };
  const known = actServices.flatMap(({ words, acts }) => {
    const of = parts.filter(({ act }) => acts.includes(act.id));
    return of.length === 0 ? [] : [line(words, of)];
  });
  const others = parts.filter(({ act }) => !actServices.some(({ acts }) => acts.includes(act.id)));
  return [...known, ...others.map((part) => line(part.act.title, [part]))];
}

/** The operator's targets and the minimums that the law sets, each in its own words. */
function outcomesOf(parts: readonly ActPart[]): string {
  const rows = rowsOf(parts);
  const targets = rows.filter((row) => row.figure.target !== undefined && !isLegalStandard(row));
  const minimums = rows.flatMap(({ figure }) => figure.minimum?.outcome ?? []);
  const counted = (outcomes: readonly string[], words: typeof summaryWords) => {
    const of = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    return `${words(integerWords(of("met")), integerWords(of("met") + of("missed")))}.`;
  };
  const outcomes = targets.map(({ figure }) => figure.outcome);
  return [
    targets.length === 0 ? noTargetsWords(minimums.length > 0) : counted(outcomes, summaryWords),
    ...(minimums.length === 0 ? [] : [counted(minimums, standardsWords)]),
  ].join(" ");
}

function annualIndicator(part: IndicatorPart, { period }: ReportModel): AnnualIndicator {
  const { indicator, blocks } = part;
  const regions = blocks.filter(isRegion);
  // A target on one region is judged among the others: its figures stand in both tables.
  const kept = blocks.filter(
    (block) => !isRegion(block) || block.rows.some(({ figure }) => figure.target !== undefined),
  );
  const isOffered = blocks.some(({ rows }) => rows.some(({ figure }) => figure.outcome !== "not_applicable"));
  return {
    part: { ...part, blocks: kept },
    periods: periodsWords(period, indicator.periodicity === "S/A"),
    notes: [...exclusionSentences(part), ...indicator.choices.map(({ words }) => words)],
    regions: indicator.regional && isOffered ? regionTable(part, regions) : null,
  };
}

function isRegion({ rows }: Block): boolean {
  return regionOf(rows) !== undefined;
}

/** The one region that the figures speak of and nothing else. */
function regionOf([row]: readonly ReportRow[]): string | undefined {
  const { region, ...others } = row?.figure.scope ?? {};
  return typeof region === "string" && Object.keys(others).length === 0 ? region : undefined;
}

/** The 20 regions, whether they have cases or not. */
const regionCodes = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, "0"));

function regionTable({ indicator, blocks }: IndicatorPart, regions: readonly Block[]): RegionTable {
  const measures = indicator.measures;
  const named = measures.map(({ name, unit }) => ({ name, unit: regionValueHead(unitWords(unit)) }));
  if (regions.length === 0) return { measures: named, rows: [] };
  const byRegion = new Map(regions.map(({ rows }) => [regionOf(rows) ?? "", rows]));
  const whole = blocks.find(({ rows }) => Object.keys(rows[0]?.figure.scope ?? {}).length === 0)?.rows ?? [];
  const cells = (rows: readonly ReportRow[]) =>
    measures.flatMap(({ id }) => {
      const row = rows.find(({ measure }) => measure.id === id);
      return row === undefined ? [notDeterminable, integerWords(0)] : [valueWords(row.figure), casesCell(row.figure)];
    });
  const codes = [...new Set([...regionCodes, ...byRegion.keys()])].sort(compareText);
  return {
    measures: named,
    rows: [
      ...codes.map((code) => [code, scopeWords({ region: code }), ...cells(byRegion.get(code) ?? [])]),
      ["", regionHeads.total, ...cells(whole)],
    ],
  };
}

function generalNotes(parts: readonly ActPart[], { snapshot }: ReportModel): readonly string[] {
  const rows = rowsOf(parts);
  const indicators = parts.flatMap((part) => part.indicators.map(({ indicator }) => indicator));
  return [
    sentences.legend,
    sentences.rounding,
    sentences.moreDecimals,
    sentences.margin,
    ...(rows.some(({ measure }) => measure.formula.kind === "percentile") ? [sentences.percentile] : []),
    ...(indicators.some(({ population }) => population === "calls") ? [sentences.calls] : []),
    sentences.year,
    sentences.halves,
    ...(indicators.some(({ regional }) => regional) ? [annual.regionsNote] : []),
    annual.more,
    `${sections.snapshot}: ${snapshot}.`,
  ];
}
