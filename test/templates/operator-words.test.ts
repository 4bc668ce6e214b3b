import { describe, expect, test } from "vitest";
import { complaintFormsWarning, documentLabel, hoursWords } from "../../templates/operator-words.ts";

describe("assistance hours", () => {
  test.each([
    [{ days: "working-days", open: ["09:00-17:00"] }, "tutti i giorni lavorativi, dalle 9.00 alle 17.00"],
    [
      { days: "monday-friday", open: ["09:30-12:30", "15:00-18:00"] },
      "dal lunedì al venerdì, dalle 9.30 alle 12.30 e dalle 15.00 alle 18.00",
    ],
    [{ days: "every-day", open: ["00:00-24:00"] }, "tutti i giorni, dalle 0.00 alle 24.00"],
    [{ open: ["08:00-13:00"] }, "dalle 8.00 alle 13.00 (giorni non indicati nel documento)"],
  ] as const)("%j", (hours, words) => expect(hoursWords(hours)).toBe(words));
});

test("a page is not called a charter of services", () => {
  const identity = { id: "a", name: "A", charter: "F.A.Q." };
  expect([documentLabel(identity), documentLabel({ ...identity, charterIsPage: true })]).toEqual([
    "Carta dei servizi",
    "Documento dell’operatore",
  ]);
});

describe("disputes in a form that the document does not admit", () => {
  const admitted = ["letter", "pec"];

  test("one", () => {
    expect(complaintFormsWarning("2.9", admitted, [{ channel: "phone", rows: 1 }])).toBe(
      "1 contestazione, segnata come tracciabile nei dati, è pervenuta in una forma che il documento dell’operatore (§ 2.9) non ammette: telefono (1). Il documento ammette: lettera e posta elettronica certificata. Le contestazioni restano comprese nei valori: verificare il campo «traceable».",
    );
  });

  test("several, in several forms", () => {
    const found = [
      { channel: "counter", rows: 1000 },
      { channel: "web", rows: 234 },
    ];
    expect(complaintFormsWarning("F.A.Q.", admitted, found)).toContain(
      "1.234 contestazioni, segnate come tracciabili nei dati, sono pervenute in una forma che il documento dell’operatore (F.A.Q.) non ammette: sportello (1.000) e sito o area riservata (234).",
    );
  });
});
