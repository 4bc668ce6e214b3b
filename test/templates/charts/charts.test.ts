/** The charts: what they draw follows from the figures to a hundredth of a point, and what they say from nothing else. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { casesOf, type Distribution, distribution } from "../../../reports/distribution.ts";
import { parseDecimal, rational } from "../../../reports/rational.ts";
import { axisOver } from "../../../templates/charts/axis.ts";
import { cumulativeCharts } from "../../../templates/charts/cumulative.ts";
import { curvePath } from "../../../templates/charts/curve.ts";
import { regionBars } from "../../../templates/charts/regions.ts";
import { points } from "../../../templates/charts/svg.ts";
import { trendChart } from "../../../templates/charts/trend.ts";
import { activation, answer, faultRate, repair } from "./chart-rows.ts";

/** Every element of a picture; throws where it is no well-formed XML or a number in it is none. */
function elements(
  svg: string,
): readonly { readonly name: string; readonly text: string; readonly of: Record<string, string> }[] {
  const found: { name: string; text: string; of: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) =>
    found.push({ name, text: "", of: attributes as Record<string, string> }),
  );
  parser.on("text", (text) => {
    const last = found.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(svg).close();
  for (const { of } of found)
    for (const key of ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height"])
      if (of[key] !== undefined) expect(of[key]).toMatch(/^-?\d+(\.\d{1,2})?$/);
  return found;
}

const texts = (svg: string): readonly string[] =>
  elements(svg).flatMap(({ name, text }) => (name === "text" ? [text] : []));

test.for<readonly [low: string, high: string, steps: number, ticks: readonly string[]]>([
  ["0", "38", 6, ["0", "10", "20", "30", "40"]],
  ["0", "40", 6, ["0", "10", "20", "30", "40"]],
  ["0", "40.01", 6, ["0", "10", "20", "30", "40", "50"]],
  ["0", "0.7", 4, ["0,0", "0,2", "0,4", "0,6", "0,8"]],
  ["7.95", "12.5", 4, ["6", "8", "10", "12", "14"]],
  ["5", "5", 6, ["5", "6"]],
  ["-3", "4", 6, ["−4", "−2", "0", "2", "4"]],
  ["28000", "31000", 6, ["28.000", "28.500", "29.000", "29.500", "30.000", "30.500", "31.000"]],
])("an axis from %s to %s in at most %d steps has round ticks", ([low, high, steps, ticks]) => {
  const axis = axisOver(parseDecimal(low), parseDecimal(high), 10_000, steps);
  expect(axis.ticks.map(({ words }) => words)).toEqual(ticks);
  expect([axis.ticks[0]?.at, axis.ticks.at(-1)?.at]).toEqual([0, 10_000]);
});

test("a value's place is its share of the axis, half up, in whole hundredths", () => {
  const axis = axisOver(rational(0), rational(8), 100, 8);
  // 1/8 of 100 is 12.5: 13. 3/8 is 37.5: 38. 1/16 is 6.25: 6.
  expect([rational(1), rational(3), rational(1, 2)].map((value) => axis.place(value))).toEqual([13, 38, 6]);
  expect([2, 6, 1].map(axis.placeWhole(2))).toEqual([13, 38, 6]);
});

test.for<readonly [number, string]>([
  [0, "0"],
  [1250, "12.5"],
  [-5, "-0.05"],
  [100, "1"],
  [30_001, "300.01"],
])("%d hundredths are written %s", ([hundredths, text]) => {
  expect(points(hundredths)).toBe(text);
});

/** The curve's corners from its path. */
function corners(d: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MHV])([\d.-]+)(?: ([\d.-]+))?/g)].map(([, move, a, b]) => {
    if (move === "M") [x, y] = [Number(a), Number(b)];
    else if (move === "H") x = Number(a);
    else y = Number(a);
    return [x, y] as const;
  });
}

const plotOf = (of: Distribution) => {
  const most = of.values.at(-1) as number;
  return { x: axisOver(rational(0), rational(most), 29_000, 6), left: 2800, top: 900, width: 29_000, height: 13_000 };
};

