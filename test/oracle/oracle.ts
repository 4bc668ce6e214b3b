import { type Admitted, admit } from "./admission.ts";
import { billingIndicators } from "./billing.ts";
import { callIndicators } from "./calls.ts";
import type { Zone } from "./clock.ts";
import { type Commitments, commitmentIndicators } from "./commitments.ts";
import { complaintIndicators } from "./complaints.ts";
import { faultIndicators } from "./faults.ts";
import type { Data, Indicator } from "./indicator.ts";
import { orderIndicators } from "./orders.ts";
import { nothing } from "./outcome.ts";
import { performanceIndicators } from "./performance.ts";
import { halfYear, monthsOf, type Period, wholeYear } from "./period.ts";
import { words } from "./rows.ts";
import { normalScope, type Scope } from "./scope.ts";
import { singleTextIndicators } from "./single-text.ts";
import { unite } from "./union.ts";

export type RawTables = Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;

/** What is asked of whatever period. */
interface Asked {
  readonly year: number;
  /** Of times without an offset: "Europe/Rome" (the default) or "UTC". */
  readonly zone?: string;
  /** The acts reported; without a word the four that the charters of the sample operators follow. */
  readonly acts?: readonly string[];
  /** What the operator's own charter promises beyond them: reported as the act `operator`. */
  readonly commitments?: Commitments;
  readonly targets: readonly {
    readonly act: string;
    readonly indicator: string;
    readonly measure: string;
    /** Which of the two, where an act measures the same of both. */
    readonly service?: "internet" | "voice";
    readonly scope: Readonly<Record<string, unknown>>;
  }[];
  /** The services offered. */
  readonly services: readonly ("internet" | "voice" | "dialup")[];
}

export interface OracleInput extends Asked {
  readonly half: 1 | 2;
  /** One month of it alone, 1 to 12. */
  readonly month?: number;
  /** Raw rows as text; "", null and a missing column are NULL. A table that is not here is one the operator has not. */
  readonly tables: RawTables;
}

/** A year: what its operator's tables were when the first half was extracted, and when the second was. */
export interface YearInput extends Asked {
  readonly first: RawTables;
  readonly second: RawTables;
}

export interface OracleFigure {
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  readonly service: string | null;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly cases: number;
  readonly value: string | null;
  readonly exact: string | null;
}

export interface OracleResult {
  readonly figures: readonly OracleFigure[];
  /** Per table of the input, the bad rows of the period by reason. */
  readonly quarantined: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Per table of the input, the good rows of the period. */
  readonly kept: Readonly<Record<string, number>>;
  /** Why nothing can be reported; there are no figures then. */
  readonly fatal?: string;
}

const charterActs = ["131-06-csp", "244-08-csp", "254-04-csp", "79-09-csp"];

/**
 * Recomputes every figure of the acts from raw rows, with arrays and integers alone.
 *
 * @throws RangeError where the zone is neither of the two it knows.
 */
export function oracle(input: OracleInput): OracleResult {
  const { year, half, month, tables } = input;
  const period = month === undefined ? halfYear(year, half) : monthsOf(year, month, 1);
  const admitted = admit(tables, period, zoneOf(input.zone));
  return judged(input, admitted, period, unusable(tables, admitted) ?? missingLines(input, admitted, period));
}

/** The year, of which every figure is computed anew on the rows of both halves. */
export function yearOracle(input: YearInput): OracleResult {
  const halves = ([1, 2] as const).map((half) => {
    const tables = half === 1 ? input.first : input.second;
    const admitted = admit(tables, halfYear(input.year, half), zoneOf(input.zone));
    return { admitted, fatal: unusable(tables, admitted) };
  });
  const [first, second] = halves as [(typeof halves)[0], (typeof halves)[0]];
  const period = wholeYear(input.year);
  const united = unite(first.admitted, second.admitted, halfYear(input.year, 2).start);
  return judged(input, united, period, first.fatal ?? second.fatal ?? missingLines(input, united, period));
}

function judged(input: Asked, admitted: Admitted, period: Period, fatal: string | undefined): OracleResult {
  const kept = Object.fromEntries(Object.entries(admitted.kept).map(([name, rows]) => [name, rows.length]));
  const { quarantined } = admitted;
  if (fatal !== undefined) return { figures: [], quarantined, kept, fatal };
  const data: Data = {
    period,
    suspensions: admitted.suspensions,
    rows: (table) => admitted.kept[table] ?? [],
    has: (table) => admitted.kept[table] !== undefined,
  };
  const acts = input.acts ?? charterActs;
  const reported = everyIndicator(data).filter(({ act }) => acts.includes(act));
  const own = input.commitments === undefined ? [] : commitmentIndicators(data, input.commitments);
  return { figures: [...reported, ...own].flatMap((of) => figuresOf(of, input)), quarantined, kept };
}

function everyIndicator(data: Data): readonly Indicator[] {
  const makers = [
    orderIndicators,
    faultIndicators,
    callIndicators,
    billingIndicators,
    performanceIndicators,
    complaintIndicators,
  ];
  const own = makers.flatMap((of) => of(data));
  return [...own, ...singleTextIndicators(own)];
}

function zoneOf(zone = "Europe/Rome"): Zone {
  if (zone === "Europe/Rome" || zone === "UTC") return zone;
  throw new RangeError(`The oracle reads naive times in Europe/Rome or in UTC, not in ${zone}.`);
}

/** Every measure at the act's own scopes, and at the further scopes that targets name for that measure. */
function figuresOf(indicator: Indicator, { targets, services }: Asked): OracleFigure[] {
  const { act, indicator: name, service, restsOn = service } = indicator;
  const offered = restsOn === null || services.includes(restsOn);
  const isEmpty = (scope: Scope) => Object.keys(scope).length === 0;
  const own = offered ? indicator.scopes : indicator.scopes.filter(isEmpty);
  return Object.entries(indicator.measures).flatMap(([measure, compute]) => {
    const named = targets
      .filter((target) => target.act === act && target.indicator === name && target.measure === measure)
      .filter((target) => target.service === undefined || target.service === service)
      .map((target) => normalScope(target.scope));
    const scopes = new Map([...own, ...named].map((scope) => [JSON.stringify(scope), scope]));
    return [...scopes.values()].map((scope) => ({
      act,
      indicator: name,
      measure,
      service,
      scope,
      ...(offered ? compute(scope) : nothing()),
    }));
  });
}

/** Why an extraction cannot be used at all. */
function unusable(raw: RawTables, { kept, quarantined }: Admitted): string | undefined {
  const tables = Object.keys(kept);
  const read = (table: string) => raw[table]?.length ?? 0;
  if (tables.every((table) => read(table) === 0)) return "every table of the source is empty";
  for (const table of tables) {
    const bad = Object.values(quarantined[table] ?? {}).reduce((sum, n) => sum + n, 0);
    if (bad > 0 && kept[table]?.length === 0) return `all rows of ${table} are quarantined`;
  }
  return undefined;
}

/** A mean of lines needs every month of the period. */
function missingLines({ services }: Asked, { kept }: Admitted, period: Period): string | undefined {
  const lines = kept.access_lines;
  for (const service of ["internet", "voice"] as const) {
    if (lines === undefined || !services.includes(service)) continue;
    const months = new Set(lines.filter((row) => words(row, "service") === service).map((row) => words(row, "month")));
    const gap = period.months.find((month) => !months.has(month));
    if (gap !== undefined) return `no lines of service ${service} in ${gap}`;
  }
  return undefined;
}
