/** What the sheet of targets prints in tables, act by act, and the notes that the rows refer to. */
import type { ReadTarget, TargetSheet } from "../../reports/target-sheet.ts";
import { sections } from "../italian.ts";
import {
  actHeading,
  commitmentCells,
  commitmentHeads,
  commitmentNotes,
  targetCells,
  targetHeads,
  targetNotes,
} from "../target-sheet-words.ts";

export interface SheetPart {
  readonly title: string;
  readonly heads: readonly string[];
  /** Points; with their padding the columns fill a landscape A4 page between its margins. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** The column that is read first. */
  readonly strong: number;
  /** The first is note 1. */
  readonly notes: readonly string[];
}

const targetWidths = [52, 228, 150, 86, 62, 76, 24, 28] as const;
const commitmentWidths = [52, 300, 180, 130, 24, 36] as const;

export function sheetParts(sheet: TargetSheet): readonly SheetPart[] {
  const byAct = Map.groupBy(sheet.targets, ({ act }) => act);
  const acts = [...byAct].map(([act, targets]) => ({
    title: actHeading(act),
    heads: targetHeads,
    widths: targetWidths,
    strong: 5,
    ...noted(targets, targetCells, (target: ReadTarget) => targetNotes(target, sheet.year)),
  }));
  if (sheet.commitments.length === 0) return acts;
  const own = noted(sheet.commitments, commitmentCells, (one) => commitmentNotes(one, sheet.year));
  return [
    ...acts,
    { title: sections.commitments, heads: commitmentHeads, widths: commitmentWidths, strong: 3, ...own },
  ];
}

/** A note is printed once, however many rows it concerns. */
function noted<Entry>(
  entries: readonly Entry[],
  cellsOf: (entry: Entry) => readonly string[],
  notesOf: (entry: Entry) => readonly string[],
): Pick<SheetPart, "rows" | "notes"> {
  const notes = [...new Set(entries.flatMap(notesOf))];
  const rows = entries.map((entry) => {
    const numbers = notesOf(entry).map((note) => notes.indexOf(note) + 1);
    return [...cellsOf(entry), numbers.join(", ")];
  });
  return { rows, notes };
}
