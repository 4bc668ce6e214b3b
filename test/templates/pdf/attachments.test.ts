/** Files that travel inside the report. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Attachment, auditAttachment, indicatorsAttachment } from "../../../templates/pdf/attachments.ts";
import { readAttachments } from "../../../templates/pdf/read-attachments.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../../templates/pdf/verify-pdf.ts";
import { act255, row, sampleModel } from "../sample-model.ts";

const rows = [row(act255, ["agent-answer", "mean"], {}, { value: "12.34", exact: "617/50", cases: 3 })];
const model = sampleModel({ acts: [act255], rows, conservation: [], warnings: [], commitments: [] });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const json = Buffer.from('{ "indicators": [] }\n');
const workbook = Buffer.from(Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 251));
const attachments: readonly Attachment[] = [
  indicatorsAttachment(json, sha256(json)),
  auditAttachment(workbook, sha256(workbook)),
];
const options = { draft: false, attachments } as const;

let folder = "";
let file = "";
let bytes: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attached-"));
  file = join(folder, "report.pdf");
  bytes = await renderReportPdf(model, options);
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });

describe("the report holds its data", () => {
  test("as any reader of PDF finds them, byte for byte", () => {
    expect(run("pdfdetach", "-list", file)).toMatch(/^2 embedded files\n1: audit\.xlsx\n2: indicators\.json\n$/);
    run("pdfdetach", "-saveall", "-o", folder, file);
    expect(readFileSync(join(folder, "indicators.json")).equals(json)).toBe(true);
    expect(readFileSync(join(folder, "audit.xlsx")).equals(workbook)).toBe(true);
  });

  test("and says what each is, with the digest that a reader can compare", () => {
    const text = run("pdftotext", "-raw", file, "-").replace(/\s+/g, "");
    expect(text).toContain(`ImprontaSHA-256:${sha256(json)}`);
    expect(text).toContain(`ImprontaSHA-256:${sha256(workbook)}`);
    const raw = bytes.toString("latin1");
    expect([...raw.matchAll(/\/AFRelationship \/(\w+)/g)].map(([, word]) => word)).toEqual(["Data", "Source"]);
    expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
  });

  test("under the period's last day, so that it has the same bytes at every run", async () => {
    expect((await renderReportPdf(model, options)).equals(bytes)).toBe(true);
    expect([...bytes.toString("latin1").matchAll(/\/ModDate \(D:20260630000000Z\)/g)].length).toBe(attachments.length);
  });
});

describe("read back", () => {
  test("all is there", () => {
    expect(verifyReportPdf(bytes, model, options)).toEqual([]);
    expect(readAttachments(bytes).map(({ name }) => name)).toEqual(["indicators.json", "audit.xlsx"]);
  });

  const other = Buffer.from(json);
  other[3] = 0x49;
  test.each<readonly [string, readonly Attachment[]]>([
    [
      "a file that is not inside",
      [...attachments, { ...indicatorsAttachment(json, sha256(json)), name: "altro.json" }],
    ],
    ["one file less", attachments.slice(0, 1)],
    ["another byte of one", [indicatorsAttachment(other, sha256(json)), ...attachments.slice(1)]],
    ["another digest in print", [indicatorsAttachment(json, sha256(other)), ...attachments.slice(1)]],
  ])("%s is told", (_, expected) => {
    expect(verifyReportPdf(bytes, model, { draft: false, attachments: expected })).not.toEqual([]);
  });

  test("a name without its file is no report of ours", () => {
    const torn = Buffer.from(
      bytes.toString("latin1").replaceAll("/Type /EmbeddedFile", "/Type /EmbeddedF1le"),
      "latin1",
    );
    expect(() => readAttachments(torn)).toThrow(/is no file/);
  });
});
