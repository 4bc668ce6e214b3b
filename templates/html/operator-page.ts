/** All that an operator has published, on one page: every period and revision, and how each figure stood to its target. */
import type { Act } from "../../reports/act.ts";
import { isOwnAct } from "../../reports/acts/operator.ts";
import { isMinimumAlone } from "../../reports/minimum.ts";
import type { Figure, OperatorIdentity, ReportPeriod } from "../../reports/report-model.ts";
import { trendChart } from "../charts/trend.ts";
import { actTitles, columns, indicatorTitle, notFixed, periodIdWords, unitWords } from "../italian.ts";
import { integerWords } from "../number-format.ts";
import { shortPeriod } from "../report-words.ts";
import { type Block, type Column, heading, type Link, type Picture, paragraph, type Row, type Table } from "./block.ts";
import { operatorFacts } from "./identity-blocks.ts";
import { type FigureHistory, historiesOf, historyCells } from "./operator-figures.ts";
import type { IndexEntry, Page } from "./page.ts";
import {
  documentLabel,
  figuresCaption,
  operatorPage,
  outOf,
  pageWords,
  supersededBy,
  trendTitle,
} from "./page-words.ts";

export interface PublishedPeriod {
  readonly period: ReportPeriod;
  /** Ascending; the last is the one that holds. */
  readonly revisions: readonly PublishedRevision[];
}

export interface PublishedRevision {
  readonly revision: number;
  /** From the page: `2026-S1/r1`. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly figures: readonly Figure[];
}

export interface OperatorReports {
  readonly operator: OperatorIdentity;
  /** From which the figures have their names. */
  readonly acts: readonly Act[];
  readonly periods: readonly PublishedPeriod[];
}

export function operatorPageOf({ operator, acts, periods }: OperatorReports): Page {
  const newestFirst = [...periods].sort((a, b) => compareEnds(b.period, a.period));
  const current = newestFirst.map(({ period, revisions }) => ({ period, figures: revisions.at(-1)?.figures ?? [] }));
  const histories = historiesOf(current, acts);
  const parts = partsOfActs(histories, acts);
  return {
    title: `${operatorPage.title} – ${operator.name}`,
    header: [heading(1, operatorPage.title), paragraph(operator.name, "lead"), paragraph(operatorPage.lead)],
    index: [
      { text: operatorPage.operator, href: "#operatore" },
      { text: operatorPage.reports, href: "#relazioni" },
      { text: operatorPage.results, href: "#risultati" },
      ...parts.map(({ entry }) => entry),
    ],
    main: [
      heading(2, operatorPage.operator, "operatore"),
      { kind: "facts", facts: operatorFacts(operator) },
      heading(2, operatorPage.reports, "relazioni"),
      reportsTable(newestFirst),
      heading(2, operatorPage.results, "risultati"),
      paragraph(histories.length === 0 ? operatorPage.noResults : operatorPage.resultsLead),
      ...parts.flatMap(({ blocks }) => blocks),
    ],
    footer: [paragraph(operatorPage.accessible)],
  };
}

/** A year ends with its second half and stands after it. */
function compareEnds(a: ReportPeriod, b: ReportPeriod): number {
  if (a.lastDay !== b.lastDay) return a.lastDay < b.lastDay ? -1 : 1;
  return (b.half ?? 0) - (a.half ?? 0);
}

function reportsTable(periods: readonly PublishedPeriod[]): Table {
  const { caption, period, revision, state, targets, standards, unassessed, documents } = operatorPage;
  const rows = periods.flatMap(({ period: of, revisions }) =>
    revisions.toReversed().map((one, index): Row => {
      const next = revisions.find((later) => later.revision > one.revision);
      return {
        cells: [
          periodIdWords(of.id),
          integerWords(one.revision),
          next === undefined ? operatorPage.inForce : supersededBy(next.revision),
          ...countCells(one.figures),
          documentLinks(one, of),
        ],
        startsGroup: index === 0,
      };
    }),
  );
  return {
    kind: "table",
    id: "relazioni-tabella",
    caption,
    isCaptionQuiet: true,
    columns: [
      ...[period, revision].map((head): Column => ({ head, kind: "name" })),
      ...[state, targets, standards, unassessed, documents].map((head): Column => ({ head, kind: "text" })),
    ],
    rows,
  };
}

