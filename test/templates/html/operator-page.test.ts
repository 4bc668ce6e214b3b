import { describe, expect, test } from "vitest";
import { acts } from "../../../reports/acts/index.ts";
import type { Figure } from "../../../reports/report-model.ts";
import { operatorPageOf, type PublishedPeriod } from "../../../templates/html/operator-page.ts";
import { renderPage } from "../../../templates/html/page.ts";
import { readPage } from "../../../templates/html/read-page.ts";
import { verifyPage } from "../../../templates/html/verify-page.ts";
import { repair } from "../charts/chart-rows.ts";
import { hostile } from "./page-models.ts";

const mean = (target: string): Figure => {
  const found = repair([["mean", target]]).find(({ measure }) => measure.id === "mean");
  if (found === undefined) throw new Error("no mean");
  return found.figure;
};
const standard: Figure = {
  ...mean("10"),
  act: "255-24-cons",
  indicator: "agent-answer",
  service: null,
  unit: "s",
  value: "100.00",
  target: "150",
  comparator: "<=",
  outcome: "met",
  minimum: { value: "150", comparator: "<=", outcome: "met" },
};

function published(year: number, half: 1 | 2 | null, revisions: readonly (readonly Figure[])[]): PublishedPeriod {
  const [firstDay, lastDay] = [`${year}-${half === 2 ? "07" : "01"}-01`, `${year}-${half === 1 ? "06-30" : "12-31"}`];
  const id = half === null ? `${year}` : `${year}-S${half}`;
  return {
    period: { id, year, half, firstDay, lastDay },
    revisions: revisions.map((figures, index) => ({
      revision: index + 1,
      folder: `${id}/r${index + 1}`,
      files: ["index.html", "indicators.csv", "indicators.json", ...(index === 0 ? ["report.pdf"] : [])],
      figures,
    })),
  };
}

function read(periods: readonly PublishedPeriod[]) {
  const page = operatorPageOf({ operator: { id: "prova", name: `Prova ${hostile}` }, acts, periods });
  expect(verifyPage(renderPage(page), page)).toEqual([]);
  const { units, elements } = readPage(renderPage(page).toString("utf8"));
  const rows = (from: string, width: number) => {
    const start = units.main.findIndex(({ name, text }) => name === "caption" && text === from) + 1 + width;
    const cells = units.main.slice(start);
    const end = cells.findIndex(({ label }) => label === undefined);
    const own = cells.slice(0, end < 0 ? undefined : end);
    return Array.from({ length: own.length / width }, (_, row) => own.slice(row * width, (row + 1) * width));
  };
  return { main: units.main, elements, rows };
}

const reports = "Relazioni pubblicate, dalla più recente";
const repairTime = "Indicatore 3 – Tempo di riparazione dei malfunzionamenti: valori accanto agli obiettivi";

describe("the page of an operator", () => {
  const { rows, main, elements } = read([
    published(2025, 2, [[mean("11")]]),
    published(2026, 1, [[mean("11")], [mean("10"), standard]]),
    published(2026, null, [[]]),
    published(2026, 2, [[mean("10")]]),
  ]);

  test("lists every period and revision, the newest first, and marks what is superseded", () => {
    const shown = rows(reports, 7).map((cells) => cells.slice(0, 6).map(({ text }) => text));
    expect(shown).toEqual([
      ["anno 2026", "1", "in vigore", "–", "–", "0"],
      ["2° semestre 2026", "1", "in vigore", "0 su 1", "–", "0"],
      ["1° semestre 2026", "2", "in vigore", "0 su 1", "1 su 1", "0"],
      ["1° semestre 2026", "1", "sostituita dalla revisione 2", "1 su 1", "–", "0"],
      ["2° semestre 2025", "1", "in vigore", "1 su 1", "–", "0"],
    ]);
  });

  test("links each revision's own documents, those that it has", () => {
    expect(rows(reports, 7)[2]?.at(-1)?.links).toEqual([
      ["2026-S1/r2/index.html", "pagina, 1° semestre 2026, revisione 2"],
      ["2026-S1/r2/indicators.csv", "CSV, 1° semestre 2026, revisione 2"],
      ["2026-S1/r2/indicators.json", "JSON, 1° semestre 2026, revisione 2"],
    ]);
    expect(
      rows(reports, 7)[3]
        ?.at(-1)
        ?.links.map(([href]) => href),
    ).toContain("2026-S1/r1/report.pdf");
  });

  test("shows the revision that holds of each period, beside the target of its time", () => {
    expect(rows(repairTime, 8).map((cells) => cells.slice(2).map(({ text }) => text))).toEqual([
      // The mean of 1 to 20 hours is 10.5.
      ["2° semestre 2026", "ore solari", "non superiore a 10", "10,50", "20", "Obiettivo non raggiunto"],
      ["1° semestre 2026", "ore solari", "non superiore a 10", "10,50", "20", "Obiettivo non raggiunto"],
      ["2° semestre 2025", "ore solari", "non superiore a 11", "10,50", "20", "Obiettivo raggiunto"],
    ]);
  });

  test("calls the law's minimum by its name", () => {
    const shown = main.find(({ text }) => text === "standard minimo: non superiore a 150");
    expect(shown?.label).toBe("Obiettivo");
    expect(main.filter(({ text }) => text === "Standard minimo rispettato")).toHaveLength(1);
  });

  test("counts a target that is the very minimum as the operator's, and prints the minimum beside it", () => {
    const own = read([published(2026, 1, [[{ ...standard, target_is_own: true }]])]);
    expect(
      own
        .rows(reports, 7)[0]
        ?.slice(3, 5)
        .map(({ text }) => text),
    ).toEqual(["1 su 1", "1 su 1"]);
    expect(own.main.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "non superiore a 150\nstandard minimo: non superiore a 150",
        "Obiettivo raggiunto\nStandard minimo rispettato",
      ]),
    );
  });

  test("draws a trend of half-years, from two values on", () => {
    const pictures = main.filter(({ name }) => name === "svg").map(({ label }) => label);
    expect(pictures).toEqual([
      "Andamento di Tempo di riparazione dei malfunzionamenti: Tempo medio di riparazione (complessivo). 2° sem. 2025: 10,50; 1° sem. 2026: 10,50; 2° sem. 2026: 10,50.",
    ]);
  });

  test("names by its id what no act knows any more", () => {
    const gone = { ...mean("10"), act: "sparito", indicator: "perduto", measure: "ignota" };
    const shown = read([published(2026, 1, [[gone]])]);
    expect(shown.main.map(({ text }) => text)).toEqual(expect.arrayContaining(["sparito", "perduto", "ignota"]));
  });

  test("says that nothing is held against a target where nothing is", () => {
    const { main: empty } = read([published(2026, 1, [[]])]);
    expect(empty.map(({ text }) => text)).toContain(
      "Nelle relazioni pubblicate nessun valore è confrontato con un obiettivo.",
    );
  });

  test("reads markup in a name as text", () => {
    expect(elements.has("script")).toBe(false);
    expect(main.map(({ text }) => text)).toContain(`Prova ${hostile} (prova)`);
  });
});
