/** The act of an operator's own commitments: what profiles make of it, and that it names what its queries give. */
import { describe, expect, test } from "vitest";
import { ownActOf } from "../../jobs/own-act.ts";
import type { Act } from "../../reports/act.ts";
import { isOwnAct, operatorAct } from "../../reports/acts/operator.ts";
import { dayWords, withinWords } from "../../reports/acts/operator-calendar.ts";
import { populations } from "../../sql/populations/index.ts";
import { actTitles, actWords, verificationWords } from "../../templates/italian.ts";
import { operator } from "../operators/operator.ts";
import { contextOf, withEngine } from "../sql/hand-made.ts";

const actsOf = async (id: string): Promise<Act> => {
  const [act, ...others] = ownActOf((await operator(id)).profile);
  expect(others).toEqual([]);
  return act as Act;
};
const all = await Promise.all(["cielo", "hellotel", "cloudfabric"].map(async (id) => [id, await actsOf(id)] as const));
const acts = Object.fromEntries(all);

const named = (act: Act | undefined) =>
  act?.indicators.map(({ ordinal, id, service, measures }) =>
    [ordinal, id, service ?? "", ...measures.map((measure) => measure.id)].join(" "),
  );

describe("what the charters have measured", () => {
  test("Cielo: continuity of each service, its backbone, its complaints", () => {
    expect(named(acts.cielo)).toEqual([
      "1 continuity internet ratio",
      "1 continuity voice ratio",
      "2 backbone-delay  p99 p95 mean",
      "3 backbone-loss  ratio",
      "4 complaint-taken-charge  within-term",
      "5 complaint-outcome  within-term",
      "6 complaint-answer  within-term",
    ]);
  });

  test("Hellotel: its complaints, and who comes first", () => {
    expect(named(acts.hellotel)).toEqual([
      "1 complaint-outcome  within-term",
      "2 complaint-answer  within-term",
      "3 priority-activation internet p95 mean",
      "3 priority-activation voice p95 mean",
    ]);
  });

  test("Cloudfabric: requests by class of urgency", () => {
    expect(named(acts.cloudfabric)).toEqual(["1 take-charge  within-term p95 cases"]);
    expect(acts.cloudfabric?.indicators[0]?.definition).toContain(
      "P1+ entro 1 ora; P1 entro 2 ore; P2 entro 4 ore; P3 entro il giorno lavorativo successivo; P4 entro 5 giorni lavorativi; P7 senza termine (best effort).",
    );
  });

  test("a profile that promises nothing of its own has no such act", async () => {
    const { profile } = await operator("hellotel");
    const targets = profile.targets.filter(({ act }) => act !== "operator");
    expect(ownActOf({ ...profile, targets, measured: [] })).toEqual([]);
  });

  test("an indicator whose terms are missing is refused, and not left out in silence", () => {
    const promised = [{ indicator: "take-charge", section: "1", year: 2026 }] as const;
    expect(() => operatorAct({ operator: "O", charter: "C", services: [], promised })).toThrow(RangeError);
  });
});

describe("how the documents cite it", () => {
  test("by what it is and by the document it was taken from, never as a delibera", () => {
    const [cielo, cloudfabric] = [acts.cielo as Act, acts.cloudfabric as Act];
    expect(isOwnAct(cielo)).toBe(true);
    expect(actWords(cielo)).toBe("Carta dei servizi Rev. 2.0/18");
    expect(actTitles(cielo)).toEqual([
      "Impegni della Carta dei servizi non compresi negli indicatori dell’Autorità",
      "Carta dei servizi Rev. 2.0/18",
    ]);
    expect(actTitles(cloudfabric)[0]).toBe("Impegni dell’operatore non compresi negli indicatori dell’Autorità");
    expect(verificationWords(cielo)).toBe("Definizioni tratte dal documento dell’operatore.");
    expect(cielo).toMatchObject({ verified: "charter", number: "", inForce: { from: { day: "2018-01-01" } } });
  });

  test("terms and days as one says them", () => {
    expect(withinWords({ amount: 1, unit: "business-days", printed: "<=" })).toBe(
      "entro il giorno lavorativo successivo",
    );
    expect(withinWords({ amount: 2, unit: "business-days", printed: "<=" })).toBe("entro 2 giorni lavorativi");
    expect(withinWords({ amount: 1, unit: "hours", printed: "<=" })).toBe("entro 1 ora");
    expect(withinWords({ amount: 30, unit: "days", printed: "<" })).toBe("in meno di 30 giorni");
    expect(["06-26", "12-01"].map(dayWords)).toEqual(["26 giugno", "1° dicembre"]);
  });

  test("the calendar is told with its patrons, and why", () => {
    const [takeCharge] = (acts.cloudfabric as Act).indicators;
    expect(takeCharge?.choices.find(({ id }) => id === "working-days")?.words).toBe(
      "Sono lavorativi i giorni dal lunedì al venerdì, escluse le festività nazionali e le feste patronali di San Vigilio (26 giugno, Trento) e di San Vittore (5 settembre, Tione di Trento).",
    );
  });
});

const indicators = all.flatMap(([id, act]) =>
  act.indicators.map((indicator) => ({ name: `${id} ${indicator.id} ${indicator.service ?? ""}`, indicator })),
);

test.each(indicators)("$name names what its queries give", async ({ indicator }) => {
  await withEngine({}, async (engine) => {
    const parts = populations[indicator.population](contextOf(engine, indicator.settings));
    const emitted = parts.flatMap(({ rows }) =>
      [...rows.compile().sql.matchAll(/ then '([a-z-]+)'/g)].map((match) => match[1] as string),
    );
    const classes = [...new Set(emitted)].filter((id) => !["outside", "no-concern", "counted", "dialup"].includes(id));
    expect([...indicator.exclusions.map(({ id }) => id)].sort()).toEqual(classes.sort());
    const ids = indicator.measures.map(({ id }) => id);
    for (const { words, clause, measures = [] } of indicator.exclusions) {
      expect([words.trim(), clause.trim()]).not.toContain("");
      expect(measures.filter((id) => !ids.includes(id))).toEqual([]);
    }
    const facts = parts.flatMap(({ histograms, aggregates, constants = [] }) =>
      [...histograms, ...aggregates, ...constants].map(({ fact }) => fact),
    );
    for (const { formula, cases } of indicator.measures) {
      const used = formula.kind === "ratio" ? [formula.numerator, formula.denominator] : [formula.of];
      const over = formula.kind === "share" && formula.over !== undefined ? [formula.over] : [];
      for (const fact of [...used, ...over, ...(cases === undefined ? [] : [cases])]) expect(facts).toContain(fact);
    }
    for (const by of indicator.scopes)
      expect(parts.some(({ dimensions }) => by.every((one) => dimensions.includes(one)))).toBe(true);
    for (const { words, reason } of indicator.choices) expect([words.trim(), reason.trim()]).not.toContain("");
  });
});
