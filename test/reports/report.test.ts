import { describe, expect, test } from "vitest";
import { acts } from "../../reports/acts/index.ts";
import { actsFor, assertWhole, isInForce } from "../../reports/report.ts";
import type { Conservation, Figure, ReportRow } from "../../reports/report-model.ts";

const line: Conservation = {
  act: "a",
  indicator: "i",
  service: null,
  table: "fault_reports",
  read: 15,
  outside: 1,
  no_concern: 2,
  counted: 3,
  excluded: { ancillary: 2, "no-fault": 2 },
  quarantined: { null: 4, duplicate: 1 },
};

const figure = (changes: Partial<Figure>): ReportRow =>
  ({
    figure: { act: "a", indicator: "i", measure: "m", service: null, scope: {}, ...changes },
  }) as unknown as ReportRow;

describe("a report is whole", () => {
  test("where 1 outside + 2 of no concern + 3 counted + 4 excluded + 5 quarantined are the 15 read", () => {
    expect(() => assertWhole([figure({})], [line])).not.toThrow();
  });

  test.each([
    [{ read: 14 }],
    [{ read: 16 }],
    [{ outside: 0 }],
    [{ no_concern: 3 }],
    [{ counted: 2 }],
    [{ excluded: {} }],
    [{ quarantined: { null: 4 } }],
  ])("and not with %o", (change) => {
    expect(() => assertWhole([], [{ ...line, ...change }])).toThrow(/accounted for/);
  });

  test("where no two figures answer to one name, however their scopes are written", () => {
    const scoped = (...technology: string[]) => figure({ scope: { technology } });
    expect(() => assertWhole([figure({}), figure({ measure: "n" }), scoped("ADSL")], [])).not.toThrow();
    expect(() => assertWhole([figure({}), figure({})], [])).toThrow(/two figures answer to a i m/);
    expect(() => assertWhole([scoped("ADSL", "VDSL"), scoped("VDSL", "ADSL")], [])).toThrow(/technology=ADSL\+VDSL/);
  });
});

describe("the acts of a report", () => {
  const [first] = acts;
  if (first === undefined) throw new Error("there is no act");
  const act = {
    ...first,
    inForce: { from: { day: "2010-03-01", source: "legge" }, to: { day: "2020-09-30", source: "legge" } },
  };

  test.each([
    ["2009-07-01", "2010-02-28", false],
    ["2009-07-01", "2010-03-01", true],
    ["2020-07-01", "2020-12-31", true],
    ["2020-09-30", "2020-12-31", true],
    ["2020-10-01", "2020-12-31", false],
  ])("from %s to %s: in force %s, on any day of the span", (firstDay, lastDay, expected) => {
    expect(isInForce(act, firstDay, lastDay)).toBe(expected);
  });

  test("an act without an end stays in force", () => {
    const open = { ...act, inForce: { from: act.inForce.from } };
    expect(isInForce(open, "2090-01-01", "2090-06-30")).toBe(true);
  });

  test("are those that the profile names, in force or not, else those in force", () => {
    expect(actsFor([act], undefined, "2030-01-01", "2030-06-30")).toEqual([]);
    expect(actsFor([act], [act.id], "2030-01-01", "2030-06-30")).toEqual([act]);
    expect(actsFor([act], ["other"], "2015-01-01", "2015-06-30")).toEqual([]);
    expect(actsFor([act], undefined, "2015-01-01", "2015-06-30")).toEqual([act]);
  });
});
