import { expect, test } from "vitest";
import { halvesBefore } from "../../jobs/trend.ts";
import { type Period, parsePeriod } from "../../reports/period.ts";

test.each<readonly [string, readonly string[]]>([
  ["2026-S1", ["2024-S2", "2025-S1", "2025-S2"]],
  ["2026-S2", ["2025-S1", "2025-S2", "2026-S1"]],
  ["2026", ["2025-S1", "2025-S2", "2026-S1", "2026-S2"]],
])("%s is set beside %j", (id, halves) => {
  expect(halvesBefore(parsePeriod(id) as Period)).toEqual(halves);
});
