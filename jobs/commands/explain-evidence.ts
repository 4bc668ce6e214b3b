import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "../../reports/report-model.ts";
import { Engine } from "../../sql/engine.ts";
import { jobError } from "../errors.ts";
import { type EvidenceKind, evidenceKinds, hashList, writeEvidence } from "../evidence.ts";
import { findReport, groundOf } from "../explained-report.ts";
import { findFigure } from "../figure-name.ts";
import { withLock } from "../lock.ts";
import { notAllowed } from "../profile-error.ts";
import { progressOn } from "../progress.ts";
import { internalFolder } from "../sensitivity-ground.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { lockFile } from "../workspace.ts";
import { type Invocation, partContext } from "./context.ts";

/** What an engine may hold in memory: a list of a million rows is sorted beside the workbook that it is written to. */
const engineMegabytes = 256;

/** The cases behind a figure's indicator, or behind all, row by row in files for the operator alone. */
export async function explainEvidence(invocation: Invocation): Promise<Spoken> {
  const { options, rest, terminal } = invocation;
  const kind = kindOf(options.evidence ?? "");
  if (options.late === true) throw jobError("bad-evidence", { why: "and --late are two lists" });
  const { workspace, period, part } = await partContext("explain", invocation);
  const report = await findReport(workspace, part);
  const list = `semestrale explain --operator ${part.operator} --period ${part.period}`;
  const figure = rest.length === 0 ? undefined : findFigure(report.indicators.indicators, rest, list);
  const ground = await groundOf(workspace, part, period, report);
  const place = join(internalFolder(workspace, part), "evidence");
  const isDry = options["dry-run"] === true;
  const spillFolder = await mkdtemp(join(tmpdir(), "semestrale-evidence-"));
  const engine = await Engine.open({ spillFolder, memoryMegabytes: engineMegabytes });
  try {
    const write = () =>
      writeEvidence({
        ...{ engine, report, ground, period, kind },
        ...(!isDry && { place }),
        ...(figure && { of: (act, indicator) => isOf(figure, act.id, indicator.id, indicator.service ?? null) }),
        progress: progressOn(process.stderr, terminal.showsProgress),
      });
    const files = isDry ? await write() : await withLock(lockFile(workspace, part), part, write);
    const lines = files.map(({ file, act, indicator, rows }) => [file, act, indicator, `${rows} rows`]);
    const where = isDry
      ? `Would be written to ${place}:`
      : `Written to ${place}, with ${hashList}; for the operator alone:`;
    return { json: { folder: isDry ? "" : place, files }, text: `${where}\n${tableText(lines)}` };
  } finally {
    await engine.close();
    await rm(spillFolder, { recursive: true, force: true });
  }
}

function kindOf(text: string): EvidenceKind {
  const kind = evidenceKinds.find((one) => one === text);
  if (kind === undefined)
    throw jobError("bad-evidence", { why: notAllowed(text, evidenceKinds, "is no kind of file") });
  return kind;
}

function isOf(figure: Figure, act: string, indicator: string, service: string | null): boolean {
  return figure.act === act && figure.indicator === indicator && figure.service === service;
}
