import { describe, expect, test } from "vitest";
import { act244 } from "../../../reports/acts/244-08-csp.ts";
import { renderPage } from "../../../templates/html/page.ts";
import { type ReadPage, type ReadUnit, readPage } from "../../../templates/html/read-page.ts";
import { renderReportPage, reportPage } from "../../../templates/html/report-page.ts";
import { verifyPage } from "../../../templates/html/verify-page.ts";
import { row, sampleModel } from "../sample-model.ts";
import { files, fullModel, hostile, notSubjectModel, yearModel } from "./page-models.ts";

const read = (model: typeof fullModel): ReadPage => readPage(renderReportPage(model, files).toString("utf8"));
const full = read(fullModel);

/** The cells of the table that stands under this caption, row by row, as they read. */
function table({ units }: ReadPage, caption: string): readonly (readonly string[])[] {
  const from = units.main.findIndex(({ name, text }) => name === "caption" && text === caption);
  expect(from, caption).toBeGreaterThanOrEqual(0);
  const after = units.main.slice(from + 1);
  const end = after.findIndex(({ name }) => name !== "th" && name !== "td");
  const cells = after.slice(0, end < 0 ? undefined : end);
  const heads = cells.findIndex(({ label }) => label !== undefined);
  const width = heads < 0 ? cells.length : heads;
  return Array.from({ length: cells.length / width }, (_, line) =>
    cells.slice(line * width, (line + 1) * width).map(({ text }) => text),
  );
}

const texts = (units: readonly ReadUnit[], name: string) =>
  units.flatMap((one) => (one.name === name ? [one.text] : []));

describe("the page of a report", () => {
  test("is in Italian, one h1, each section in the index, and nothing of it is lost on the way through the parser", () => {
    for (const model of [fullModel, yearModel, notSubjectModel, sampleModel()]) {
      const page = reportPage(model, files);
      expect(verifyPage(renderPage(page), page)).toEqual([]);
    }
    expect(full.language).toBe("it");
    expect(texts(full.units.header, "h1")).toEqual(["Relazione sugli indicatori di qualità dei servizi"]);
    const sections = full.units.main.flatMap(({ name, id }) => (name === "h2" ? [`#${id}`] : []));
    const linked = full.units.nav.flatMap(({ links }) => links.map(([href]) => href));
    expect(linked.filter((href) => sections.includes(href))).toEqual(sections);
  });

  test("shows a result beside its target, its outcome in words and its margin", () => {
    expect(table(full, "Tempo di riparazione dei malfunzionamenti: valori accanto agli obiettivi")).toEqual([
      [
        "Ambito",
        "Misura",
        "Unità di misura",
        "Obiettivo 2026",
        "1° semestre",
        "Numero di casi",
        "Esito",
        "Margine",
        "Note",
      ],
      // Of 20 cases the 80th percentile is the 16th: 16 hours, one below the 17 promised.
      [
        "complessivo",
        "Percentile 80° del tempo di riparazione dei malfunzionamenti",
        "ore solari",
        "non superiore a 17",
        "16,00",
        "20",
        "Obiettivo raggiunto",
        "+1,00",
        "",
      ],
      [
        "complessivo",
        "Percentile 95° del tempo di riparazione dei malfunzionamenti",
        "ore solari",
        "–",
        "19,00",
        "20",
        "–",
        "–",
        "",
      ],
      expect.anything(),
      // (1 + … + 20) / 20 = 10.5 hours, half an hour above the 10 promised.
      [
        "complessivo",
        "Tempo medio di riparazione",
        "ore solari",
        "non superiore a 10",
        "10,50",
        "20",
        "Obiettivo non raggiunto",
        "−0,50",
        "",
      ],
    ]);
  });

  test("of a year has both halves beside the year, a dash where a half has no such figure", () => {
    const [heads, first] = table(
      read(yearModel),
      "Tempo di fornitura dell’allacciamento iniziale: valori accanto agli obiettivi",
    );
    expect(heads?.slice(4, 7)).toEqual(["1° semestre", "2° semestre", "Anno intero"]);
    expect(first?.slice(4, 7)).toEqual(["27", "n.d.", "3"]);
    const regions = table(
      read(yearModel),
      "Tempo di fornitura dell’allacciamento iniziale: valori accanto agli obiettivi",
    ).filter(([scope]) => scope === "Lombardia");
    expect(regions.map((cells) => cells.slice(4, 7))).toEqual([["–", "10", "10"]]);
  });

  test("of an operator that owes no report says so, and lists what was read", () => {
    const page = read(notSubjectModel);
    expect(texts(page.units.main, "p").filter((text) => text.startsWith("Operatore non soggetto"))).not.toEqual([]);
    expect(table(page, "Dati estratti per il periodo")).toEqual([
      ["Dati", "Righe estratte", "Righe scartate per errore nei dati"],
      ["fatture", "1.204", "29"],
    ]);
    expect(texts(page.units.main, "figcaption")).toEqual([]);
  });

  test("links every note that a row refers to, and notes stand under their table in that order", () => {
    const notes = full.units.main.filter(({ id = "" }) => /-nota-\d+$/.test(id));
    const linked = full.units.main.flatMap(({ links }) => links.filter(([href]) => href.includes("-nota-")));
    expect(notes.length).toBeGreaterThan(0);
    expect(new Set(linked.map(([href]) => href))).toEqual(new Set(notes.map(({ id }) => `#${id}`)));
    expect(linked.map(([href, label]) => [href.replace(/^.*-nota-/, ""), label])).toEqual(
      linked.map(([href]) => [href.replace(/^.*-nota-/, ""), `nota ${href.replace(/^.*-nota-/, "")}`]),
    );
  });

  test("lists the files beside it with their digests, but neither itself nor the manifest nor what is for others", () => {
    expect(table(full, "File che accompagnano questa pagina")).toEqual([
      ["File", "Contenuto", "Impronta SHA-256"],
      ["indicators.json", "Valori, quadratura e avvertenze (JSON)", "1".repeat(64)],
      ["report.pdf", "Relazione (PDF)", "2".repeat(64)],
      ["agcom-131-06-csp.xlsx", "Modello elettronico, delibera n. 131/06/CSP (foglio di calcolo)", "3".repeat(64)],
    ]);
  });

  test("has the curve of what rests on one, said in words for whoever does not see it", () => {
    const pictures = full.units.main.filter(({ name }) => name === "svg");
    const curve = pictures.find(({ label }) =>
      label?.startsWith("Distribuzione cumulata dei tempi, in ore, di 20 casi."),
    );
    expect(curve?.text).toContain("obiettivo: non superiore a 17");
    expect(curve?.label).toContain(
      "Tempo medio di riparazione 10,50 ore solari (obiettivo: non superiore a 10; obiettivo non raggiunto)",
    );
  });

  test("tells what a revision corrects, the operator's remarks and the half-years before", () => {
    expect(table(full, "Valori rettificati")).toEqual([
      expect.anything(),
      [
        "131/06/CSP",
        "Indicatore 3 – Tempo di riparazione dei malfunzionamenti: Tempo medio di riparazione",
        "complessivo",
        "ore solari",
        "9,50 (20 casi)",
        "10,50 (20 casi)",
        "Obiettivo raggiunto",
        "Obiettivo non raggiunto",
      ],
    ]);
    expect(full.units.main.map(({ text }) => text)).toEqual(
      expect.arrayContaining([`Perché ${hostile}`, `Guasto alla ${hostile}`, "prima", "dopo"]),
    );
    const [heads = [], ...trend] = table(full, "Andamento negli ultimi quattro semestri");
    expect(heads.slice(5)).toEqual(["1° sem. 2025", "2° sem. 2025 (rev. 3)", "1° sem. 2026"]);
    const mean = trend.find(
      ([, indicator, measure]) => indicator?.startsWith("3") && measure?.startsWith("Tempo medio"),
    );
    expect(mean?.slice(5)).toEqual(["9,50", "10,50*", "10,50*"]);
  });

  test("reads markup in names, charters, scopes, notes and remarks as the text that it is", () => {
    expect(full.elements.has("script")).toBe(false);
    expect(full.attributes.filter(([name]) => name.startsWith("on"))).toEqual([]);
    const all = [full.title, ...[...full.units.header, ...full.units.main].map(({ text }) => text)];
    // Title and header; missed table, corrections' reason, remarks, trend, figure, note, quote, warning and more.
    expect(all.filter((text) => text.includes(hostile)).length).toBeGreaterThanOrEqual(10);
  });

  test("has the same bytes each time", () => {
    expect(renderReportPage(fullModel, files).equals(renderReportPage(fullModel, files))).toBe(true);
  });
});

