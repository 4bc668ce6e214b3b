import { describe, expect, test } from "vitest";
import { act131 } from "../../reports/acts/131-06-csp.ts";
import { act244 } from "../../reports/acts/244-08-csp.ts";
import { acts } from "../../reports/acts/index.ts";
import { distribution, sampleVariance, variance } from "../../reports/distribution.ts";
import { rationalText } from "../../reports/rational.ts";
import { ofTheProfile, settings, valuesOf, withSettings } from "../../reports/settings.ts";

const indicator = (acts: ReturnType<typeof withSettings>, id: string) =>
  acts.flatMap(({ indicators }) => indicators).find((one) => one.id === id);

describe("a choice of the profile takes the place of the act's own", () => {
  test("without one the acts are as they are", () => {
    expect(withSettings([act131, act244], {})).toEqual([act131, act244]);
  });

  test("all invoices in the denominator, and said in the notes", () => {
    const disputed = indicator(withSettings([act131], { invoices: "all" }), "disputed-charges");
    expect(disputed?.settings.invoices).toBe("all");
    expect(disputed?.choices.at(-1)).toMatchObject({ id: "invoices", value: "all" });
  });

  test("the deviation of a sample, and said in place of the population's", () => {
    const delay = indicator(withSettings([act244], { deviation: "sample" }), "delay");
    expect(delay?.measures.find(({ id }) => id === "stddev")?.formula).toEqual({
      kind: "deviation",
      of: "delay",
      divisor: "n-1",
    });
    const speed = indicator(withSettings([act244], { deviation: "sample" }), "throughput");
    expect(speed?.choices.filter(({ id }) => id === "deviation").map(({ value }) => value)).toEqual(["sample"]);
  });
});

describe("the name of a share says how its limit is compared", () => {
  const nameOf = (act: string, chosen: Readonly<Record<string, string>>) =>
    withSettings(acts, chosen)
      .find(({ id }) => id === act)
      ?.indicators.flatMap(({ measures }) => measures)
      .find(({ id }) => id === "within-limit")?.name;

  test.each([
    ["79-09-csp", "strict", "Percentuale di chiamate entranti in cui il tempo di risposta è inferiore a 20 secondi"],
    [
      "79-09-csp",
      "inclusive",
      "Percentuale di chiamate entranti in cui il tempo di risposta è non superiore a 20 secondi",
    ],
    ["255-24-cons", "strict", "Tasso di chiamate verso operatore servite in meno di 20 secondi"],
    ["255-24-cons", "inclusive", "Tasso di chiamate verso operatore servite entro 20 secondi"],
  ])("%s, %s", (act, value, name) => expect(nameOf(act, { "limit-comparator": value })).toBe(name));

  test("of every act and every choice", () => {
    for (const chosen of [{}, { "limit-comparator": "strict" }, { "limit-comparator": "inclusive" }])
      for (const { formula, name } of withSettings(acts, chosen).flatMap(({ indicators }) =>
        indicators.flatMap(({ measures }) => measures),
      )) {
        if (formula.kind !== "share" || !("limitSeconds" in formula.test)) continue;
        const isStrict = /(?<!non )inferiore a \d|in meno di \d/.test(name);
        const isInclusive = /non superiore a \d|entro \d/.test(name);
        expect([name, isStrict, isInclusive]).toEqual([
          name,
          formula.test.is === "under-limit",
          formula.test.is === "within-limit",
        ]);
      }
  });
});

const everyAlternative = settings.flatMap((setting) =>
  setting.alternatives.map(({ value }) => ({ name: setting.name, value })),
);
const indicatorsOf = (chosen: Readonly<Record<string, string>>) =>
  withSettings(acts, chosen).flatMap((act) => act.indicators.map((one) => ({ act: act.id, one })));

describe("every choice", () => {
  test("has a name, a title and values of its own", () => {
    for (const list of [settings.map(({ name }) => name), settings.map(({ title }) => title)])
      expect(new Set(list).size).toBe(list.length);
    for (const setting of settings) expect(new Set(valuesOf(setting)).size).toBe(valuesOf(setting).length);
  });

  test("is taken as the act does where the profile names the act's own value", () => {
    const own = Object.fromEntries(settings.map((setting) => [setting.name, setting.own.value]));
    expect(withSettings(acts, own)).toEqual(acts);
  });

  test.each(everyAlternative)(
    "$name: $value changes some indicator, and says so there and nowhere else",
    ({ name, value }) => {
      const before = indicatorsOf({});
      const changed = indicatorsOf({ [name]: value }).filter(
        ({ one }, i) => JSON.stringify(one) !== JSON.stringify(before[i]?.one),
      );
      expect(changed.length).toBeGreaterThan(0);
      for (const { one } of changed) {
        const said = one.choices.filter(({ id }) => id === name);
        expect(said).toMatchObject([{ value, reason: ofTheProfile }]);
        expect(new Set(one.choices.map(({ id }) => id)).size).toBe(one.choices.length);
      }
    },
  );

  test.each(
    settings.flatMap(({ name, alternatives }) =>
      alternatives.flatMap(({ value, untrue }) => (untrue === undefined ? [] : [{ name, value, untrue }])),
    ),
  )("$name: $value takes out the very words of $untrue.choice that it makes untrue", ({ name, value, untrue }) => {
    const before = indicatorsOf({});
    const spoken = indicatorsOf({ [name]: value }).flatMap(({ one }, i) => {
      const was = before[i]?.one.choices.find(({ id }) => id === untrue.choice);
      const isChanged = JSON.stringify(one) !== JSON.stringify(before[i]?.one);
      return isChanged && was !== undefined
        ? [{ was: was.words, is: one.choices.map(({ words }) => words).join(" ") }]
        : [];
    });
    expect(spoken.length).toBeGreaterThan(0);
    for (const { was, is } of spoken) {
      expect(was).toMatch(untrue.phrase);
      expect(is).not.toMatch(untrue.phrase);
    }
  });

  test("taken beside another leaves whole sentences", () => {
    const all = Object.fromEntries(settings.map(({ name, alternatives }) => [name, alternatives[0].value]));
    const words = (act: string, id: string) =>
      indicatorsOf(all)
        .find(({ act: of, one }) => of === act && one.id === id)
        ?.one.choices.map((choice) => choice.words);
    expect(words("131-06-csp", "fault-rate")?.slice(0, 2)).toEqual([
      "Le linee sono quelle in servizio alla fine del periodo.",
      "I guasti dipendenti da operatori terzi sono esclusi. I guasti dipendenti da interferenze e da mancanza di energia sono compresi.",
    ]);
    expect(words("131-06-csp", "activation-time")).toContain(
      "I giorni solari sono quelli iniziati, compreso il giorno dell’ordine: la fornitura nello stesso giorno vale 1.",
    );
    expect(words("131-06-csp", "disputed-charges")?.[0]).toBe(
      "Le contestazioni sono attribuite al periodo in cui sono ricevute, le fatture a quello di emissione.",
    );
    for (const { one } of indicatorsOf(all))
      for (const choice of one.choices) expect(choice.words).toMatch(/^[A-Z].*[^.]\.$/);
  });
});

// Of 2, 4 and 9 the mean is 5; squares 9 + 1 + 16 = 26; 26/3 of the population, 26/2 of a sample.
test("the variance divides by n, that of a sample by n - 1", () => {
  const of = distribution([2, 4, 9].map((value) => [value, 1]));
  expect([variance(of), sampleVariance(of)].map((value) => value && rationalText(value))).toEqual(["26/3", "13"]);
  expect(sampleVariance(distribution([[7, 1]]))).toBeUndefined();
});
