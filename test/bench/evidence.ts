/** What a workbook of single cases costs, and the least that the same cells cost: strings put together and deflated. */
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { EvidenceWorkbook } from "../../templates/xlsx/evidence-workbook.ts";
import { type Timing, timed } from "./timing.ts";

export type EvidenceStep = "evidence-xlsx" | "bare-evidence";

const rows = 100_000;

type Cells = readonly (string | bigint | null)[];

/** Eight cells, as of a call: key, class, reason, time, two quantities, two dimensions. */
function* cells(): Generator<Cells> {
  for (let i = 0; i < rows; i += 1) {
    const key = `C-2026S1-${`${i}`.padStart(9, "0")}`;
    const second = `${i % 60}`.padStart(2, "0");
    const time = `2026-03-${`${(i % 28) + 1}`.padStart(2, "0")}T10:15:${second}+01:00`;
    yield [
      key,
      "counted",
      null,
      time,
      BigInt((i * 7919) % 300_000),
      BigInt((i * 104_729) % 400_000),
      "800000001",
      "technical",
    ];
  }
}

export async function timeEvidence(step: EvidenceStep, to: string): Promise<Timing> {
  await mkdir(to, { recursive: true });
  const write = step === "evidence-xlsx" ? ours : bare;
  return { ms: (await timed(() => write(join(to, "evidence.xlsx"))))[0], rows };
}

async function ours(path: string): Promise<void> {
  const file = await open(path, "w");
  const [indicator] = act131.indicators;
  if (indicator === undefined) throw new Error("an act without indicators");
  const period = { id: "2026-S1", year: 2026, half: 1, firstDay: "2026-01-01", lastDay: "2026-06-30" } as const;
  const book = { operator: { name: "Prova Srl" }, period, snapshot: "", indicator, act: "Prova" };
  const workbook = new EvidenceWorkbook((bytes) => file.writeFile(bytes), book);
  await workbook.addSummary([{ table: "contact_calls", classes: { counted: rows } }]);
  const columns = [
    ...([
      ["call_id", "key"],
      ["class", "class"],
      ["left_out", "left-out"],
      ["received_at", "started"],
    ] as const),
    ...([
      ["wait", "quantity"],
      ["total", "quantity"],
      ["number", "dimension"],
      ["purpose", "dimension"],
    ] as const),
  ].map(([name, is]) => ({ name, is }));
  async function* each(): AsyncIterable<Cells> {
    yield* cells();
  }
  await workbook.addRows({ table: "contact_calls", columns, rows: each });
  await workbook.end();
  await file.close();
}

/** The one sheet, deflated; the rest of the file weighs nothing beside it. */
async function bare(path: string): Promise<void> {
  const lines: string[] = [];
  let line = 0;
  for (const row of cells()) {
    line += 1;
    const written = row.map((cell, i) => {
      const ref = `${"ABCDEFGH"[i]}${line}`;
      if (cell === null) return "";
      return typeof cell === "string"
        ? `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`
        : `<c r="${ref}"><v>${cell}</v></c>`;
    });
    lines.push(`<row r="${line}">${written.join("")}</row>`);
  }
  const xml = `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
  await writeFile(path, deflateRawSync(Buffer.from(xml), { level: 6 }));
}
