/** Outages of dial-up access and of a whole service, with intervals on and across the edges of the period. */
import { hourMs, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";

const causes = [
  ["guasto di apparato", 3],
  ["taglio di fibra", 2],
  ["mancanza di energia", 1],
] as const;

/** Outages of one to three hours; the second overlaps the first, and four more touch the edges of the period. */
export function* dialupOutages(sample: Sample): Iterable<Draft> {
  const { dialupOutages: count, edgeRows } = sample.parameters;
  if (!sample.preset.dialup || count === 0) return;
  let firstStart = 0;
  for (let index = 0; index < count; index += 1) {
    const { startedAt, endedAt } = outageAt(sample, "dialup_outages", index, count);
    if (index === 0) firstStart = startedAt;
    // Two records of one outage, as two access servers reported it.
    const from = index === 1 ? firstStart + 1800 * secondMs : startedAt;
    yield dialupOutage(sample, index, from, from + (endedAt - startedAt));
  }
  if (!edgeRows) return;
  const { startAt, endAt } = sample;
  yield dialupOutage(sample, count, startAt - hourMs, startAt + hourMs);
  yield dialupOutage(sample, count + 1, startAt - hourMs, startAt);
  yield dialupOutage(sample, count + 2, endAt - hourMs, endAt + 2 * hourMs);
  yield dialupOutage(sample, count + 3, endAt, endAt + hourMs);
}

function dialupOutage(sample: Sample, index: number, started_at: number, ended_at: number): Draft {
  return { values: { outage_id: idOf(sample, "M", index), started_at, ended_at } };
}

/** Every third is planned; the last is still open. */
export function* serviceOutages(sample: Sample): Iterable<Draft> {
  const count = sample.parameters.serviceOutages;
  for (let index = 0; index < count; index += 1) {
    const { startedAt, endedAt, random } = outageAt(sample, "service_outages", index, count);
    const planned = index % 3 === 2;
    const values = {
      outage_id: idOf(sample, "S", index),
      service: random.pick(sample.preset.lines).service,
      started_at: startedAt,
      ended_at: index === count - 1 ? null : endedAt,
      planned: planned ? 1 : 0,
      cause: planned ? "manutenzione programmata" : random.pick(causes),
    };
    yield { values };
  }
}

function outageAt(sample: Sample, table: string, index: number, count: number) {
  const random = sample.random(table, index);
  const stepMs = Math.floor((sample.endAt - sample.startAt) / count);
  const startedAt = romeMidnightOf(sample.startAt + index * stepMs, 1) + random.below(86_400) * secondMs;
  return { random, startedAt, endedAt: startedAt + (3600 + random.below(2 * 3600)) * secondMs };
}
