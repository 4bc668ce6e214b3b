/** Why a number is what it is, from the command line: on the published report's own snapshot and profile. */
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { job } from "./job.ts";
import { fault, halfYear, order } from "./source-rows.ts";
import { bytesOf, folder, part, profileText, publishedIn, workspace } from "./workspaces.ts";

let root: string;

/** 3, 5, 7 and 40 days, of which 30 are in the contract; four, six and 100 hours. Promised: 6 days on average. */
beforeAll(async () => {
  root = await workspace({
    source: {
      ...halfYear,
      activation_orders: [
        ...halfYear.activation_orders,
        order("o4", "2026-03-14"),
        order("o5", "2026-02-20", { cancelled_at: "2026-02-21T09:00:00+01:00" }),
      ],
      fault_reports: [
        ...halfYear.fault_reports,
        fault("f3", "2026-03-06T12:00:00+01:00", { suspended_seconds: "3600", contract_hours: "48" }),
      ],
    },
  });
  await job(["run", ...part], { cwd: root });
});

const explain = (words: readonly string[], cwd = root) => job(["explain", ...part, ...words], { cwd });
const words = (name: string) => name.split(" ");

test.each<readonly [string, string | null, object]>([
  // ceil(95 · 4 / 100) = 4 of 3, 5, 7, 40.
  [
    "131-06-csp activation-time p95",
    "40",
    { kind: "percentile", p: 95, cases: "4", rank: "4", valueAtRank: "40", divisor: 1 },
  ],
  // (3 + 5 + 7 + 40) / 4 = 13.75.
  ["131-06-csp activation-time mean", "13.75", { kind: "mean", sum: "55", cases: "4", divisor: 1 }],
  [
    "131-06-csp activation-time within-contract",
    "75.00",
    { kind: "share", good: "3", all: "4", test: { is: "not-negative" } },
  ],
  ["131-06-csp activation-time cases", "4", { kind: "count", cases: "4" }],
  // Three faults on 100 lines.
  [
    "131-06-csp fault-rate ratio",
    "3.00",
    { kind: "ratio", numeratorOf: "faults", denominatorOf: "mean-lines", numerator: "3", denominator: "100" },
  ],
  // 4 h, 6 h, and 100 h less one suspended: 109 h of 3600 s.
  ["131-06-csp repair-time mean", "36.33", { kind: "mean", sum: "392400", cases: "3", divisor: 3600 }],
  // One tree all the half-year: 181 days less the hour of spring.
  [
    "131-06-csp call-answer navigation",
    "20.00",
    {
      kind: "weighted-mean",
      terms: [{ value: "20000", weight: "15634800" }],
      sum: "312696000000",
      weights: "15634800",
      divisor: 1000,
    },
  ],
  [
    "131-06-csp call-answer within-limit",
    "50.00",
    { kind: "share", good: "1", all: "2", test: { is: "under-limit", limitSeconds: 20 } },
  ],
])("%s is %s", async (name, value, formula) => {
  const ended = await explain(words(name));
  expect(ended.exitCode).toBe(0);
  expect([ended.json.name, ended.json.figure.value, ended.json.formula]).toEqual([name, value, formula]);
});

test("a percentile shows the case at its rank and the one before, and what was suspended", async () => {
  const { json } = await explain(words("131-06-csp repair-time p95"));
  expect(json.witness).toEqual([
    {
      rank: "2",
      place: "before",
      key: "f2",
      value: "21600",
      started: "2026-03-02T08:00:00+01:00",
      ended: "2026-03-02T14:00:00+01:00",
      suspended: "0",
    },
    {
      rank: "3",
      place: "at",
      key: "f3",
      value: "356400",
      started: "2026-03-02T08:00:00+01:00",
      ended: "2026-03-06T12:00:00+01:00",
      suspended: "3600",
    },
  ]);
});

test("the law, the charter and every row left out stand beside the number", async () => {
  const { json } = await explain(words("131-06-csp activation-time mean"));
  expect(json).toMatchObject({
    operator: "prova",
    period: "2026-S1",
    report: { state: "published", revision: 1, folder: publishedIn(root) },
    act: { number: "131/06/CSP", date: "2006-07-12", verified: "filed-model" },
    rounding: { decimals: 2, rule: "half-up" },
    figure: { outcome: "missed", target: "6", comparator: "<=", margin: "-31/4", exact: "55/4" },
    target: { section: "1", words: "entro un tempo medio di 6 giorni" },
  });
  expect(json.exclusions).toContainEqual({
    id: "cancelled",
    words: "ordine annullato",
    clause: "criterio adottato dall’operatore",
    table: "activation_orders",
    rows: 1,
  });
  expect(json.conservation).toContainEqual(
    expect.objectContaining({ table: "activation_orders", read: 5, counted: 4 }),
  );
});

test("what was missed is shown by month, what was not is not", async () => {
  const missed = await explain(words("131-06-csp activation-time mean"));
  const none = { cases: 0, value: null, exact: null, outcome: "not_assessable", misses: "0" };
  expect(missed.json.by_month).toEqual({
    target: "6",
    comparator: "<=",
    comparable: true,
    misses_are: "late-cases",
    months: [
      { month: "2026-01", ...none },
      // (3 + 5 + 7) / 3, of which 7 is more than 6; then 40 alone.
      { month: "2026-02", cases: 3, value: "5.00", exact: "5", outcome: "met", misses: "1" },
      { month: "2026-03", cases: 1, value: "40.00", exact: "40", outcome: "missed", misses: "1" },
      ...["2026-04", "2026-05", "2026-06"].map((month) => ({ month, ...none })),
    ],
    most: ["2026-02", "2026-03"],
  });
  const { json } = await explain(words("131-06-csp activation-time p95"));
  expect(json.by_month).toBeUndefined();
});

