/** What every act's data must hold, and that queries and acts name the same things. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Act, Indicator } from "../../reports/act.ts";
import { actOf, acts } from "../../reports/acts/index.ts";
import { populationNames } from "../../reports/population-facts.ts";
import { isInForce } from "../../reports/report.ts";
import { populations } from "../../sql/populations/index.ts";
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { contextOf, withEngine } from "../sql/hand-made.ts";

/** Profiles, indicators.json and explanations name figures by these ids: none may change, go or come unnoticed. */
const published = {
  "131-06-csp": {
    "activation-time": ["p95", "p99", "mean", "within-contract", "within-agreed", "cases"],
    "fault-rate": ["ratio"],
    "repair-time": ["p80", "p95", "mean", "within-contract"],
    "call-answer": ["navigation", "agent-mean", "total-mean", "within-limit"],
    "disputed-charges": ["ratio"],
  },
  "244-08-csp": {
    "dialup-unavailability": ["ratio"],
    throughput: ["p5", "p95", "mean", "stddev", "failed"],
    delay: ["p95", "mean", "stddev"],
    "packet-loss": ["ratio"],
  },
  "254-04-csp": {
    "supply-time": ["p95", "p99", "within-agreed", "within-contract"],
    "fault-rate": ["ratio"],
    "repair-time": ["p80", "p95", "mean", "within-contract"],
    "operator-services-answer": ["mean", "within-limit"],
    "customer-care-answer": ["navigation", "agent-mean", "within-limit"],
    "disputed-invoices": ["ratio"],
    "billing-accuracy": ["ratio"],
  },
  "79-09-csp": {
    "ivr-navigation": ["weighted-mean"],
    "agent-answer": ["mean", "within-limit", "abandoned"],
    "first-call-resolution": ["ratio"],
  },
  "156-23-cons": {
    "supply-time internet": ["p95", "p99", "mean", "within-contract", "within-agreed", "cases"],
    "supply-time voice": ["p95", "p99", "within-agreed", "within-contract"],
    "fault-rate internet": ["ratio"],
    "fault-rate voice": ["ratio"],
    "repair-time internet": ["p80", "p95", "mean", "within-contract"],
    "repair-time voice": ["p80", "p95", "mean", "within-contract"],
    "disputed-charges internet": ["ratio"],
    "disputed-charges voice": ["ratio"],
    "billing-accuracy internet": ["ratio"],
    "billing-accuracy voice": ["ratio"],
    throughput: ["p5", "p95", "mean", "stddev", "failed"],
    delay: ["p95", "mean", "stddev"],
    "packet-loss": ["ratio"],
  },
  "255-24-cons": {
    "agent-answer": ["mean", "mean-with-ivr", "within-limit"],
    "complaint-answer": ["within-term", "p95"],
  },
};

/** By its id, and by its service where the act has one for each. */
const nameOf = (act: Act, { id, service }: Indicator): string =>
  act.indicators.filter((other) => other.id === id).length === 1 ? id : `${id} ${service}`;

const indicators = acts.flatMap((act) =>
  act.indicators.map((indicator) => ({ name: `${act.id} ${nameOf(act, indicator)}`, indicator })),
);

test("the acts have exactly the indicators and measures that are published", () => {
  const sorted = (names: readonly string[]) => [...names].sort();
  const found = Object.fromEntries(
    acts.map((act) => [
      act.id,
      Object.fromEntries(
        act.indicators.map((indicator) => [nameOf(act, indicator), sorted(indicator.measures.map(({ id }) => id))]),
      ),
    ]),
  );
  const expected = Object.fromEntries(
    Object.entries(published).map(([act, of]) => [
      act,
      Object.fromEntries(Object.entries(of).map(([id, measures]) => [id, sorted(measures)])),
    ]),
  );
  expect(found).toEqual(expected);
});

test("an act is found by its id, and no other text finds one", () => {
  for (const act of acts) expect(actOf(act.id)).toBe(act);
  expect([actOf("131-06"), actOf(""), actOf("131-06-CSP")]).toEqual([undefined, undefined, undefined]);
});

describe.each(acts)("$id", (act: Act) => {
  test("is called by its number, and has words for its head", () => {
    expect([act.authority, act.title, act.modelHeading].filter((words) => words.trim() === "")).toEqual([]);
    expect(act.number.replaceAll("/", "-").toLowerCase()).toBe(act.id);
  });

  test("is in force on its first day", () => {
    const { from } = act.inForce;
    expect(isInForce(act, from.day, from.day)).toBe(true);
  });

  test("gives no ordinal twice for one service", () => {
    const ordinals = act.indicators.map(({ ordinal, service }) => `${ordinal} ${service ?? ""}`);
    expect(ordinals.filter((name, i) => ordinals.indexOf(name) !== i)).toEqual([]);
  });
});

describe.each(indicators)("$name", ({ indicator }: { indicator: Indicator }) => {
  let emitted: readonly string[] = [];
  let facts: ReadonlySet<string> = new Set();
  let dimensions: readonly (readonly string[])[] = [];
  let read: readonly TableName[] = [];

  beforeAll(async () => {
    await withEngine({}, async (engine) => {
      const parts = populations[indicator.population](contextOf(engine, indicator.settings));
      const classes = parts.flatMap(({ rows }) =>
        [...rows.compile().sql.matchAll(/ then '([a-z-]+)'/g)].map((match) => match[1] as string),
      );
      emitted = [...new Set(classes)].filter((id) => !["outside", "no-concern", "counted"].includes(id));
      facts = new Set(
        parts.flatMap(({ histograms, aggregates, constants = [] }) =>
          [...histograms, ...aggregates, ...constants].map(({ fact }) => fact),
        ),
      );
      dimensions = parts.map((part) => part.dimensions);
      read = parts.map(({ table }) => table);
    });
  });

  test("has words and a clause for every exclusion that its query can make, and for no other", () => {
    const named = indicator.exclusions.map(({ id }) => id);
    const mute = indicator.settings.withoutDialup === true ? [] : ["dialup"];
    expect([...named].sort()).toEqual(emitted.filter((id) => !mute.includes(id)).sort());
  });

  test("has a population whose written-down names are those of its query", () => {
    const known = populationNames[indicator.population];
    const withTrees = indicator.population === "calls" && indicator.settings.ivrPath === undefined;
    const unused = withTrees ? ["path", "trees"] : [];
    expect([...facts, ...unused].sort()).toEqual([...(known?.facts ?? [])].sort());
    expect(known?.exclusions.filter((id) => !emitted.includes(id))).toEqual([]);
  });

  test("is broken down by dimensions that one of its tables has", () => {
    for (const by of [...indicator.scopes, ...(indicator.yearScopes ?? [])])
      expect(dimensions.some((of) => by.every((dimension) => of.includes(dimension)))).toBe(true);
  });

  test("names the tables that it cannot do without, all of them canonical", () => {
    expect(indicator.tables.filter((table) => !(tableNames as readonly string[]).includes(table))).toEqual([]);
    expect(read.filter((table) => !tables[table].optional && !indicator.tables.includes(table))).toEqual([]);
    for (const { tables: own = [] } of indicator.measures)
      expect(own.filter((table) => !indicator.tables.includes(table))).toEqual([]);
  });

  test("is a percentile of whole days or speeds, or is printed with two decimals", () => {
    for (const { formula, unit, decimals } of indicator.measures) {
      const isWhole =
        formula.kind === "count" || (formula.kind === "percentile" && unit === "days") || unit === "kbit/s";
      expect(decimals).toBe(isWhole ? 0 : 2);
    }
  });
});