test("the curve never falls, goes from no case to all, and stands where the cases stand", () => {
  const cases = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(cases, (pairs) => {
      const of = distribution(pairs);
      const plot = plotOf(of);
      const all = casesOf(of);
      const drawn = corners(curvePath(of, all, 1, plot));
      for (const [i, [x, y]] of drawn.entries()) {
        const before = drawn[i - 1] ?? [28, 139];
        expect(x >= before[0] && y <= before[1]).toBe(true);
      }
      expect(drawn[0]).toEqual([28, 139]);
      expect(drawn.at(-1)).toEqual([318, 9]);
      // At each value, a grain (0.2 points) aside, the height is the share of cases up to it: 130 points are all.
      let seen = 0;
      for (const [i, value] of of.values.entries()) {
        seen += of.counts[i] as number;
        const at = 28 + plot.x.place(rational(value)) / 100;
        const share = 139 - (130 * seen) / Number(all);
        const reached = drawn.filter(([x]) => x <= at + 0.2).map(([, y]) => y);
        expect(Math.min(...reached)).toBeLessThan(share + 0.011);
        const earlier = drawn.filter(([x]) => x < at - 0.2).map(([, y]) => y);
        const before = 139 - (130 * (seen - (of.counts[i] as number))) / Number(all);
        expect(Math.min(139, ...earlier)).toBeGreaterThan(before - 0.011);
      }
    }),
    { numRuns: 60 },
  );
});

test("a million values give no more steps than the plot is wide", () => {
  const values = Array.from({ length: 1_000_000 }, (_, i) => i);
  const of = { values, counts: values.map(() => 1) };
  // 290 points in grains of 0.2 are 1,450 columns, each with a step across and a step up.
  expect(corners(curvePath(of, 1_000_000n, 1, plotOf(of))).length).toBeLessThanOrEqual(2 * 1451 + 1);
});

test("percentiles, mean and targets stand at their values, each with its words", () => {
  // 20 faults of 1..20 hours: P80 is the 16th, P95 the 19th; the mean is 10.5 hours.
  const [chart] = cumulativeCharts(repair([["p95", "18"]]));
  if (chart === undefined) throw new Error("no picture");
  const words = texts(chart.svg);
  for (const text of ["80°", "95°", "media", "Percentile 95°: 19,00 ore solari", "obiettivo: non superiore a 18"])
    expect(words).toContain(text);
  // The axis goes from 0 to 20 hours over 290 points from 28: 16 hours stand at 28 + 232, 19 at 28 + 275.5.
  const dots = elements(chart.svg).filter(({ name }) => name === "circle");
  expect(dots.map(({ of }) => [of.cx, of.cy])).toEqual([
    ["260", "35"],
    ["303.5", "15.5"],
  ]);
  const dashed = elements(chart.svg).filter(({ of }) => of["stroke-dasharray"] === "1.5 2");
  // 18 hours: 28 + 261.
  expect(dashed[0]?.of).toMatchObject({ x1: "289", x2: "289", y1: "9", y2: "139" });
  expect(chart.alt).toBe(
    "Distribuzione cumulata dei tempi, in ore, di 20 casi. Percentile 80° del tempo di riparazione dei malfunzionamenti 16,00 ore solari; Percentile 95° del tempo di riparazione dei malfunzionamenti 19,00 ore solari (obiettivo: non superiore a 18; obiettivo non raggiunto); Tempo medio di riparazione 10,50 ore solari.",
  );
});

test("calls that nobody answered keep the curve below the top, and the limit is marked at its share", () => {
  // Four calls chose the agent, three were answered after 10, 19.999 and 20 s: two of four under 20 s are 50 %.
  const charts = cumulativeCharts(answer([10_000, 19_999, 20_000], 4));
  const wait = charts.find(({ alt }) => alt.startsWith("Distribuzione cumulata dei tempi di attesa di 4 casi"));
  if (wait === undefined) throw new Error("no picture of the waits");
  const [mark] = elements(wait.svg).filter(({ name }) => name === "circle");
  expect(mark?.of.cy).toBe("74");
  expect(texts(wait.svg)).toContain("In meno di 20 secondi: 50,00 %");
  const d = elements(wait.svg).find(({ name }) => name === "path")?.of.d ?? "";
  // Three of four: 139 - 130 x 3/4.
  expect(corners(d).at(-1)?.[1]).toBe(41.5);
});