describe("trasparenza tecnica", () => {
  const tests = (direction: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([measure, value]) =>
      row(
        act244,
        ["throughput", measure],
        { profile: "4000", direction },
        { value, exact: value.replace(/\.00$/, ""), cases: 2400 },
      ),
    );
  const model = sampleModel({
    rows: [
      ...tests("download", { p5: "1310", mean: "2911", p95: "3620", failed: "0.00" }),
      ...tests("upload", { p5: "310" }),
      row(act244, ["delay", "mean"], { profile: "4000" }, { value: "48.07", exact: "4807/100", cases: 12 }),
    ],
  });

  test("names for each profile the lowest, mean and highest speed, and no speed that is called normal", () => {
    expect(table(read(model), "Velocità di trasmissione misurata per profilo, in kbit/s")).toEqual([
      [
        "Profilo (velocità nominale)",
        "Direzione",
        "Minima (percentile 5°)",
        "Media",
        "Massima (percentile 95°)",
        "Prove fallite, %",
        "Prove considerate",
      ],
      ["4 Mbit/s", "download", "1.310", "2.911", "3.620", "0,00", "2.400"],
      ["4 Mbit/s", "upload", "310", "–", "–", "–", "–"],
    ]);
    expect(table(read(model), "Ritardo di trasmissione e perdita dei pacchetti misurati per profilo")[1]).toEqual([
      "4 Mbit/s",
      "48,07",
      "–",
      "–",
    ]);
    const said = texts(read(model).units.main, "p").filter((text) => text.includes("normalmente disponibile"));
    expect(said).toEqual([expect.stringMatching(/^Non è indicata una velocità «normalmente disponibile»/)]);
  });

  test("is left out where no profile is measured", () => {
    const { units } = read(sampleModel({ rows: [] }));
    expect(texts(units.main, "h2")).not.toContain("Trasparenza tecnica");
  });
});
