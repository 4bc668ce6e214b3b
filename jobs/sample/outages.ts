/** Outages that hit many lines at once, and the table of the exceptional events among them. */
import type { OutageKind } from "./presets.ts";
import { dayMs, hourMs, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";

export interface Outage {
  readonly index: number;
  readonly kind: OutageKind;
  readonly region: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null where the operator declared no event. */
  readonly eventId: string | null;
}

/** The outages of the period, one after the other over its length, each in one region and on one technology. */
export function outagesOf(sample: Sample): readonly Outage[] {
  const { outages, internetRepairMedian } = sample.parameters;
  const stepMs = Math.floor((sample.endAt - sample.startAt) / (outages + 1));
  return Array.from({ length: outages }, (_, index) => {
    const random = sample.random("outages", index);
    const kind = sample.preset.outages[index % sample.preset.outages.length];
    if (kind === undefined) throw new RangeError("The operator's shape names no kind of outage.");
    const startedAt =
      romeMidnightOf(sample.startAt + (index + 1) * stepMs) + (7 * 3600 + random.below(8 * 3600)) * secondMs;
    // About as long as the median repair, so that the many reports of an outage leave the tail of the repairs alone.
    const seconds = Math.floor((internetRepairMedian * (800 + random.below(400))) / 1000);
    const endedAt = startedAt + seconds * secondMs;
    const eventId = kind.event === undefined ? null : idOf(sample, "E", index);
    return { index, kind, region: random.pick(sample.preset.regions), startedAt, endedAt, eventId };
  });
}

/** The outages declared, a maintenance across the first edge, a strike, an event of another period, one still open. */
export function* events(sample: Sample): Iterable<Draft> {
  for (const { kind, eventId, startedAt, endedAt } of outagesOf(sample)) {
    if (eventId !== null && kind.event !== undefined) {
      yield event(eventId, startedAt, endedAt, kind.event, "dichiarazione di evento eccezionale");
    }
  }
  const { startAt, endAt } = sample;
  const id = (index: number) => idOf(sample, "E", 900 + index);
  yield event(
    id(0),
    startAt - 2 * hourMs,
    startAt + 3 * hourMs,
    "maintenance",
    "avviso ai clienti, preavviso 5 giorni",
  );
  yield event(id(1), startAt + 40 * dayMs, startAt + 41 * dayMs, "strike", "proclamazione di sciopero nazionale");
  yield event(id(2), startAt - 3 * dayMs, startAt - 2 * dayMs, "interference", "segnalazione all'ispettorato");
  yield event(id(3), endAt - 2 * dayMs, null, "authority", "ordinanza comunale");
}

function event(event_id: string, started_at: number, ended_at: number | null, kind: string, document: string): Draft {
  return { values: { event_id, started_at, ended_at, kind, document } };
}
