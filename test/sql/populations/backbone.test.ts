import { expect, test } from "vitest";
import { measuredOn } from "./rows-of.ts";

const backbone_tests = [
  {},
  { delay_us: "12000", point: "NAMEX" },
  { delay_us: "9000", packets_sent: "10", packets_lost: "10" },
  { tested_at: "2026-07-01T00:00:00+02:00" },
  { tested_at: "2025-12-31T22:59:59.999Z" },
].map((row, i) => ({ test_id: `T${i}`, ...row }));

test("round trips in microseconds", async () => {
  const asked = { population: "backbone-delays", settings: {} } as const;
  const { classes, facts } = await measuredOn({ backbone_tests }, asked);
  expect(classes.backbone_tests).toEqual({ counted: 3, outside: 2 });
  expect(facts).toEqual({ delay: { 9000: 2, 12000: 1 } });
  expect((await measuredOn({ backbone_tests }, { ...asked, only: { point: "NAMEX" } })).facts).toEqual({
    delay: { 12000: 1 },
  });
});

test("packets: the sum of the lost over the sum of the sent", async () => {
  const { facts } = await measuredOn({ backbone_tests }, { population: "backbone-packets", settings: {} });
  expect(facts).toEqual({ sent: "2010", lost: "10", tests: "3" });
});
