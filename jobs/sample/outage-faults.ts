/** The many fault reports that one outage brings: every line reports in its first third, all are restored with it. */
import { faultTimes, lineId, reportColumns } from "./fault-columns.ts";
import { placeOf } from "./lines.ts";
import { outagesOf } from "./outages.ts";
import { secondMs } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";

export function* outageFaults(sample: Sample): Iterable<Draft> {
  for (const outage of outagesOf(sample)) {
    const { cause, technology } = outage.kind;
    const kinds = sample.preset.lines.filter(
      ([kind]) => kind.technology === technology && (cause !== "third_party" || kind.network === "wholesale"),
    );
    const thirdSeconds = Math.floor((outage.endedAt - outage.startedAt) / (3 * secondMs));
    const reports = sample.parameters.outageLines;
    for (let report = 0; report < reports; report += 1) {
      const index = outage.index * 100_000 + report;
      const random = sample.random("outage_faults", index);
      const reportedAt = outage.startedAt + random.below(thirdSeconds) * secondMs;
      const restoredAt = outage.endedAt - random.below(Math.min(900, thirdSeconds)) * secondMs;
      const place = { ...placeOf(sample, random, kinds), region: outage.region };
      const found = { reported_by: "customer", cause, event_id: outage.eventId, extent: "line" };
      // Neighbouring lines, each reporting once.
      const line_id = lineId((outage.index * 100_000 + report * 3) % sample.parameters.size);
      const contract_hours = sample.preset.contractHours[place.service];
      const times = faultTimes(random, place.network, reportedAt, restoredAt);
      const columns = reportColumns(sample, random, idOf(sample, "GM", index));
      const values = { ...columns, ...place, ...found, contract_hours, ...times, line_id };
      yield { values };
    }
  }
}
