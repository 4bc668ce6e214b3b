/** What each access profile delivers, for whoever chooses one: the part called "trasparenza tecnica". */
import type { ReportModel, ReportRow } from "../../reports/report-model.ts";
import { casesCell, valueWords } from "../figure-words.ts";
import { notFixed } from "../italian.ts";
import { scopeWords, speedWords } from "../scope-words.ts";
import { type Block, type Column, heading, paragraph, type Row, type Table } from "./block.ts";
import { transparency } from "./page-words.ts";

export const transparencyId = "trasparenza-tecnica";

/** Nothing where the report measures no profile. */
export function transparencyBlocks({ rows }: ReportModel): readonly Block[] {
  const tested = rows.filter(
    ({ figure }) => performance.has(figure.indicator) && typeof figure.scope.profile === "string",
  );
  // Where two acts of the report measure the same, one of them is enough here.
  const act = tested[0]?.act;
  const own = tested.filter((row) => row.act === act);
  const tables = [speedTable(own), delayTable(own)].filter(({ rows: lines }) => lines.length > 0);
  if (tables.length === 0) return [];
  const { title, lead, reading, normal } = transparency;
  return [heading(2, title, transparencyId), paragraph(lead), ...tables, paragraph(reading), paragraph(normal)];
}

const performance: ReadonlySet<string> = new Set(["throughput", "delay", "packet-loss"]);

function speedTable(rows: readonly ReportRow[]): Table {
  const speeds = rows.filter(({ figure }) => figure.indicator === "throughput" && hasOnly(figure.scope, 2));
  const byOffer = Map.groupBy(speeds, ({ figure: { scope } }) => `${scope.profile} ${scope.direction}`);
  const lines = [...byOffer.values()].flatMap((same): Row[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { profile, direction } = first.figure.scope;
    const [lowest, mean, highest] = ["p5", "mean", "p95"].map((measure) => printed(same, "throughput", measure));
    const failed = printed(same, "throughput", "failed");
    const cases = same.find(({ figure }) => figure.measure === "mean")?.figure;
    const names = [speedWords(String(profile)), scopeWords({ direction: String(direction) })];
    const values = [lowest, mean, highest, failed, cases === undefined ? notFixed : casesCell(cases)];
    return [{ cells: [...names, ...values.map((value) => value ?? notFixed)] }];
  });
  const { speed, profile, direction, lowest, mean, highest, failed, tests } = transparency;
  return {
    kind: "table",
    id: `${transparencyId}-velocita`,
    caption: speed,
    columns: [...named([profile, direction]), ...numbers([lowest, mean, highest, failed, tests])],
    rows: lines,
  };
}

function delayTable(rows: readonly ReportRow[]): Table {
  const others = rows.filter(({ figure }) => figure.indicator !== "throughput" && hasOnly(figure.scope, 1));
  const byProfile = Map.groupBy(others, ({ figure }) => String(figure.scope.profile));
  const lines = [...byProfile].map(([profile, same]): Row => {
    const delays = ["mean", "p95"].map((measure) => printed(same, "delay", measure));
    return { cells: [speedWords(profile), ...delays, printed(same, "packet-loss", "ratio")] };
  });
  const { delay, profile, meanDelay, highestDelay, loss } = transparency;
  return {
    kind: "table",
    id: `${transparencyId}-ritardo`,
    caption: delay,
    columns: [...named([profile]), ...numbers([meanDelay, highestDelay, loss])],
    rows: lines,
  };
}

/** No narrower than by its profile, and its direction where it has one. */
function hasOnly(scope: ReportRow["figure"]["scope"], parts: number): boolean {
  return Object.keys(scope).length === parts && (parts === 1 || typeof scope.direction === "string");
}

function printed(rows: readonly ReportRow[], indicator: string, measure: string): string {
  const row = rows.find(({ figure }) => figure.indicator === indicator && figure.measure === measure);
  return row === undefined ? notFixed : valueWords(row.figure);
}

const named = (heads: readonly string[]) => heads.map((head): Column => ({ head, kind: "name" }));
const numbers = (heads: readonly string[]) => heads.map((head): Column => ({ head, kind: "number" }));
