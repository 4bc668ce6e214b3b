/** A lawbook of one act without a fault, and lawbooks with one fault each: the good one, changed in one place. */
import type { Act, Indicator, Measure } from "../../reports/act.ts";
import type { ActLint, Lawbook } from "../../reports/act-lints-finding.ts";
import type { ExpectedActs } from "../../reports/acts/coverage.ts";
import type { Example } from "../../reports/acts/examples/example.ts";

const source = "prova";

const mean: Measure = {
  id: "mean",
  name: "Media",
  formula: { kind: "mean", of: "wait" },
  unit: "s",
  divisor: 1000,
  decimals: 2,
  better: "lower",
  minimum: { value: "150", comparator: "<=", clause: "art. 1", source, from: "2020-01-01" },
};
const share: Measure = {
  ...mean,
  id: "share",
  formula: { kind: "share", of: "wait", test: { is: "within-limit", limitSeconds: 20, source }, over: "chosen" },
};
const p95: Measure = { ...mean, id: "p95", formula: { kind: "percentile", of: "wait", p: 95, source } };

const indicator: Indicator = {
  id: "answer",
  ordinal: 1,
  name: "Risposta",
  definition: "Tempo di risposta.",
  appliesTo: "assistenza",
  requires: "any",
  population: "calls",
  settings: { callKind: "customer_care", complaintTerms: [{ receivedFrom: null, days: 30, source }] },
  tables: ["contact_calls"],
  exclusions: [{ id: "abandoned", words: "abbandono", clause: "art. 2", measures: ["mean"] }],
  scopes: [[]],
  periodicity: "S/A",
  regional: false,
  measures: [mean, share, p95],
  choices: [{ id: "kept", value: "yes", words: "Si tiene.", reason: "È prudente." }],
};

const act: Act = {
  id: "1-20-cons",
  authority: "Autorità",
  number: "1/20/CONS",
  date: "2019-10-01",
  title: "Prova",
  publication: { day: "2019-11-01", in: "gazette", gazetteNumber: "1", source },
  text: { address: "https://example.org/1-20-cons", note: "testo" },
  inForce: { from: { day: "2020-01-01", source }, to: { day: "2025-12-31", source } },
  verified: "no",
  modelHeading: "Indicatori",
  modelKnown: false,
  indicators: [indicator],
  readiness: {
    known: [{ words: "Esiste.", source }],
    hypothesis: { words: "Come prima.", source },
    expected: [{ ordinal: 1, name: "Risposta", measures: "media", confidence: "high", indicator: "answer" }],
    unknown: ["Tutto il resto."],
    toCheck: [{ words: "Il testo.", where: "https://example.org" }],
  },
};

const example: Example = {
  indicator: "answer",
  words: "Nulla.",
  period: "2020-S1",
  rows: {},
  expected: ["mean", "share", "p95"].map((measure) => ({ measure, value: null, exact: null, cases: 0, words: "" })),
};

const expected: ExpectedActs = {
  from: "2020-S1",
  to: "2025-S2",
  internet: [],
  voice: [],
  care: ["1-20-cons"],
  note: "The only act.",
};

export const good: Lawbook = { acts: [act], expected: [expected], examples: new Map([["1-20-cons", [example]]]) };

const withAct = (changes: Partial<Act>): Lawbook => ({ ...good, acts: [{ ...act, ...changes }] });
const withIndicator = (changes: Partial<Indicator>) => withAct({ indicators: [{ ...indicator, ...changes }] });
/** The measure of that id changed. */
const withMeasure = (id: string, changes: Partial<Measure>) =>
  withIndicator({
    measures: indicator.measures.map((measure) => (measure.id === id ? { ...measure, ...changes } : measure)),
  });
const withExamples = (list: readonly Example[]): Lawbook => ({ ...good, examples: new Map([["1-20-cons", list]]) });
const withExpected = (changes: Partial<ExpectedActs>): Lawbook => ({
  ...good,
  expected: [{ ...expected, ...changes }],
});

export interface BadBook {
  readonly lint: ActLint;
  readonly where: string;
  readonly book: Lawbook;
}

const { publication, readiness } = act;
if (publication === undefined || readiness === undefined || mean.minimum === undefined) throw new Error("not whole");
const { minimum } = mean;
const { publication: _, ...unpublished } = act;

