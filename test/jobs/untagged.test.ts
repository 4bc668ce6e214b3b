import type { Content } from "pdfmake/interfaces.js";
import { afterEach, expect, test, vi } from "vitest";
import { noteUntagged } from "../../jobs/untagged.ts";
import { pdfBytes } from "../../templates/pdf/pdf-bytes.ts";

const date = new Date("2026-06-30T00:00:00Z");
const rendered = (content: Content) =>
  pdfBytes({
    ...{ version: "1.7", subset: "PDF/A-3b", language: "it-IT", displayTitle: true },
    ...{ info: { title: "Prova", creationDate: date, modDate: date }, content },
  });

afterEach(() => void vi.restoreAllMocks());

test("a file without tags is named on stderr with its reason; one with tags is not", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  noteUntagged({ name: "report.pdf", bytes: await rendered("Testo") });
  expect(said).not.toHaveBeenCalled();
  noteUntagged({ name: "report.pdf", bytes: await rendered([{ ol: ["Testo"] }]) });
  expect(said.mock.calls.flat().join("")).toMatch(
    /^semestrale: report\.pdf was written as PDF\/A-3b without tags\. No tag is known for a node of ol, .*npm ci\.\n$/,
  );
});
