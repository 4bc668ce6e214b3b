/** Which numbers of a call centre are printed: those with a counted call, by whatever choice it is counted. */
import { expect, test } from "vitest";
import { measure } from "../../jobs/measure.ts";
import { act255 } from "../../reports/acts/255-24-cons.ts";
import { scopeText } from "../../reports/scope.ts";
import { withSettings } from "../../reports/settings.ts";
import { firstHalf2026, type HandMade, onTables, rome } from "../sql/hand-made.ts";

/** One number is answered by day, the other has a call at night alone. */
const data: HandMade = {
  contact_calls: [
    { call_id: "C1", number: "187", purpose: "tecnica" },
    { call_id: "C2", number: "191", purpose: "tecnica", agent_available: "0" },
  ],
};

const printed = (settings: Readonly<Record<string, string>>) =>
  onTables(data, async ({ db }) => {
    const calendar = { rome, near: Number(firstHalf2026.startMicros / 1_000_000n) };
    const acts = withSettings([act255], settings);
    const asked = { db, period: firstHalf2026, calendar, acts, targets: [], services: [], quarantined: {} };
    const { results } = await measure(asked);
    return results
      .find(({ indicator }) => indicator.id === "agent-answer")
      ?.scopes.map(({ scope }) => scopeText(scope));
  });

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ["out of hours nobody is counted", {}, ["", "number=187,purpose=tecnica"]],
  [
    "where the operator counts those calls, their number is printed, so that the numbers make up the whole",
    { "out-of-hours-calls": "included" },
    ["", "number=187,purpose=tecnica", "number=191,purpose=tecnica"],
  ],
])("%s", async (_, settings, scopes) => {
  expect(await printed(settings)).toEqual(scopes);
});