function countCells(figures: readonly Figure[]): readonly string[] {
  const targets = figures.filter((figure) => figure.target !== undefined && !isMinimumAlone(figure));
  const outcomesOf = [targets.map(({ outcome }) => outcome), figures.flatMap(({ minimum }) => minimum?.outcome ?? [])];
  const reached = outcomesOf.map((outcomes) => {
    const [met, missed] = ["met", "missed"].map((name) => outcomes.filter((outcome) => outcome === name).length);
    const all = (met ?? 0) + (missed ?? 0);
    return all === 0 ? notFixed : outOf(integerWords(met ?? 0), integerWords(all));
  });
  const unassessed = outcomesOf.flat().filter((outcome) => outcome === "not_assessable").length;
  return [...reached, integerWords(unassessed)];
}

function documentLinks(
  { folder, files, revision }: PublishedRevision,
  period: ReportPeriod,
): readonly (string | Link)[] {
  const { page, pdf, csv, json } = operatorPage;
  const documents = [
    ["index.html", page],
    ["report.pdf", pdf],
    ["indicators.csv", csv],
    ["indicators.json", json],
  ] as const;
  const links = documents
    .filter(([file]) => files.includes(file))
    .map(([file, text]) => ({
      text,
      href: `${folder}/${file}`,
      label: documentLabel(text, periodIdWords(period.id), revision),
    }));
  return links.flatMap((link, index) => (index === 0 ? [link] : [" ", link]));
}

/** In the order of the acts; figures of an act that is not among them come last, under its id. */
function partsOfActs(histories: readonly FigureHistory[], acts: readonly Act[]) {
  const byAct = Map.groupBy(histories, ({ act }) => act);
  const known = acts.map(({ id }) => id);
  const ids = [...known, ...[...byAct.keys()].filter((id) => !known.includes(id))];
  return ids.flatMap((id) => {
    const own = byAct.get(id);
    return own === undefined
      ? []
      : [
          partOf(
            id,
            acts.find((act) => act.id === id),
            own,
          ),
        ];
  });
}

function partOf(id: string, act: Act | undefined, histories: readonly FigureHistory[]) {
  const byIndicator = Map.groupBy(
    histories,
    ({ indicator, service }) => `${id}-${indicator}${service === null ? "" : `-${service}`}`,
  );
  const title = act === undefined ? id : actTitles(act)[0];
  const named = [...byIndicator].map(([anchor, own]) => ({ anchor, own, name: nameOf(own) }));
  const entry: IndexEntry = {
    text: title,
    href: `#${id}`,
    parts: named.map(({ anchor, name }) => ({ text: name, href: `#${anchor}` })),
  };
  const blocks: readonly Block[] = [
    heading(3, title, id),
    ...(act === undefined || isOwnAct(act) ? [] : [paragraph(act.title)]),
    ...named.flatMap(({ anchor, own, name }) => [
      heading(4, name, anchor),
      historyTable(anchor, name, own),
      ...own.flatMap(trendPicture),
    ]),
  ];
  return { entry, blocks };
}

function nameOf([first]: readonly FigureHistory[]): string {
  const known = first?.known;
  return known === undefined ? (first?.indicator ?? "") : indicatorTitle(known.ordinal, known.name);
}

function historyTable(anchor: string, name: string, histories: readonly FigureHistory[]): Table {
  const { scope, measure, unit, target, cases, outcome } = columns;
  const rows = histories.flatMap((history) =>
    history.values.map(({ period, figure }, index): Row => {
      const [bound, value, counted, judged] = historyCells(figure);
      const names = [history.scope, history.measure, periodIdWords(period.id)];
      const tone = figure.outcome;
      return {
        cells: [...names, unitWords(history.unit), bound, value, counted, judged],
        startsGroup: index === 0,
        ...((tone === "met" || tone === "missed") && { tone }),
      };
    }),
  );
  return {
    kind: "table",
    id: `${anchor}-valori`,
    caption: figuresCaption(name),
    isCaptionQuiet: true,
    columns: [
      ...[scope, measure, operatorPage.period].map((head): Column => ({ head, kind: "name" })),
      ...[unit, target].map((head): Column => ({ head, kind: "text" })),
      { head: pageWords.value, kind: "value" },
      { head: cases, kind: "number" },
      { head: outcome, kind: "outcome" },
    ],
    rows,
  };
}

/** As many as a picture holds. */
const mostPeriods = 6;

/** Half-years alone, the oldest first. */
function trendPicture({ measure, scope, unit, known, values }: FigureHistory): readonly Picture[] {
  const halves = values.filter(({ period }) => period.half !== null).slice(0, mostPeriods);
  const points = halves.toReversed().map(({ period, figure }) => ({
    label: shortPeriod(period.id),
    value: figure.value,
    ...(figure.target !== undefined && { target: figure.target }),
  }));
  const name = `${known?.name ?? ""}: ${measure} (${scope})`;
  const chart = trendChart(name, unitWords(unit), points);
  return chart === undefined ? [] : [{ kind: "picture", title: trendTitle(measure, scope), chart }];
}