export const bad: Readonly<Record<string, BadBook>> = {
  "invalid-unpublished": { lint: "no-source", where: act.id, book: { ...good, acts: [unpublished] } },
  "invalid-publication-without-source": {
    lint: "no-source",
    where: act.id,
    book: withAct({ publication: { ...publication, source: " " } }),
  },
  "invalid-text-without-address": {
    lint: "no-source",
    where: act.id,
    book: withAct({ text: { address: "in biblioteca", note: "testo" } }),
  },
  "invalid-day-without-source": {
    lint: "no-source",
    where: act.id,
    book: withAct({ inForce: { ...act.inForce, from: { day: "2020-01-01", source: "" } } }),
  },
  "invalid-last-day-without-source": {
    lint: "no-source",
    where: act.id,
    book: withAct({ inForce: { ...act.inForce, to: { day: "2025-12-31", source: "" } } }),
  },
  "invalid-hypothesis-without-source": {
    lint: "no-source",
    where: act.id,
    book: withAct({ readiness: { ...readiness, hypothesis: { words: "Come prima.", source: "" } } }),
  },
  "invalid-percentile-without-source": {
    lint: "no-source",
    where: "1-20-cons answer p95",
    book: withMeasure("p95", { formula: { kind: "percentile", of: "wait", p: 95 } }),
  },
  "invalid-limit-without-source": {
    lint: "no-source",
    where: "1-20-cons answer share",
    book: withMeasure("share", {
      formula: { kind: "share", of: "wait", test: { is: "within-limit", limitSeconds: 20 }, over: "chosen" },
    }),
  },
  "invalid-minimum-without-source": {
    lint: "no-source",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { minimum: { ...minimum, source: "" } }),
  },
  "invalid-minimum-without-clause": {
    lint: "no-source",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { minimum: { ...minimum, clause: "" } }),
  },
  "invalid-term-without-source": {
    lint: "no-source",
    where: "1-20-cons answer",
    book: withIndicator({ settings: { complaintTerms: [{ receivedFrom: null, days: 30 }] } }),
  },
  "invalid-exclusion-without-clause": {
    lint: "no-source",
    where: "1-20-cons answer",
    book: withIndicator({ exclusions: [{ id: "abandoned", words: "abbandono", clause: "" }] }),
  },
  "invalid-choice-without-reason": {
    lint: "no-source",
    where: "1-20-cons answer",
    book: withIndicator({ choices: [{ id: "kept", value: "yes", words: "Si tiene.", reason: "" }] }),
  },
  "invalid-act-twice": { lint: "duplicate-id", where: "acts", book: { ...good, acts: [act, act] } },
  "invalid-indicator-twice": {
    lint: "duplicate-id",
    where: act.id,
    book: withAct({ indicators: [indicator, { ...indicator, ordinal: 2 }] }),
  },
  "invalid-measure-twice": {
    lint: "duplicate-id",
    where: "1-20-cons answer",
    book: withIndicator({ measures: [...indicator.measures, mean] }),
  },
  "invalid-exclusion-twice": {
    lint: "duplicate-id",
    where: "1-20-cons answer",
    book: withIndicator({ exclusions: [...indicator.exclusions, ...indicator.exclusions] }),
  },
  "invalid-choice-twice": {
    lint: "duplicate-id",
    where: "1-20-cons answer",
    book: withIndicator({ choices: [...indicator.choices, ...indicator.choices] }),
  },
  "invalid-unknown-fact": {
    lint: "orphan",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { formula: { kind: "mean", of: "waiting" } }),
  },
  "invalid-unknown-denominator": {
    lint: "orphan",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { formula: { kind: "ratio", numerator: "abandoned", denominator: "all" } }),
  },
  "invalid-unknown-cases": {
    lint: "orphan",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { cases: "all" }),
  },
  "invalid-unknown-class": {
    lint: "orphan",
    where: "1-20-cons answer",
    book: withIndicator({ exclusions: [{ id: "left-out", words: "altro", clause: "art. 2" }] }),
  },
  "invalid-exclusion-of-unknown-measure": {
    lint: "orphan",
    where: "1-20-cons answer",
    book: withIndicator({
      exclusions: [{ id: "abandoned", words: "abbandono", clause: "art. 2", measures: ["median"] }],
    }),
  },
  "invalid-unknown-table": {
    lint: "orphan",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { tables: ["ivr_trees"] }),
  },
  "invalid-unknown-population": {
    lint: "orphan",
    where: "1-20-cons answer",
    // What a population of an operator's own commitments would be.
    book: withIndicator({ population: "another" as Indicator["population"] }),
  },
  "invalid-expected-act-unknown": {
    lint: "orphan",
    where: "expected acts from 2020-S1",
    book: withExpected({ voice: ["2-20-cons"] }),
  },
  "invalid-act-never-expected": { lint: "orphan", where: act.id, book: withExpected({ care: [] }) },
  "invalid-readiness-of-unknown-indicator": {
    lint: "orphan",
    where: act.id,
    book: withAct({
      readiness: {
        ...readiness,
        expected: [...readiness.expected, { ...readiness.expected[0], indicator: "x" } as never],
      },
    }),
  },
  "invalid-readiness-silent": {
    lint: "orphan",
    where: act.id,
    book: withAct({ readiness: { ...readiness, expected: [] } }),
  },
  "invalid-examples-of-unknown-act": {
    lint: "orphan",
    where: "examples",
    book: { ...good, examples: new Map([...good.examples, ["2-20-cons", []]]) },
  },
  "invalid-adopted-after-publication": { lint: "dates", where: act.id, book: withAct({ date: "2019-11-02" }) },
  "invalid-force-before-publication": {
    lint: "dates",
    where: act.id,
    book: withAct({ publication: { ...publication, day: "2020-01-02" } }),
  },
  "invalid-end-before-force": {
    lint: "dates",
    where: act.id,
    book: withAct({ inForce: { ...act.inForce, to: { day: "2019-12-31", source } } }),
  },
  "invalid-day": { lint: "dates", where: act.id, book: withAct({ date: "2019-10-1" }) },
  "invalid-day-of-no-month": { lint: "dates", where: act.id, book: withAct({ date: "2019-02-29" }) },
  "invalid-minimum-before-force": {
    lint: "dates",
    where: "1-20-cons answer mean",
    book: withMeasure("mean", { minimum: { ...minimum, from: "2019-12-31" } }),
  },
  "invalid-measure-without-example": {
    lint: "no-example",
    where: "1-20-cons answer p95",
    book: withExamples([{ ...example, expected: example.expected.filter(({ measure }) => measure !== "p95") }]),
  },
  "invalid-example-of-unknown-indicator": {
    lint: "no-example",
    where: act.id,
    book: withExamples([example, { ...example, indicator: "question" }]),
  },
  "invalid-example-of-unknown-measure": {
    lint: "no-example",
    where: "1-20-cons answer",
    book: withExamples([
      {
        ...example,
        expected: [...example.expected, { measure: "median", value: null, exact: null, cases: 0, words: "" }],
      },
    ]),
  },
};
