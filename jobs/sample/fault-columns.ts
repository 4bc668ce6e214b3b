/** Columns that every fault report has, of one line or of an outage. */
import type { Random } from "./random.ts";
import { hourMs, secondMs } from "./rome-calendar.ts";
import type { Sample } from "./sample.ts";

export function reportColumns(sample: Sample, random: Random, fault_id: string) {
  return {
    fault_id,
    line_id: random.perMille(20) ? null : lineId(random.below(sample.parameters.size)),
    channel: random.pick(sample.ways.faultChannels),
    under_contract: random.perMille(150) ? 1 : random.perMille(800) ? 0 : null,
    urgency: random.pick(sample.ways.urgencies),
  };
}

export function lineId(line: number): string {
  return `L${String(line).padStart(7, "0")}`;
}

/** Taken in charge soon after the report; of a wholesaler's line, closed by the wholesaler some time before the end. */
export function faultTimes(random: Random, network: string, reportedAt: number, restoredAt: number | null) {
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
