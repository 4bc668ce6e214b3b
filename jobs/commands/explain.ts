import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "../../reports/report-model.ts";
import { Engine } from "../../sql/engine.ts";
import { caseLine, explanationText, figureLine, lateWords } from "../../templates/explain-text.ts";
import { jobError } from "../errors.ts";
import { type Explained, explainFigure } from "../explain.ts";
import { findReport, groundOf } from "../explained-report.ts";
import { figureName, findFigure, shownName } from "../figure-name.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { type Invocation, partContext } from "./context.ts";
import { explainEvidence } from "./explain-evidence.ts";

/** Why a number is what it is; without a figure, the list of all. Writes nothing and needs no lock, but for --evidence. */
export async function explainCommand(invocation: Invocation): Promise<Spoken> {
  if (invocation.options.evidence !== undefined) return explainEvidence(invocation);
  const { workspace, period, part } = await partContext("explain", invocation);
  const report = await findReport(workspace, part);
  const all = report.indicators.indicators;
  if (invocation.rest.length === 0) return listed(all);
  const list = `semestrale explain --operator ${part.operator} --period ${part.period}`;
  const figure = findFigure(all, invocation.rest, list);
  const name = figureName(figure, all);
  const ground = await groundOf(workspace, part, period, report);
  const spillFolder = await mkdtemp(join(tmpdir(), "semestrale-explain-"));
  const engine = await Engine.open({ spillFolder });
  const close = async () => {
    await engine.close();
    await rm(spillFolder, { recursive: true, force: true });
  };
  let isHandedOn = false;
  try {
    const explained = await explainFigure({ engine, report, ground, period, figure, name });
    const spoken = {
      json: explained.explanation,
      text: explanationText({ ...explained.explanation, name: shownName(figure, all) }, explained.row),
    };
    if (invocation.options.late !== true) return spoken;
    if (explained.late === undefined) throw jobError("nothing-late", { name: shownName(figure, all) });
    isHandedOn = true;
    return { ...spoken, rows: lateCases(explained, explained.late, close) };
  } finally {
    if (!isHandedOn) await close();
  }
}

function lateCases(
  { explanation }: Explained,
  late: NonNullable<Explained["late"]>,
  close: () => Promise<void>,
): NonNullable<Spoken["rows"]> {
  async function* rows() {
    try {
      for await (const row of late()) yield { json: row, text: caseLine(row, explanation.quantity_unit) };
    } finally {
      await close();
    }
  }
  return { name: "late", ...lateWords(explanation), rows: rows() };
}

function listed(all: readonly Figure[]): Spoken {
  const figures = all.map((figure) => ({
    name: figureName(figure, all),
    value: figure.value,
    unit: figure.unit,
    cases: figure.cases,
    outcome: figure.outcome,
  }));
  return { json: { figures }, text: tableText(all.map((figure) => figureLine(figure, shownName(figure, all)))) };
}
