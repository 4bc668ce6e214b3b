import type { Data, Indicator } from "./indicator.ts";
import { fraction, mean, nothing, type Outcome, percent, percentile, total } from "./outcome.ts";
import { holds, withRegions } from "./period.ts";
import { faultSeconds } from "./quantities.ts";
import { quantity, type Row, words } from "./rows.ts";
import { inScope, oneAtATime, type Scope } from "./scope.ts";

const effectiveCauses = ["network", "third_party", "operator_equipment", "interference", "force_majeure", "power_cut"];
const abnormalCauses = ["interference", "force_majeure", "power_cut"];

/** Fault rate in % of the mean lines and repair time in hours, of internet (131/06) and of voice (254/04). */
export function faultIndicators(data: Data): Indicator[] {
  return [
    ...ofService(data, "131-06-csp", "internet", ["technology", "network"]),
    ...ofService(data, "254-04-csp", "voice", withRegions(data.period, ["network"])),
  ];
}

function ofService(data: Data, act: string, service: "internet" | "voice", columns: readonly string[]): Indicator[] {
  const isOurs = (row: Row) =>
    words(row, "service") === service && !(service === "internet" && words(row, "technology") === "DIALUP");
  const faults = data.rows("fault_reports").filter((row) => isOurs(row) && isEffective(row));
  const reported = faults.filter((row) => holds(data.period, quantity(row, "reported_at")));
  const restored = faults.filter((row) => holds(data.period, quantity(row, "restored_at")));
  const lines = data.rows("access_lines").filter(isOurs);
  const hours = (scope: Scope) =>
    narrowed(data, restored, scope).map((row) => faultSeconds(row, data.suspensions) ?? 0n);
  return [
    {
      act,
      indicator: "fault-rate",
      service,
      scopes: oneAtATime([...reported, ...lines], columns),
      measures: { ratio: (scope) => faultRate(data, reported, lines, scope) },
    },
    {
      act,
      indicator: "repair-time",
      service,
      scopes: oneAtATime(restored, columns),
      measures: {
        p80: (scope) => percentile(hours(scope), 80, 3600n, 2),
        p95: (scope) => percentile(hours(scope), 95, 3600n, 2),
        mean: (scope) => mean(hours(scope), 3600n, 2),
        "within-contract": (scope) => withinContract(data, narrowed(data, restored, scope)),
      },
    },
  ];
}

function isEffective(row: Row): boolean {
  return (
    words(row, "reported_by") === "customer" &&
    words(row, "extent") !== "ancillary" &&
    effectiveCauses.includes(words(row, "cause") ?? "")
  );
}

/** The faults of a scope, its narrowings to own responsibility and to normal conditions included. */
function narrowed(data: Data, rows: readonly Row[], scope: Scope): Row[] {
  const declared = new Set(data.rows("events").map((event) => words(event, "event_id")));
  return rows.filter((row) => {
    if (!inScope(row, scope)) return false;
    const cause = words(row, "cause") ?? "";
    if (scope.responsibility === "own" && cause === "third_party") return false;
    if (scope.conditions !== "normal") return true;
    const eventId = words(row, "event_id");
    return !abnormalCauses.includes(cause) && !(eventId !== null && declared.has(eventId));
  });
}

/** Faults / (sum of the months' lines / months), in %: the months multiply the numerator. */
function faultRate(data: Data, reported: readonly Row[], lines: readonly Row[], scope: Scope): Outcome {
  const faults = narrowed(data, reported, scope).length;
  if (!data.has("fault_reports")) return nothing(faults);
  const lineMonths = total(lines.filter((row) => inScope(row, scope)).map((row) => quantity(row, "lines") ?? 0n));
  return fraction(100n * BigInt(faults) * BigInt(data.period.months.length), lineMonths, 2, faults);
}

function withinContract(data: Data, rows: readonly Row[]): Outcome {
  const slacks = rows.flatMap((row) => {
    const limit = quantity(row, "contract_hours");
    return limit === null ? [] : [limit * 3600n - (faultSeconds(row, data.suspensions) ?? 0n)];
  });
  return percent(slacks.filter((slack) => slack >= 0n).length, slacks.length);
}