test.for<readonly [string, number, string | undefined]>([
  ["no case beyond the axis is not spoken of", 0, undefined],
  ["one case beyond it is", 1, "1 caso oltre 10 giorni"],
  ["two are", 2, "2 casi oltre 10 giorni"],
])("%s", ([, beyond, words]) => {
  const days = [...Array.from({ length: 1000 }, () => 10), ...Array.from({ length: beyond }, () => 5000)];
  // The mean would widen the axis: 5,000 days move it beyond 10.
  const percentiles = activation(days).filter(({ measure }) => measure.formula.kind === "percentile");
  const [chart] = cumulativeCharts(percentiles);
  const said = texts(chart?.svg ?? "").filter((text) => /cas[oi] oltre/.test(text));
  expect(said).toEqual(words === undefined ? [] : [words]);
});

test("there is no picture without cases, nor of a rate", () => {
  expect(cumulativeCharts(activation([]))).toEqual([]);
  expect(cumulativeCharts([faultRate("01", 3)])).toEqual([]);
  expect(regionBars([])).toBeUndefined();
  expect(
    trendChart("x", "ore", [
      { label: "a", value: "1" },
      { label: "b", value: null },
    ]),
  ).toBeUndefined();
});

test("a trend has a gap where a period has no value, and each period's own target", () => {
  const chart = trendChart("tasso", "%", [
    { label: "1° sem. 2025", value: "2.00", target: "4" },
    { label: "2° sem. 2025", value: null },
    { label: "1° sem. 2026", value: "3.00", target: "2" },
    { label: "2° sem. 2026", value: "4.00" },
  ]);
  const drawn = elements(chart?.svg ?? "");
  const joins = drawn.filter(
    ({ name, of }) => name === "line" && of["stroke-width"] === "1" && !of["stroke-dasharray"],
  );
  // One line only: between the third period and the fourth. Axis from 2 to 4 over 80 points from 16.
  expect(joins.map(({ of }) => [of.y1, of.y2])).toEqual([["56", "16"]]);
  const targets = drawn.filter(({ of }) => of["stroke-dasharray"] === "5 2.5");
  expect(targets.map(({ of }) => of.y1)).toEqual(["16", "96"]);
  expect(chart?.alt).toBe(
    "Andamento di tasso. 1° sem. 2025: 2,00; 2° sem. 2025: n.d.; 1° sem. 2026: 3,00; 2° sem. 2026: 4,00.",
  );
});

test("regions stand in the order of their codes with their names, and a bar is as long as its value", () => {
  // 3 faults on 100 lines are 3 %, 12 are 12 %: the axis goes to 12 or more in round steps, 260 points long.
  const chart = regionBars([faultRate("12", 12), faultRate("03", 3), faultRate("20", 0)]);
  const drawn = elements(chart?.svg ?? "");
  expect(texts(chart?.svg ?? "")).toEqual(["Lombardia", "3,00", "Lazio", "12,00", "Sardegna", "0,00"]);
  const lengths = drawn.filter(({ name }) => name === "rect").map(({ of }) => Number(of.width));
  expect(lengths).toHaveLength(2);
  expect((lengths[1] as number) / (lengths[0] as number)).toBe(4);
});

test("a text with signs of XML in it stays a text", () => {
  const chart = trendChart("x", `a<b & "c"`, [
    { label: "<&>", value: "1" },
    { label: "b", value: "2" },
  ]);
  expect(texts(chart?.svg ?? "")).toEqual(expect.arrayContaining([`a<b & "c"`, "<&>"]));
});

test("equal values everywhere are drawn from zero", () => {
  const [chart] = cumulativeCharts(activation([5, 5, 5]));
  expect(texts(chart?.svg ?? "")).toContain("Percentile 95°: 5 giorni solari");
  expect(texts(chart?.svg ?? "").filter((text) => /^\d$/.test(text))).toEqual(["0", "1", "2", "3", "4", "5"]);
});
