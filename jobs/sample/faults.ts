/** Fault reports: those of single lines, in the rhythm of the customers' days, and those of outages that hit many. */
import { kindsOf, linesOf, placeOf } from "./lines.ts";
import { outagesOf } from "./outages.ts";
import type { Random } from "./random.ts";
import { repairCurve } from "./repair-curve.ts";
import { createRhythm, hours, type Rhythm } from "./rhythm.ts";
import { hourMs, secondMs } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";
import type { SuspendedCase } from "./suspensions.ts";

const noFault = [
  ["customer_equipment", 400],
  ["none_found", 250],
  ["information", 150],
  ["customer_premises", 100],
  ["administrative_suspension", 50],
  ["duplicate", 50],
] as const;
const exceptional = [
  ["interference", 400],
  ["force_majeure", 300],
  ["power_cut", 300],
] as const;
const ordinary = [
  ["network", 720],
  ["operator_equipment", 280],
] as const;
const channels = [
  ["phone", 700],
  ["email", 150],
  ["web", 100],
  [null, 50],
] as const;
const urgencies = [
  ["P1", 40],
  ["P2", 160],
  ["P3", 500],
  ["P4", 200],
  [null, 100],
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
  yield* outageFaults(sample);
  let first = 1_000_000;
  for (const service of ["internet", "voice"] as const) {
    const rhythm = faultRhythm(sample, service);
    for (let index = 0; index < rhythm.rows; index += 1) yield singleFault(sample, rhythm, service, index, first);
    first += 4_000_000;
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

function* outageFaults(sample: Sample): Iterable<Fault> {
  for (const outage of outagesOf(sample)) {
    const kinds = sample.preset.lines.filter(([kind]) => kind.technology === outage.kind.technology);
    const reports = sample.parameters.outageLines;
    for (let report = 0; report < reports; report += 1) {
      const index = outage.index * 100_000 + report;
      const random = sample.random("outage_faults", index);
      const reportedAt = outage.startedAt + random.below(Math.floor((outage.endedAt - outage.startedAt) / 3000)) * 1000;
      const restoredAt = outage.endedAt - random.below(900) * secondMs;
      const place = { ...placeOf(sample, random, kinds), region: outage.region };
      const found = { reported_by: "customer", cause: outage.kind.cause, event_id: outage.eventId, extent: "line" };
      // Neighbouring lines, each reporting once.
      const line_id = lineId((outage.index * 100_000 + report * 3) % sample.parameters.size);
      const contract_hours = sample.preset.contractHours[place.service];
      const times = faultTimes(random, place.network, reportedAt, restoredAt);
      const values = { ...common(sample, random, index), ...place, ...found, contract_hours, ...times, line_id };
      yield { draft: { values }, suspended: undefined };
    }
  }
}

function singleFault(
  sample: Sample,
  rhythm: Rhythm,
  service: "internet" | "voice",
  index: number,
  first: number,
): Fault {
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
    ...common(sample, random, first + index),
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
  const id = values.fault_id;
  const random_ = `fault-stops/${service}/${index}`;
  const suspended = { id, beganAt: reportedAt, doneAt, elapsedMs: stopMs, random: random_ };
  return { draft: { values, spared: "negative" }, suspended: { table: "fault_reports", ...suspended } };
}

function causeOf({ parameters }: Sample, random: Random): string {
  if (random.perMille(parameters.notEffectiveFaults)) return random.pick<string>(noFault);
  const chance = random.below(1000);
  if (chance < parameters.thirdPartyFaults) return "third_party";
  const isExceptional = chance < parameters.thirdPartyFaults + parameters.exceptionalFaults;
  return random.pick<string>(isExceptional ? exceptional : ordinary);
}

function common(sample: Sample, random: Random, index: number) {
  return {
    fault_id: idOf(sample, "G", index),
    line_id: random.perMille(20) ? null : lineId(random.below(sample.parameters.size)),
    channel: random.pick<string | null>(channels),
    under_contract: random.perMille(150) ? 1 : random.perMille(800) ? 0 : null,
    urgency: random.pick<string | null>(urgencies),
  };
}

function lineId(line: number): string {
  return `L${String(line).padStart(7, "0")}`;
}

/** Taken in charge soon after the report; of a wholesaler's line, closed by the wholesaler some time before the end. */
function faultTimes(random: Random, network: string, reportedAt: number, restoredAt: number | null) {
  const limit = restoredAt ?? reportedAt + 48 * hourMs;
  const seconds = Math.floor((limit - reportedAt) / secondMs);
  const taken = random.below(Math.min(4 * 3600, seconds + 1));
  const closed = taken + random.below(Math.max(1, seconds - taken));
  return {
    reported_at: reportedAt,
    taken_charge_at: random.perMille(50) ? null : reportedAt + taken * secondMs,
    wholesaler_closed_at: network === "wholesale" && restoredAt !== null ? reportedAt + closed * secondMs : null,
    restored_at: restoredAt,
  };
}
