/** Fault reports of single lines, in the rhythm of the customers' days, after those of outages that hit many. */
import { faultTimes, reportColumns } from "./fault-columns.ts";
import { kindsOf, linesOf, placeOf, servicesOf } from "./lines.ts";
import { outageFaults } from "./outage-faults.ts";
import type { Random } from "./random.ts";
import { repairCurve } from "./repair-curve.ts";
import { createRhythm, hours, type Rhythm } from "./rhythm.ts";
import { secondMs } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";
import type { SuspendedCase } from "./suspensions.ts";

const exceptional = [
  ["interference", 400],
  ["force_majeure", 300],
  ["power_cut", 300],
] as const;

interface Fault {
  readonly draft: Draft;
  readonly suspended: SuspendedCase | undefined;
}

export function* faultReports(sample: Sample): Iterable<Draft> {
  for (const { draft } of faults(sample)) yield draft;
}

/** The fault reports whose clock stopped by rows of the table of suspensions. */
export function* suspendedFaults(sample: Sample): Iterable<SuspendedCase> {
  for (const { suspended } of faults(sample)) if (suspended !== undefined) yield suspended;
}

function* faults(sample: Sample): Iterable<Fault> {
  for (const draft of outageFaults(sample)) yield { draft, suspended: undefined };
  for (const service of servicesOf(sample)) {
    const rhythm = faultRhythm(sample, service);
    for (let index = 0; index < rhythm.rows; index += 1) yield singleFault(sample, rhythm, service, index);
  }
}

/** As many reports as leave the service's rate of effective faults once all that is none is taken off. */
function faultRhythm(sample: Sample, service: "internet" | "voice"): Rhythm {
  const { parameters } = sample;
  const rate = service === "internet" ? parameters.internetFaultRate : parameters.voiceFaultRate;
  const effective = (linesOf(sample, service) * rate) / 10_000;
  const effectiveShare =
    (1000 - parameters.notEffectiveFaults) *
    (1000 - parameters.operatorFoundFaults) *
    (1000 - parameters.ancillaryFaults);
  const inPeriod = Math.ceil((effective * 1_000_000_000) / Math.max(1, effectiveShare));
  const { faultWeekdays: weekdays, faultSeason: season } = parameters;
  return createRhythm(sample, { inPeriod, weekdays, season, hours: hours.dayTime });
}

function singleFault(sample: Sample, rhythm: Rhythm, service: "internet" | "voice", index: number): Fault {
  const { parameters } = sample;
  const random = sample.random(`fault_reports/${service}`, index);
  const place = placeOf(sample, random, kindsOf(sample, service));
  const givenAt = rhythm.at(index, random);
  const netMs = random.draw(repairCurve(parameters, service)) * secondMs;
  const stopped = random.below(1000);
  const byRows = stopped < parameters.suspendedCases;
  const byColumn = !byRows && stopped < parameters.suspendedCases + parameters.suspendedByColumn;
  const stopMs = byRows || byColumn ? (600 + random.below(30 * 3600)) * secondMs : 0;
  // Of the pinned rows those of internet are reported at the pinned time, those of voice are restored at it.
  const reportedAt = rhythm.isPinned(index) && service === "voice" ? givenAt - netMs - stopMs : givenAt;
  const doneAt = reportedAt + netMs + stopMs;
  const open = !rhythm.isPinned(index) && random.perMille(parameters.openFaults);

  const values = {
    ...reportColumns(sample, random, idOf(sample, service === "internet" ? "GI" : "GV", index)),
    ...place,
    reported_by: random.perMille(parameters.operatorFoundFaults) ? "operator" : "customer",
    cause: causeOf(sample, random),
    event_id: null,
    suspended_seconds: byColumn ? stopMs / secondMs : byRows && random.perMille(250) ? 60 : null,
    contract_hours: random.perMille(100) ? null : sample.preset.contractHours[service],
    extent: random.perMille(parameters.ancillaryFaults) ? "ancillary" : random.perMille(500) ? "line" : null,
    ...faultTimes(random, place.network, reportedAt, open ? null : doneAt),
  };
  if (!byRows || open) return { draft: { values }, suspended: undefined };
  const suspended: SuspendedCase = {
    table: "fault_reports",
    id: values.fault_id,
    beganAt: reportedAt,
    doneAt,
    elapsedMs: stopMs,
    random: `fault-stops/${service}/${index}`,
  };
  return { draft: { values, spared: "negative" }, suspended };
}

function causeOf({ parameters, ways }: Sample, random: Random): string {
  if (random.perMille(parameters.notEffectiveFaults)) return random.pick(ways.noFault);
  const chance = random.below(1000);
  if (chance < parameters.thirdPartyFaults) return "third_party";
  const isExceptional = chance < parameters.thirdPartyFaults + parameters.exceptionalFaults;
  return random.pick<string>(isExceptional ? exceptional : ways.ordinaryFaults);
}
