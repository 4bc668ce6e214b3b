/** Which figures of an act stand on which sheet of its workbook. */
import type { ReportRow } from "../../reports/report-model.ts";
import type { Scope } from "../../reports/scope.ts";
import { detailHeading, model as modelWords } from "../italian.ts";
import type { ActPart, IndicatorPart } from "../report-outline.ts";
import { askedBlocks, isAskedFor } from "./filed-model.ts";
import { sheetName } from "./workbook-text.ts";

export interface FigureSheet {
  readonly name: string;
  readonly heading: string;
  readonly indicators: readonly IndicatorPart[];
}

type Place = "model" | "detail" | "regions" | "nowhere";

/** The sheets that hold figures, in their order; the model's own is always there, the others where they hold any. */
export function figureSheets(part: ActPart): readonly FigureSheet[] {
  const { act, indicators } = part;
  const own = placed(indicators, "model");
  const sheets = [
    { name: sheetNameOf(part, "model"), heading: act.modelHeading, indicators: act.modelKnown ? completed(part) : own },
    {
      name: sheetNameOf(part, "detail"),
      heading: detailHeading(act.modelHeading),
      indicators: placed(indicators, "detail"),
    },
    { name: sheetNameOf(part, "regions"), heading: act.modelHeading, indicators: placed(indicators, "regions") },
  ];
  return sheets.filter((sheet, index) => index === 0 || sheet.indicators.some(({ blocks }) => blocks.length > 0));
}

/** Undefined for a figure that no sheet holds. */
export function sheetOf(part: ActPart, row: ReportRow): string | undefined {
  const place = placeOf(row);
  return place === "nowhere" ? undefined : sheetNameOf(part, place);
}

function sheetNameOf({ act }: ActPart, place: Exclude<Place, "nowhere">): string {
  switch (place) {
    case "model":
      return sheetName(`Delibera ${act.number}`);
    case "detail":
      return modelWords.detail;
    case "regions":
      return modelWords.regions;
    default:
      return place satisfies never;
  }
}

/** Regions stand on a sheet of their own, as in the reports of the operators. */
function placeOf(row: ReportRow): Place {
  const { scope } = row.figure;
  if (!isOwnScope(scope)) return "nowhere";
  if (scope.region !== undefined) return "regions";
  return !row.act.modelKnown || isAskedFor(row) ? "model" : "detail";
}

/** The act's own figures; those narrowed to a target's words belong beside the target, not in what the Authority gets. */
function isOwnScope(scope: Scope): boolean {
  const { limit, responsibility, conditions, ...dimensions } = scope;
  const narrowed = limit !== undefined || responsibility !== undefined || conditions !== undefined;
  return !narrowed && Object.values(dimensions).every((value) => typeof value === "string");
}

function placed(indicators: readonly IndicatorPart[], place: Place): readonly IndicatorPart[] {
  return indicators.map((indicator) => {
    const blocks = indicator.blocks.map((block) => ({
      ...block,
      rows: block.rows.filter((row) => placeOf(row) === place),
    }));
    return { ...indicator, blocks: blocks.filter(({ rows }) => rows.length > 0) };
  });
}

/** The model's rows are all there, whether or not the operator had such orders. */
function completed({ indicators }: ActPart): readonly IndicatorPart[] {
  return placed(indicators, "model").map((part, index) => {
    const all = indicators[index]?.blocks.flatMap(({ rows }) => rows) ?? [];
    return { ...part, blocks: askedBlocks(part, all) };
  });
}