test.each<readonly [string, readonly (readonly [string, string])[]]>([
  // Beyond the promised 6 days: 7 and 40. In 30 days of contract: 40 is 10 too many. 48 hours of contract for 99.
  [
    "131-06-csp activation-time mean",
    [
      ["o3", "7"],
      ["o4", "40"],
    ],
  ],
  ["131-06-csp activation-time p95", [["o4", "-10"]]],
  ["131-06-csp repair-time within-contract", [["f3", "-183600"]]],
  ["131-06-csp call-answer within-limit", [["c2", "30000"]]],
])("--late lists the cases over the limit of %s", async (name, expected) => {
  const { json } = await explain([...words(name), "--late"]);
  expect(json.late.map(({ key, value }: { key: string; value: string }) => [key, value])).toEqual(expected);
});

test("without a figure all are listed, under the names by which they are explained", async () => {
  const { json } = await explain([]);
  const published = JSON.parse(await readFile(join(publishedIn(root), "indicators.json"), "utf8"));
  expect(json.figures).toHaveLength(published.indicators.length);
  const scoped = json.figures.find(({ name }: { name: string }) => name.includes("technology=FTTH"));
  const { json: explained } = await explain(words(scoped.name));
  expect([explained.name, explained.figure.value]).toEqual([scoped.name, scoped.value]);
});

test.each<readonly [string, string, string]>([
  ["an act", "131-06-cps repair-time mean", "'131-06-cps' is no act of this report; did you mean '131-06-csp'?"],
  ["an indicator", "131-06-csp repair-tme mean", "did you mean 'repair-time'?"],
  ["a measure", "131-06-csp repair-time p90", "'p90' is no measure of 131-06-csp repair-time; did you mean 'p80'?"],
  ["a scope", "131-06-csp repair-time mean technology=FTTC", "did you mean 'technology=FTTH'?"],
  ["no measure", "131-06-csp repair-time", "Name a measure of 131-06-csp repair-time: p80, p95,"],
  ["a figure that no single case misses", "131-06-csp fault-rate ratio --late", "so none can be late"],
])("%s that is not there: exit 2 and the ones that are near", async (_, name, sentence) => {
  const ended = await explain(words(name));
  expect([ended.exitCode, ended.sentence]).toEqual([2, expect.stringContaining(sentence)]);
  if (!name.endsWith("--late"))
    expect(ended.sentence).toContain("`semestrale explain --operator prova --period 2026-S1` lists all figures");
});

describe("what is explained", () => {
  const copied = async (): Promise<string> => {
    const copy = await folder();
    await cp(root, copy, { recursive: true });
    return copy;
  };

  test("is only read: not a file changes", async () => {
    const before = await bytesOf(root);
    await explain(words("131-06-csp activation-time mean --late"));
    expect(await bytesOf(root)).toEqual(before);
  });

  test("is what was published, whatever the profile says today", async () => {
    const copy = await copied();
    await writeFile(join(copy, "operators/prova.yaml"), profileText.replace('value: "6"', 'value: "60"'));
    const { json } = await explain(words("131-06-csp activation-time mean"), copy);
    expect([json.figure.target, json.figure.outcome]).toEqual(["6", "missed"]);
  });

  test("must be what the snapshot gives: exit 6 on a published number that is another", async () => {
    const copy = await copied();
    const file = join(publishedIn(copy), "indicators.json");
    await writeFile(file, (await readFile(file, "utf8")).replace('"value": "13.75"', '"value": "3.75"'));
    const ended = await explain(words("131-06-csp activation-time mean"), copy);
    expect(ended.exitCode).toBe(6);
    expect(ended.sentence).toContain("is 3.75 in");
    expect(ended.sentence).toContain("and its snapshot gives 13.75");
  });

  test("is the newest draft where nothing is published, and without a report exit 2", async () => {
    const copy = await copied();
    await rm(join(copy, "published"), { recursive: true });
    const none = await explain([], copy);
    expect([none.exitCode, none.json.error.code]).toEqual([2, "nothing-reported"]);
    await job(["report", ...part], { cwd: copy });
    const { json } = await explain(words("131-06-csp activation-time mean"), copy);
    expect([json.report.state, json.figure.value]).toEqual(["draft", "13.75"]);
  });
});

test("acts are listed, printed with their data, and a wrong id is answered with the near one", async () => {
  const { json } = await job(["acts"]);
  expect(json.acts.map(({ id }: { id: string }) => id)).toContain("79-09-csp");
  const act = await job(["acts", "255-24-cons"]);
  expect(act.json.indicators[0].measures[0].minimum).toMatchObject({ value: "150", comparator: "<=" });
  const wrong = await job(["acts", "255-24"]);
  expect([wrong.exitCode, wrong.sentence]).toEqual([2, expect.stringContaining("did you mean '255-24-cons'?")]);
});
