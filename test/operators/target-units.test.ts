import { describe, expect, test } from "vitest";
import type { Unit } from "../../reports/act.ts";
import { rationalText } from "../../reports/rational.ts";
import type { TargetUnit } from "../../reports/target.ts";
import { targetInUnit, targetUnits, targetUnitsFor } from "../../reports/target-units.ts";

const conversions: readonly (readonly [string, TargetUnit, Unit, string])[] = [
  ["1.2", "Mbit/s", "kbit/s", "1200"],
  ["6.0", "Mbit/s", "kbit/s", "6000"],
  ["14.2", "Mbit/s", "kbit/s", "14200"],
  ["128", "kbit/s", "kbit/s", "128"],
  ["90", "minutes", "hours", "3/2"],
  ["10", "minutes", "hours", "1/6"],
  ["2", "days", "hours", "48"],
  ["36", "hours", "days", "3/2"],
  ["1", "s", "days", "1/86400"],
  ["58", "s", "s", "58"],
  ["1500", "ms", "s", "3/2"],
  ["0.2", "s", "ms", "200"],
  ["1.5", "minutes", "ms", "90000"],
  ["4.10", "%", "%", "41/10"],
  ["0.80", "%", "%", "4/5"],
  ["0.041", "ratio", "%", "41/10"],
  ["0", "%", "%", "0"],
];

describe("a target in the measure's unit", () => {
  test.each(conversions)("%s %s is in %s %s", (value, from, to, exact) => {
    expect(rationalText(targetInUnit(value, from, to))).toBe(exact);
  });

  test.each<readonly [TargetUnit, Unit]>([
    ["days", "%"],
    ["%", "s"],
    ["Mbit/s", "ms"],
    ["ratio", "count"],
  ])("%s cannot become %s", (from, to) => {
    expect(() => targetInUnit("1", from, to)).toThrow(`a target in ${from} cannot be compared with a measure in ${to}`);
    expect(targetUnitsFor(to)).not.toContain(from);
  });

  test.each(["4,10", "-1", "", " 1", "1e3", ".5", "1/2"])("'%s' is no value", (value) => {
    expect(() => targetInUnit(value, "%", "%")).toThrow(RangeError);
  });

  test("every unit of a charter leads somewhere", () => {
    const units: readonly Unit[] = ["days", "hours", "s", "ms", "kbit/s", "%", "count"];
    const reached = new Set(units.flatMap((unit) => targetUnitsFor(unit)));
    expect([...reached].sort()).toEqual([...targetUnits].sort());
  });
});
