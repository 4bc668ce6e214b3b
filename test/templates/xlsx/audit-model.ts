/** A report whose figures are hard to print to their last digit: halves, what lies just below one, sums near the limit of doubles. */
import type { Act } from "../../../reports/act.ts";
import { actOf } from "../../../reports/acts/index.ts";
import { type Distribution, distribution, sortedDistribution } from "../../../reports/distribution.ts";
import { figuresOf } from "../../../reports/figures.ts";
import { period } from "../../../reports/period.ts";
import { type Rational, rational } from "../../../reports/rational.ts";
import type { ReportModel, ReportRow } from "../../../reports/report-model.ts";
import type { Scope } from "../../../reports/scope.ts";
import { withSettings } from "../../../reports/settings.ts";
import type { Target } from "../../../reports/target.ts";
import { wording } from "../../../templates/wording.ts";
import { sampleModel } from "../sample-model.ts";

type Pairs = readonly (readonly [value: number, count: number])[];
export const of = (...pairs: Pairs): Distribution => distribution(pairs);

interface Hard {
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  readonly distributions?: Readonly<Record<string, Distribution>>;
  readonly counts?: Readonly<Record<string, Rational>>;
  readonly scope?: Scope;
  readonly settings?: Readonly<Record<string, string>>;
  readonly target?: Pick<Target, "value" | "unit" | "printed">;
  readonly offered?: boolean;
}

/** What is printed, with the arithmetic it follows from. */
export type Expected = readonly [words: string, value: string | null, outcome: "met" | "missed" | "", hard: Hard];

const mean = (...seconds: Pairs): Hard => ({
  ...{ act: "131-06-csp", indicator: "repair-time", measure: "mean" },
  distributions: { seconds: of(...seconds) },
});
const wait = (...ms: Pairs): Hard => ({
  ...{ act: "79-09-csp", indicator: "agent-answer", measure: "mean" },
  distributions: { wait: of(...ms) },
});
const rate = (faults: number, lines: Rational): Hard => ({
  ...{ act: "131-06-csp", indicator: "fault-rate", measure: "ratio" },
  counts: { faults: rational(faults), "mean-lines": lines },
});
const upTo = (n: number): Distribution => of(...Array.from({ length: n }, (_, i) => [i + 1, 1] as const));
const p95 = (n: number, settings?: Hard["settings"]): Hard => ({
  ...{ act: "131-06-csp", indicator: "activation-time", measure: "p95" },
  distributions: { days: upTo(n) },
  ...(settings && { settings }),
});
const speed = (measure: string, ...kbits: Pairs): Hard => ({
  ...{ act: "244-08-csp", indicator: "throughput", measure },
  distributions: { speed: of(...kbits) },
});
const delay = (measure: string, ...us: Pairs): Hard => ({
  ...{ act: "244-08-csp", indicator: "delay", measure },
  distributions: { delay: of(...us) },
});
const within = (act: string, limit: number, ...ms: Pairs): Hard => ({
  ...{ act, indicator: "agent-answer", measure: "within-limit", scope: { limit } },
  distributions: { wait: of(...ms) },
  counts: { chosen: rational(ms.reduce((n, [, count]) => n + count, 0)) },
});
const hours = (value: string, printed: Target["printed"]) => ({ value, unit: "hours", printed }) as const;

const long = sortedDistribution(
  Array.from({ length: 100_001 }, (_, i) => i),
  Array.from({ length: 100_001 }, () => 1),
);

