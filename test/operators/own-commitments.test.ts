/**
 * The figures of own commitments on generated data, beside a computation that shares nothing with the product: days of work
 * are walked one by one on a calendar written down by hand, intervals are united by marking their seconds.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { measure } from "../../jobs/measure.ts";
import { ownActOf } from "../../jobs/own-act.ts";
import type { SampleOperator } from "../../jobs/sample/parameters.ts";
import { sampleTables } from "../../jobs/sample/sample-tables.ts";
import { figuresOf } from "../../reports/figures.ts";
import type { Figure } from "../../reports/report-model.ts";
import { scopeText } from "../../reports/scope.ts";
import type { TableName } from "../../sql/tables.ts";
import { wording } from "../../templates/wording.ts";
import { percentile } from "../jobs/sample/read-sample.ts";
import type { Row } from "../sql/corpus.ts";
import { firstHalf2026, onTables, rome } from "../sql/hand-made.ts";
import { operator } from "./operator.ts";

const [startAt, endAt] = [Date.parse("2025-12-31T23:00:00Z"), Date.parse("2026-06-30T22:00:00Z")];
const isIn = (text: string | null | undefined) => text != null && at(text) >= startAt && at(text) < endAt;
const at = (text: string): number => Date.parse(text);

/** 2026 up to the summer after it, and the end of 2025: what the cases of a half-year lie in. */
const feasts = [
  "2025-12-08",
  "2025-12-25",
  "2025-12-26",
  "2026-01-01",
  "2026-01-06",
  "2026-04-06",
  "2026-05-01",
  "2026-06-02",
];
const romeDate = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" });
const dayOf = (text: string): string => romeDate.format(at(text));
const dayMs = 86_400_000;

/** How many days of work one passes from the day after the first to the second. */
function workedThrough(from: string, to: string, closed: readonly string[]): number {
  let days = 0;
  for (let day = Date.parse(dayOf(from)) + dayMs; day <= Date.parse(dayOf(to)); day += dayMs) {
    const date = new Date(day);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!isWeekend && !closed.includes(date.toISOString().slice(0, 10))) days += 1;
  }
  return days;
}

const daysThrough = (from: string, to: string) => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayMs;

interface Measured {
  readonly figures: ReadonlyMap<string, Figure>;
  rows(table: TableName): readonly Row[];
}

/** Rows without a flaw and with every time in full, of every table that the act reads; its figures by name. */
async function measured(id: SampleOperator, size: number): Promise<Measured> {
  const { profile } = await operator(id);
  const acts = ownActOf(profile);
  const read = new Set(acts.flatMap(({ indicators }) => indicators.flatMap(({ tables }) => tables)));
  const flaws = { badShare: 0, duplicateShare: 0, conflictShare: 0, timeStyle: "offset" } as const;
  const sample = sampleTables({ seed: 7, operator: id, year: 2026, half: 1, size, ...flaws });
  const data = Object.fromEntries([...sample].filter(([name]) => read.has(name)).map(([name, of]) => [name, [...of]]));
  const figures = await onTables(data, async ({ db }) => {
    const near = Number(firstHalf2026.startMicros / 1_000_000n);
    const { results } = await measure({
      db,
      period: firstHalf2026,
      calendar: { rome, near },
      acts,
      targets: profile.targets,
      services: profile.services,
      quarantined: {},
    });
    const context = { wording, period: firstHalf2026, targets: profile.targets, absent: [] };
    return results.flatMap((one) => figuresOf(one, context)).map(({ figure }) => figure);
  });
  const name = ({ indicator, service, measure: of, scope }: Figure) =>
    [indicator, service ?? "-", of, scopeText(scope)].join(" ").trim();
  return {
    figures: new Map(figures.map((figure) => [name(figure), figure])),
    rows: (table) => data[table] ?? [],
  };
}

