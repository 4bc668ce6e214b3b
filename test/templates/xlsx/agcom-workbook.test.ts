import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportModel } from "../../../reports/report-model.ts";
import { DocumentError } from "../../../templates/document-error.ts";
import { headRow, renderAgcomWorkbook } from "../../../templates/xlsx/agcom-workbook.ts";
import { type ReadCell, readWorkbook } from "../../../templates/xlsx/read-workbook.ts";
import { cellNumber, cellText, sheetName, storedText } from "../../../templates/xlsx/workbook-text.ts";
import { row, sampleModel } from "../sample-model.ts";

const columnsOf = (cells: readonly ReadCell[], sheet: string, line: number) =>
  ["A", "B", "C", "D", "E", "F", "G"].map(
    (column) => cells.find((c) => c.sheet === sheet && c.ref === `${column}${line}`)?.text ?? "",
  );

async function read(actId: string, model: ReportModel = sampleModel()) {
  const { sheets, cells } = await readWorkbook(await renderAgcomWorkbook(model, actId));
  return { sheets, cells, line: (line: number) => columnsOf(cells, sheets[0] ?? "", line) };
}

describe("the workbook of an act", () => {
  test("is the Authority's model: heading, period boxes, columns, rows", async () => {
    const { line, sheets } = await read("131-06-csp");
    expect(sheets).toEqual(["Delibera 131-06-CSP", "Dettaglio", "Note"]);
    expect(line(1)[0]).toBe(
      "Modello elettronico di cui all’art. 3, comma 1, lett. a) dell’Allegato A alla delibera n. 131/06/CSP del 12 luglio 2006",
    );
    expect(line(3).slice(1, 3)).toEqual(["OPERATORE:", "Cielo & Figli <Wireless> S.r.l."]);
    expect(line(4).slice(1, 3)).toEqual(["Anno di riferimento:", "2026"]);
    expect(line(5).slice(4)).toEqual(["1° SEM.", "2° SEM.", "ANNO Intero"]);
    expect(line(6).slice(4)).toEqual(["X", "", ""]);
    expect(line(headRow)).toEqual([
      "Per.",
      "Denominazione indicatore",
      "",
      "servizi cui si applica",
      "Misura",
      "Unità di misura",
      "Valore rilevato",
    ]);
    expect(line(9)).toEqual([
      "S/A",
      "1 - Tempo di attivazione del servizio",
      "1) prima attivazione, stesso operatore dell’accesso diretto, linea già attiva",
      "servizi di accesso a Internet a banda larga",
      "Percentile 95° del tempo di fornitura",
      "giorni solari",
      "27",
    ]);
    expect(line(11).slice(4)).toEqual([
      "Percentuale degli ordini validi completati entro il termine massimo contrattualmente previsto",
      "%",
      "97.03",
    ]);
    // 12 + 31 · 2 orders of the first kind.
    expect(line(13).slice(4)).toEqual(["Numerosità dei contratti per tale tipologia d’ordine", "-", "74"]);
    expect(line(14).slice(0, 4)).toEqual([
      "",
      "",
      "2) prima attivazione, operatore diverso da quello dell’accesso diretto",
      "idem",
    ]);
  });

  test("has a sheet of the same shape for the figures that the model does not ask for", async () => {
    const { cells } = await read("131-06-csp");
    const line = (number: number) => columnsOf(cells, "Dettaglio", number);
    expect(line(1)[0]).toBe(
      "Modello elettronico di cui all’art. 3, comma 1, lett. a) dell’Allegato A alla delibera n. 131/06/CSP del 12 luglio 2006 – Dettaglio dei valori non compresi nel modello",
    );
    expect([line(3)[2], line(4)[2], line(6)[4]]).toEqual(["Cielo & Figli <Wireless> S.r.l.", "2026", "X"]);
    expect(line(9)).toEqual([
      "S/A",
      "1 - Tempo di attivazione del servizio",
      "complessivo",
      "servizi di accesso a Internet a banda larga",
      "Percentile 95° del tempo di fornitura",
      "giorni solari",
      "25",
    ]);
    expect(line(14).slice(4)).toEqual(["Numerosità dei contratti per tale tipologia d’ordine", "-", "1180"]);
    const notes = cells.filter(({ sheet }) => sheet === "Note").map(({ text }) => text);
    expect(notes).toContain(
      "Il foglio «Dettaglio» riporta, nella stessa forma, i valori della relazione che il modello elettronico non prevede.",
    );
  });

  test("marks the box of the second half and of the year", async () => {
    const { period } = sampleModel();
    const second = await read("79-09-csp", sampleModel({ period: { ...period, half: 2 } }));
    const year = await read("79-09-csp", sampleModel({ period: { ...period, half: null } }));
    expect([second.line(6).slice(4), year.line(6).slice(4)]).toEqual([
      ["", "X", ""],
      ["", "", "X"],
    ]);
  });

  test("holds no target, no verdict and no figure narrowed to a target", async () => {
    const texts = (await read("131-06-csp")).cells.map(({ text }) => text).join("\n");
    expect(texts).not.toMatch(/obiettivo raggiunto|solo guasti propri|ADSL\+VDSL|limite di 10 s/i);
  });

  test("shows n.d. and n.a. as texts, figures as numbers", async () => {
    const disputes = (await read("131-06-csp")).cells.filter(({ text }) => text === "n.d.");
    const dialup = (await read("244-08-csp")).cells.filter(({ text }) => text === "n.a.");
    expect([disputes, dialup].map((cells) => cells.map(({ type }) => type))).toEqual([["text"], ["text"]]);
  });

  test("adds the number of cases of the percentile and mean measures, one row each where they differ", async () => {
    const { cells } = await read("131-06-csp");
    const counts = cells.filter(({ ref, text }) => ref.startsWith("E") && text.startsWith("Numerosità –"));
    expect(counts.map(({ text }) => text)).toEqual([
      "Numerosità – Tempo minimo di navigazione per accedere alla scelta «operatore umano»",
      "Numerosità – Tempo medio di risposta dell’operatore umano",
      "Numerosità – Tempo totale medio di risposta dell’operatore umano",
    ]);
  });

  test.each([
    ["79-09-csp", ["complessivo", "numero 0775824309; finalità: =cmd|' /C calc'!A1"]],
    ["254-04-csp", ["complessivo", "rete propria"]],
    ["244-08-csp", ["complessivo", "profilo 4 Mbit/s; download", "profilo 512 kbit/s"]],
  ])("of %s, whose model is unknown, has every scope on one sheet", async (act, scopes) => {
    const { sheets, cells } = await read(act);
    expect(sheets).toHaveLength(2);
    const shown = cells.filter(({ sheet, ref }) => sheet === sheets[0] && ref.startsWith("C")).map(({ text }) => text);
    expect(shown).toEqual(expect.arrayContaining(scopes));
  });

  test("sets the regions of the year on a sheet of their own", async () => {
    const model = sampleModel();
    const act = model.acts.find(({ id }) => id === "254-04-csp") ?? model.acts[0];
    if (act === undefined) throw new Error("no act");
    const regional = row(act, ["supply-time", "p95"], { region: "12" }, { value: "4", exact: "4", cases: 30 });
    const { sheets, cells } = await read("254-04-csp", { ...model, rows: [...model.rows, regional] });
    expect(sheets).toEqual(["Delibera 254-04-CSP", "Regioni", "Note"]);
    expect(columnsOf(cells, "Regioni", 9).slice(2)).toEqual([
      "Lazio",
      "servizi di telefonia vocale fissa",
      "Percentile 95° del tempo di fornitura",
      "giorni solari",
      "4",
    ]);
  });

  test("of an unknown act is refused", async () => {
    await expect(renderAgcomWorkbook(sampleModel(), "999-99")).rejects.toThrow(DocumentError);
  });
});

