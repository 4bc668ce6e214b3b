/** The charters' own terms held against the law of a day, as the report prints it. */
import { describe, expect, test } from "vitest";
import { charterWordsOf } from "../../jobs/charter-words.ts";
import { lawConflicts } from "../../reports/charter-law.ts";
import { lawConflictWords } from "../../templates/charter-law-words.ts";
import { oneSpace, operator } from "./operator.ts";

const outcome = "fino a 63 giorni solari, senza contare le festività";
const activation =
  "Carta, § 4.2.1: l’indennizzo per ritardo nell’attivazione (servizi principali) è di 2,00 euro al giorno, inferiore a quello di 7,50 euro della delibera";
const indemnities347 = [
  `${activation} n. 347/18/CONS, Allegato A, art. 4, comma 1.`,
  "Carta, § 4.2.1: l’indennizzo per ritardo nell’attivazione (servizi accessori) è di 2,00 euro al giorno, inferiore a quello di 2,50 euro della delibera n. 347/18/CONS, Allegato A, art. 4, comma 3.",
  "Carta, § 4.2.2: l’indennizzo per sospensione o cessazione indebita del servizio (servizi principali) è di 1,00 euro al giorno, inferiore a quello di 7,50 euro della delibera n. 347/18/CONS, Allegato A, art. 5 (da confermare).",
  "Carta, § 4.2.2: l’indennizzo per sospensione o cessazione indebita del servizio (servizi accessori) è di 1,50 euro al giorno, inferiore a quello di 2,50 euro della delibera n. 347/18/CONS, Allegato A, art. 5 (da confermare).",
];
const term = (days: number, act: string) =>
  `Carta, § 2.8: il termine di 45 giorni lavorativi (${outcome}) per la risposta ai reclami supera quello di ${days} giorni solari della delibera n. ${act} (da confermare).`;

/** The last day of 2012-S1, 2019-S2, 2025-S1, 2025-S2 and 2026-S1. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["cielo", "2012-06-30", [term(45, "179/03/CSP"), `${activation} n. 73/11/CONS (da confermare).`]],
  ["cielo", "2019-12-31", [term(45, "179/03/CSP"), ...indemnities347]],
  ["cielo", "2025-06-30", [term(45, "179/03/CSP"), ...indemnities347]],
  ["cielo", "2025-12-31", [term(30, "255/24/CONS"), ...indemnities347]],
  ["hellotel", "2025-06-30", []],
  [
    "hellotel",
    "2026-06-30",
    [
      "Carta, § 2.8: il numero di assistenza 0775824309 è a pagamento; la delibera n. 255/24/CONS (da confermare) richiede che l’assistenza clienti sia gratuita.",
      "Carta, § 2.9: il termine di 45 giorni per la risposta ai reclami supera quello di 30 giorni solari della delibera n. 255/24/CONS (da confermare).",
    ],
  ],
  ["clouditalia", "2025-06-30", []],
  [
    "clouditalia",
    "2026-06-30",
    [
      "Documento dell’operatore, F.A.Q., assistenza amministrativa: i reclami sugli addebiti sono ammessi solo in forma scritta (lettera, fax, posta elettronica e posta elettronica certificata); la delibera n. 255/24/CONS (da confermare) richiede di accettare reclami anche per telefono.",
    ],
  ],
  ["cloudfabric", "2026-06-30", []],
  ["tunda", "2026-06-30", []],
];

test.each(cases)("%s on %s", async (id, day, sentences) => {
  const { profile } = await operator(id);
  const found = lawConflicts(charterWordsOf(profile), day);
  expect(found.map((conflict) => lawConflictWords(conflict, profile.charter.kind))).toEqual(sentences);
});

// 45 days of work are nine weeks of five, and end on the third day of the eighth week of six: 63 days or 45 + 8.
test.each([
  ["not-working", 63],
  ["working", 53],
] as const)("45 days of work where Saturday is %s are up to %i days", async (saturday, longest) => {
  const { profile } = await operator("cielo");
  if (profile.calendar === undefined) throw new Error("cielo has no calendar");
  const words = charterWordsOf({ ...profile, calendar: { ...profile.calendar, saturday } });
  const found = lawConflicts(words, "2025-12-31").filter(({ kind }) => kind === "complaint-answer");
  expect(found).toMatchObject([{ longestDays: longest }]);
});

describe.each(["cielo", "hellotel", "clouditalia"])("what %s grants", async (id) => {
  const { profile, charter } = await operator(id);
  const { assistance = [], indemnities = [] } = profile.terms ?? {};

  test("is listed", () => expect(assistance.length + indemnities.length).toBeGreaterThan(0));

  test.each([...assistance, ...indemnities])("stands there: $section $words", ({ words }) => {
    expect(charter).toContain(oneSpace(words));
  });

  test.each(indemnities)("$for ($service): $amount euro stand in the words", ({ amount, words }) => {
    expect(words).toContain(`euro ${amount.replace(".", ",")} `);
  });

  test.each(assistance)("$number stands in the words", ({ number, words }) => {
    expect(words.replaceAll(/[./ ]/g, "")).toContain(number);
  });
});
