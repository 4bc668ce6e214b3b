import { describe, expect, test } from "vitest";
import type { Act } from "../../reports/act.ts";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act255 } from "../../reports/acts/255-24-cons.ts";
import { examples } from "../../reports/acts/examples/index.ts";
import { actSheet } from "../../templates/act-sheet.ts";
import { lawDayWords, publicationWords, sourceWords, termWords } from "../../templates/act-words.ts";

describe("how an act was made public", () => {
  test.each<readonly [NonNullable<Act["publication"]>, string]>([
    [{ day: "2006-07-27", in: "gazette", gazetteNumber: "173", source: "s" }, "G.U. n. 173 del 27/07/2006"],
    [{ day: "2006-07-27", in: "gazette", source: "s" }, "G.U. n. (non noto) del 27/07/2006"],
    [
      { day: "2023-07-10", in: "site", source: "s" },
      "pubblicata sul sito dell’Autorità in data 10/07/2023; estremi della Gazzetta Ufficiale non noti",
    ],
  ])("%j", (publication, words) => {
    expect(publicationWords(publication)).toBe(words);
  });
});

describe("where a value stands", () => {
  test.each([
    [{ source: "sito" }, "fonte: sito"],
    [{ source: "sito", from: "2025-08-08" }, "fonte: sito; vale dal 08/08/2025"],
    [
      { source: "sito", from: "2025-08-08", note: "Da confermare." },
      "fonte: sito; vale dal 08/08/2025. Da confermare.",
    ],
    [{}, "fonte: non indicata"],
  ])("%j", (law, words) => {
    expect(sourceWords(law)).toBe(words);
  });

  test("of a day and of a term", () => {
    expect(lawDayWords("to", { day: "2023-12-31", source: "sito" })).toBe("al 31/12/2023 – fonte: sito");
    expect(termWords({ receivedFrom: null, days: 45, source: "sito" })).toBe("45 giorni – fonte: sito");
    expect(termWords({ receivedFrom: "2025-08-08", days: 30, source: "sito" })).toBe(
      "30 giorni per i reclami ricevuti dal 08/08/2025 – fonte: sito",
    );
  });
});

/** The sheet without its line breaks. */
const sheet = (act: Act) => actSheet(act, examples.get(act.id) ?? []).replace(/\s+/g, " ");

test("the sheet of 255/24/CONS has the legal minima and the terms of complaints, each with its source", () => {
  const words = sheet(act255);
  expect(words).toContain(
    "standard minimo: non superiore a 150 (art. 8, lett. a), Allegato A alla delibera n. 255/24/CONS) – fonte: ",
  );
  expect(words).toContain("limite di 20 secondi – fonte: ");
  expect(words).toContain("45 giorni – fonte: ");
  expect(words).toContain("30 giorni per i reclami ricevuti dal 08/08/2025 – fonte: ");
});

test("the sheet of 131/06/CSP works every measure out under its indicator", () => {
  const words = sheet(act131);
  expect(words).toContain(
    "1° semestre 2024. 41 segnalazioni effettive e 1000, 1010, …, 1050 linee alla fine dei sei mesi; un guasto e 500 linee dial-up restano fuori. ratio = 4,00 %. Linee in media 6150 / 6 = 1025; 41 / 1025 = 4,00 %.",
  );
  expect(words).toContain("cases = 20. Venti ordini considerati.");
});
