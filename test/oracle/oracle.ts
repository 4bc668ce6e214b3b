import { type Admitted, admit } from "./admission.ts";
import { billingIndicators } from "./billing.ts";
import { callIndicators } from "./calls.ts";
import type { Zone } from "./clock.ts";
import { faultIndicators } from "./faults.ts";
import type { Data, Indicator } from "./indicator.ts";
import { orderIndicators } from "./orders.ts";
import { nothing } from "./outcome.ts";
import { performanceIndicators } from "./performance.ts";
import { halfYear, type Period } from "./period.ts";
import { words } from "./rows.ts";
import { normalScope, type Scope } from "./scope.ts";

export interface OracleInput {
  readonly year: number;
  readonly half: 1 | 2;
  /** Of times without an offset: "Europe/Rome" (the default) or "UTC". */
  readonly zone?: string;
  /** Raw rows as text; "", null and a missing column are NULL. A table that is not here is one the operator has not. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;
  readonly targets: readonly {
    readonly act: string;
    readonly indicator: string;
    readonly measure: string;
    readonly scope: Readonly<Record<string, unknown>>;
  }[];
  /** The services offered. */
  readonly services: readonly ("internet" | "voice" | "dialup")[];
}

export interface OracleFigure {
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
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

/**
 * Recomputes every figure of the four acts from raw rows, with arrays and integers alone.
 *
 * @throws RangeError where the zone is neither of the two it knows.
 */
export function oracle(input: OracleInput): OracleResult {
  const period = halfYear(input.year, input.half);
  const admitted = admit(input.tables, period, zoneOf(input.zone));
  const kept = Object.fromEntries(Object.entries(admitted.kept).map(([name, rows]) => [name, rows.length]));
  const { quarantined } = admitted;
  const fatal = refusal(input, admitted, period);
  if (fatal !== undefined) return { figures: [], quarantined, kept, fatal };
  const data: Data = {
    period,
    suspensions: admitted.suspensions,
    rows: (table) => admitted.kept[table] ?? [],
    has: (table) => admitted.kept[table] !== undefined,
  };
  const indicators = [orderIndicators, faultIndicators, callIndicators, billingIndicators, performanceIndicators];
  return { figures: indicators.flatMap((of) => of(data)).flatMap((of) => figuresOf(of, input)), quarantined, kept };
}

function zoneOf(zone = "Europe/Rome"): Zone {
  if (zone === "Europe/Rome" || zone === "UTC") return zone;
  throw new RangeError(`The oracle reads naive times in Europe/Rome or in UTC, not in ${zone}.`);
}

/** Every measure at the act's own scopes, and at the further scopes that targets name for that measure. */
function figuresOf(indicator: Indicator, { targets, services }: OracleInput): OracleFigure[] {
  const { act, indicator: name, service } = indicator;
  const offered = service === null || services.includes(service);
  const isEmpty = (scope: Scope) => Object.keys(scope).length === 0;
  const own = offered ? indicator.scopes : indicator.scopes.filter(isEmpty);
  return Object.entries(indicator.measures).flatMap(([measure, compute]) => {
    const named = targets
      .filter((target) => target.act === act && target.indicator === name && target.measure === measure)
      .map((target) => normalScope(target.scope));
    const scopes = new Map([...own, ...named].map((scope) => [JSON.stringify(scope), scope]));
    return [...scopes.values()].map((scope) => ({
      act,
      indicator: name,
      measure,
      scope,
      ...(offered ? compute(scope) : nothing()),
    }));
  });
}

function refusal(input: OracleInput, { kept, quarantined }: Admitted, period: Period): string | undefined {
  const tables = Object.keys(kept);
  const read = (table: string) => input.tables[table]?.length ?? 0;
  if (tables.every((table) => read(table) === 0)) return "every table of the source is empty";
  for (const table of tables) {
    const bad = Object.values(quarantined[table] ?? {}).reduce((sum, n) => sum + n, 0);
    if (bad > 0 && kept[table]?.length === 0) return `all rows of ${table} are quarantined`;
  }
  const lines = kept.access_lines;
  for (const service of ["internet", "voice"] as const) {
    if (lines === undefined || !input.services.includes(service)) continue;
    const months = new Set(lines.filter((row) => words(row, "service") === service).map((row) => words(row, "month")));
    const gap = period.months.find((month) => !months.has(month));
    if (gap !== undefined) return `no lines of service ${service} in ${gap}`;
  }
  return undefined;
}