export const hardCases: readonly Expected[] = [
  ["3617 s / 3600 = 1.0047", "1.00", "", mean([3617, 1])],
  ["3618 s / 3600 = 1.005, a half that no double is", "1.01", "", mean([3618, 1])],
  ["3619 s / 3600 = 1.0053", "1.01", "", mean([3619, 1])],
  ["100,000,000 of 1050 s and a second more, just above 7/24 h", "0.29", "", mean([1050, 99_999_999], [1051, 1])],
  [
    "90,000,000 waits of 1,111,125 ms but one a millisecond less: just below 1111.125 s",
    "1111.12",
    "",
    wait([1_111_124, 1], [1_111_125, 89_999_999]),
  ],
  ["90,000,000 waits of 1,111,125 ms: the half itself", "1111.13", "", wait([1_111_125, 90_000_000])],
  ["the same of 900,000,000, which no sheet can tell", "1111.12", "", wait([1_111_124, 1], [1_111_125, 899_999_999])],
  ["1 of 800 = 0.125 %", "0.13", "", rate(1, rational(800))],
  ["1 of 800 1/3 = 0.12495 %", "0.12", "", rate(1, rational(2401, 3))],
  ["1 of 266 2/3 = 0.375 %, a half over a fraction", "0.38", "", rate(1, rational(800, 3))],
  ["1 of 266 5/6 = 0.37476 %", "0.37", "", rate(1, rational(1601, 6))],
  ["rank ceil(95 x 19 / 100) = ceil(18.05) = 19", "19", "", p95(19)],
  ["rank ceil(95 x 20 / 100) = 19", "19", "", p95(20)],
  ["rank ceil(95 x 21 / 100) = ceil(19.95) = 20", "20", "", p95(21)],
  ["by the lower rank floor(95 x 19 / 100) = 18", "18", "", p95(19, { "percentile-method": "lower-rank" })],
  ["by the lower rank floor(95 x 1 / 100) = 0, and so 1", "1", "", p95(1, { "percentile-method": "lower-rank" })],
  ["rank ceil(5 x 3 / 100) = 1 of equal values", "700", "", speed("p5", [700, 2], [900, 1])],
  ["0 and 1 deviate by 1/2", "1", "", speed("stddev", [0, 1], [1, 1])],
  ["one value deviates by nothing", "0", "", speed("stddev", [4000, 9])],
  ["0 and 10 us deviate by 0.005 ms", "0.01", "", delay("stddev", [0, 1], [10, 1])],
  ["0 and 8 us deviate by 0.004 ms", "0.00", "", delay("stddev", [0, 1], [8, 1])],
  ["a million and one more in ten deviate by 0.3", "0", "", speed("stddev", [1_000_000, 9], [1_000_001, 1])],
  ["far apart: root of 10^12 / 4", "500000", "", speed("stddev", [0, 1000], [1_000_000, 1000])],
  [
    "of a sample: root of 2 x 1/4 = 0.7071",
    "1",
    "",
    { ...speed("stddev", [0, 1], [1, 1]), settings: { deviation: "sample" } },
  ],
  ["of a sample of one nothing is known", null, "", { ...speed("stddev", [7, 1]), settings: { deviation: "sample" } }],
  ["under 20 s: not the one at 20,000 ms", "50.00", "", within("79-09-csp", 20, [19_999, 1], [20_000, 1])],
  ["within 20 s: that one too", "100.00", "met", within("255-24-cons", 20, [19_999, 1], [20_000, 1])],
  ["29 h against no more than 29", "29.00", "met", { ...mean([104_400, 1]), target: hours("29", "<=") }],
  ["29 h against less than 29", "29.00", "missed", { ...mean([104_400, 1]), target: hours("29", "<") }],
  [
    "a second of 3,600,000 over",
    "29.00",
    "missed",
    { ...mean([104_400, 999], [104_401, 1]), target: hours("29", "<=") },
  ],
  [
    "1200 s against 20 minutes = 1/3 h",
    "0.33",
    "met",
    { ...mean([1200, 1]), target: { value: "20", unit: "minutes", printed: "<=" } },
  ],
  [
    "1201 s against 20 minutes",
    "0.33",
    "missed",
    { ...mean([1201, 1]), target: { value: "20", unit: "minutes", printed: "<=" } },
  ],
  [
    "deviates by 1/2 against no more than 0.5",
    "1",
    "met",
    { ...speed("stddev", [0, 1], [1, 1]), target: { value: "0.5", unit: "kbit/s", printed: "<=" } },
  ],
  [
    "0.375 % of a fraction against less than 0.375",
    "0.38",
    "missed",
    { ...rate(1, rational(800, 3)), target: { value: "0.375", unit: "%", printed: "<" } },
  ],
  [
    "0.375 % of a fraction against no more than 0.375",
    "0.38",
    "met",
    { ...rate(1, rational(800, 3)), target: { value: "0.375", unit: "%", printed: "<=" } },
  ],
  [
    "100,001 values are more than the workbook holds",
    "50000",
    "",
    { ...speed("mean"), distributions: { speed: long } },
  ],
  ["without cases", null, "", mean()],
  ["of a service that is not sold", null, "", { ...mean([1, 1]), offered: false }],
];

const known = (id: string): Act => {
  const act = actOf(id);
  if (act === undefined) throw new Error(`no act ${id}`);
  return act;
};

/** Each case is an act of its own, so that none leans on the distributions of another. */
export function hardModel(cases: readonly Expected[]): ReportModel {
  const rows = cases.map(([, , , hard], i) => rowOf(hard, i));
  return sampleModel({ acts: rows.map(({ act }) => act), rows, conservation: [], warnings: [] });
}

function rowOf({ act: id, indicator: name, measure, ...hard }: Hard, i: number): ReportRow {
  const [set] = withSettings([known(id)], hard.settings ?? {});
  const own = set?.indicators.find((candidate) => candidate.id === name);
  if (set === undefined || own === undefined) throw new Error(`${id} has no ${name}`);
  const indicator = { ...own, measures: own.measures.filter((candidate) => candidate.id === measure) };
  const act: Act = { ...set, id: `${id}-${i}`, number: `Prova ${i}`, indicators: [indicator] };
  const scope = hard.scope ?? {};
  const target = { id: "1", act: act.id, indicator: name, measure, scope, words: "", section: "1", year: 2026 };
  const facts = {
    distributions: new Map(Object.entries(hard.distributions ?? {})),
    counts: new Map(Object.entries(hard.counts ?? {})),
    excluded: new Map(),
    counted: new Map(),
  };
  const [row] = figuresOf(
    { act, indicator, offered: hard.offered ?? true, scopes: [{ scope, facts, measures: "all", empty: false }] },
    {
      wording,
      period: period(2026, 1),
      targets: hard.target === undefined ? [] : [{ ...target, ...hard.target }],
      absent: [],
    },
  );
  return row as ReportRow;
}
