import { describe, expect, test } from "vitest";
import type { Population, PopulationSettings } from "../../reports/act.ts";
import { pairs } from "../../reports/distribution.ts";
import { factsOf } from "../../reports/facts.ts";
import { rationalText } from "../../reports/rational.ts";
import type { Dimension } from "../../reports/scope.ts";
import { fold, foldAll } from "../../sql/fold.ts";
import { populations } from "../../sql/populations/index.ts";
import type { Row } from "./corpus.ts";
import { contextOf, type HandMade, onTables } from "./hand-made.ts";

interface Asked {
  readonly population: Population;
  readonly settings: PopulationSettings;
}

const care: Asked = { population: "calls", settings: { callKind: "customer_care", ivrPath: "operator_option_ms" } };
const tariff = { number: "187", purpose: "commerciale" };
const calls: readonly Row[] = [
  {},
  { wait_ms: "0" },
  { wait_ms: "12000" },
  { ...tariff, wait_ms: "12000" },
  { ...tariff, wait_ms: "9000", answered: "0" },
  { ...tariff, agent_available: "0" },
];
const data: HandMade = {
  contact_calls: calls.map((row, i) => ({ call_id: `C${i}`, ...row })),
  ivr_trees: [{}, tariff],
};

/** Every breakdown's scopes with all that was folded for them, in readable text. */
type Folded = Awaited<ReturnType<typeof foldAll>>;
const shown = (folded: Folded) =>
  folded.map((scopes) =>
    Object.fromEntries(
      [...scopes].map(([scope, { facts, counted }]) => [scope, { facts: JSON.stringify(facts, text), counted }]),
    ),
  );
const text = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

async function bothWays({ population, settings }: Asked, breakdowns: readonly (readonly Dimension[])[]) {
  return onTables(data, async (engine) => {
    const parts = populations[population](contextOf(engine, settings, {}));
    const alone: Folded[number][] = [];
    for (const by of breakdowns) alone.push(await fold(engine.db, parts, { by, only: {} }));
    return [await foldAll(engine.db, parts, breakdowns, {}), alone] as const;
  });
}

test("a whole that is added up from a breakdown holds equal values once: 12 s, three times in two scopes", async () => {
  const [together] = await bothWays(care, [[], ["number", "purpose"]]);
  const { distributions, counts } = factsOf(together[0]?.get("")?.facts ?? []);
  expect(Object.fromEntries(pairs(distributions.get("wait") as never))).toEqual({ 0: 1, 12000: 3 });
  // Four answered and one hung up; the one out of hours chose nobody.
  expect([...counts].map(([fact, count]) => [fact, rationalText(count)])).toContainEqual(["chosen", "5"]);
  // And a tree in each of the two scopes: 5 + 2 rows in all, 3 + 1 and 2 + 1 in them.
  expect(together[0]?.get("")?.counted).toBe(7n);
  expect([...(together[1] ?? [])].map(([, { counted }]) => counted)).toEqual([4n, 3n]);
});

describe("breakdowns folded together are those folded one by one", () => {
  test.for<readonly [string, readonly (readonly Dimension[])[]]>([
    ["the whole before its parts", [[], ["number", "purpose"]]],
    ["the whole after its parts", [["number", "purpose"], []]],
    ["a chain", [[], ["number"], ["number", "purpose"]]],
    ["two that do not contain each other", [["number"], ["purpose"], []]],
    ["one that no table has", [[], ["region"]]],
    ["the whole alone", [[]]],
  ])("%s", async ([, breakdowns]) => {
    const [together, alone] = await bothWays(care, breakdowns);
    expect(together).toHaveLength(breakdowns.length);
    expect(shown(together)).toEqual(shown(alone));
  });
});