describe("requests by class of urgency", () => {
  let sample: Measured;
  beforeAll(async () => {
    sample = await measured("cloudfabric", 700);
  });

  const closed = [...feasts, "2026-06-26"];
  const hours = { "P1+": 1, P1: 2, P2: 4 } as const;
  const days = { P3: 1, P4: 5 } as const;
  const seconds = ({ reported_at, taken_charge_at }: Row) =>
    Math.floor((at(taken_charge_at as string) - at(reported_at as string)) / 1000);

  function inTime(urgency: string, row: Row): boolean {
    if (row.taken_charge_at == null) return false;
    if (urgency in hours) return seconds(row) <= hours[urgency as keyof typeof hours] * 3600;
    const walked = workedThrough(row.reported_at as string, row.taken_charge_at, closed);
    return walked <= days[urgency as keyof typeof days];
  }

  const counted = (urgency: string) =>
    sample
      .rows("fault_reports")
      .filter(
        (row) =>
          row.urgency === urgency &&
          isIn(row.reported_at) &&
          row.reported_by === "customer" &&
          row.cause !== "duplicate" &&
          (!(urgency in hours) || (row.channel === "phone" && row.under_contract === "1")),
      );

  test.each(["P1+", "P1", "P2", "P3", "P4"])("%s in time", (urgency) => {
    const rows = counted(urgency);
    const good = rows.filter((row) => inTime(urgency, row)).length;
    // On both sides of the term, or nothing is shown.
    expect(good).toBeGreaterThan(0);
    expect(good).toBeLessThan(rows.length);
    const figure = sample.figures.get(`take-charge - within-term ${scopeText({ urgency })}`);
    expect([figure?.numerator, figure?.denominator]).toEqual([`${good}`, `${rows.length}`]);
  });

  test.each(["P1+", "P4", "P7"])("%s: nineteen in twenty taken in charge within so long", (urgency) => {
    const rows = counted(urgency);
    const taken = rows.filter((row) => row.taken_charge_at != null).map(seconds);
    const figure = sample.figures.get(`take-charge - p95 ${scopeText({ urgency })}`);
    expect(figure?.cases).toBe(taken.length);
    const [num = "", den = "1"] = (figure?.exact ?? "").split("/");
    expect((Number(num) * 3600) / Number(den)).toBe(percentile(taken, 95));
    expect(sample.figures.get(`take-charge - cases ${scopeText({ urgency })}`)?.value).toBe(`${rows.length}`);
  });

  test("best effort has no share to be judged by", () => {
    expect(sample.figures.get("take-charge - within-term urgency=P7")).toMatchObject({
      value: null,
      cases: 0,
      reason: expect.stringMatching(/^Nessun caso per questa misura: classe senza termine/),
    });
  });
});

describe("complaints, interruptions and backbone", () => {
  let sample: Measured;
  beforeAll(async () => {
    sample = await measured("cielo", 6000);
  });

  const share = (name: string) => {
    const figure = sample.figures.get(name);
    return [figure?.numerator, figure?.denominator];
  };

  test("taken in charge by the next day of work, of those received", () => {
    const received = sample.rows("complaints").filter((row) => isIn(row.received_at));
    const good = received.filter(
      ({ received_at, taken_charge_at }) =>
        taken_charge_at != null && workedThrough(received_at as string, taken_charge_at, feasts) <= 1,
    );
    expect(good.length).toBeLessThan(received.length);
    expect(share("complaint-taken-charge - within-term")).toEqual([`${good.length}`, `${received.length}`]);
  });

  test("answered in less than 30 days, and in 45 days of work", () => {
    const answered = sample.rows("complaints").filter((row) => isIn(row.answered_at));
    const through = (of: (from: string, to: string) => number, most: number) =>
      answered.filter((row) => of(row.received_at as string, row.answered_at as string) <= most).length;
    expect(share("complaint-answer - within-term")).toEqual([`${through(daysThrough, 29)}`, `${answered.length}`]);
    const worked = through((from, to) => workedThrough(from, to, feasts), 45);
    expect(share("complaint-outcome - within-term")).toEqual([`${worked}`, `${answered.length}`]);
  });

  test.each(["internet", "voice"])("seconds of %s without an interruption, each looked at by itself", (service) => {
    const down = new Uint8Array((endAt - startAt) / 1000);
    const counts = sample
      .rows("service_outages")
      .filter((row) => row.service === service && row.planned === "0" && row.cause !== "forza maggiore");
    for (const { started_at, ended_at } of counts) {
      const second = (instant: number) => Math.min(Math.max(Math.floor((instant - startAt) / 1000), 0), down.length);
      down.fill(1, second(at(started_at as string)), second(ended_at == null ? endAt : at(ended_at)));
    }
    const up = down.length - down.reduce((total, one) => total + one, 0);
    expect(up).toBeLessThan(down.length);
    expect(share(`continuity ${service} ratio`)).toEqual([`${up}`, `${down.length}`]);
  });

  test("the 99th percentile of the round trips and the share of packets lost, at each point too", () => {
    const points = [undefined, ...new Set(sample.rows("backbone_tests").map(({ point }) => point as string))];
    for (const point of points) {
      const rows = sample
        .rows("backbone_tests")
        .filter((row) => isIn(row.tested_at) && (point === undefined || row.point === point));
      const scope = point === undefined ? "" : scopeText({ point });
      const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
      const p99 = percentile(
        rows.map(({ delay_us }) => Number(delay_us)),
        99,
      );
      const figure = sample.figures.get(`backbone-delay - p99 ${scope}`.trim());
      const [num = "", den = "1"] = (figure?.exact ?? "").split("/");
      expect([(Number(num) * 1000) / Number(den), figure?.cases]).toEqual([p99, rows.length]);
      expect(share(`backbone-loss - ratio ${scope}`.trim())).toEqual([
        `${sum("packets_lost")}`,
        `${sum("packets_sent")}`,
      ]);
    }
  });
});
