/** What goes with a report where one is owed: the letters to the Authority, and the lines for the bill. */
import type { ReportModel } from "../reports/report-model.ts";
import { billText } from "../templates/bill-text.ts";
import { correctionLetter, coverLetter, type Letter, type SentFile } from "../templates/letter.ts";
import { renderLetter } from "../templates/pdf/letter.ts";
import { verifyLetter } from "../templates/pdf/verify-letter.ts";
import { jobError } from "./errors.ts";
import type { RenderedFile } from "./rendering.ts";
import { sha256 } from "./sha256.ts";

/** Letters name each document that they go with by its hash, so they are written after all of these. */
export async function renderLetters(
  model: ReportModel,
  documents: readonly RenderedFile[],
): Promise<readonly RenderedFile[]> {
  const sent = documents
    .filter(({ name }) => isSent(name))
    .map(({ name, bytes }): SentFile => ({ name, sha256: sha256(bytes) }));
  const letters: readonly (readonly [string, Letter | undefined])[] = [
    ["lettera-accompagnamento.pdf", coverLetter(model, sent)],
    ["nota-di-rettifica.pdf", correctionLetter(model, sent)],
  ];
  const files: RenderedFile[] = [];
  for (const [name, letter] of letters) {
    if (letter === undefined) continue;
    const bytes = await renderLetter(letter, model);
    const differences = verifyLetter(bytes, letter, model);
    if (differences.length > 0) throw jobError("read-back", { file: name, differences });
    files.push({ name, bytes });
  }
  const bill = billText(model);
  return bill === undefined ? files : [...files, { name: "testo-bolletta.txt", bytes: Buffer.from(bill, "utf8") }];
}

/** The Authority's own models and the reports that explain them. */
function isSent(name: string): boolean {
  return name.startsWith("agcom-") || name === "report.pdf" || name === "relazione-annuale.pdf";
}