describe("texts that a spreadsheet could misread", () => {
  test.each([
    ["Qualità dell'accesso", "Qualità dell’accesso"],
    ["Delibera 131/06/CSP", "Delibera 131-06-CSP"],
    ["a".repeat(40), "a".repeat(31)],
  ])("the sheet name %s becomes %s", (text, name) => {
    expect(sheetName(text)).toBe(name);
  });

  test.each(["=cmd|' /C calc'!A1", "_x0041_", "a_x005F_b", "+1", "due\nrighe"])("%j comes back unchanged", (text) => {
    expect(storedText(cellText(text))).toBe(text);
  });

  test("a formula-like text is stored as text and read back whole", async () => {
    const cell = (await read("79-09-csp")).cells.find(({ text }) => text.includes("=cmd|"));
    expect(cell).toMatchObject({ type: "text", text: "numero 0775824309; finalità: =cmd|' /C calc'!A1" });
  });

  test("a text longer than a cell and a number that a cell would change are refused", () => {
    expect(() => cellText("a".repeat(32_768))).toThrow(/32767|32_767|characters/);
    expect(() => cellNumber("12345678901234567.89")).toThrow(DocumentError);
    expect(() => cellNumber("1e3")).toThrow(DocumentError);
    expect(cellNumber("62.50")).toBe(62.5);
  });
});

describe("LibreOffice", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "workbook-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("opens the workbook and shows its numbers", async () => {
    writeFileSync(join(folder, "act.xlsx"), await renderAgcomWorkbook(sampleModel(), "131-06-csp"));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,true,false,false,-1";
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "act.xlsx")],
      { stdio: "ignore" },
    );
    const csv = readFileSync(join(folder, "act-Delibera 131-06-CSP.csv"), "utf8");
    // Cells as shown; the separators are those of the reader's own language, here English.
    expect(csv).toMatch(/entro il termine massimo contrattualmente previsto;%;97\.03\n/);
    const detail = readFileSync(join(folder, "act-Dettaglio.csv"), "utf8");
    expect(detail).toMatch(/entro la data concordata con il cliente;%;95\.00\n/);
    expect(detail).toMatch(/Numerosità dei contratti[^\n]*;-;"?1,180/);
    expect(csv).toMatch(/fatture emesse;%;n\.d\./);
    expect(readFileSync(join(folder, "act-Note.csv"), "utf8")).toContain(sampleModel().snapshot);
  });
});
