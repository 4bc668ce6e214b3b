/** Complaints: those made by telephone to a desk, and those of every channel with the time of their answer. */
import { linesOf } from "./lines.ts";
import type { Curve } from "./random.ts";
import { createRhythm, hours } from "./rhythm.ts";
import { hourMs, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import { countOf, type Draft, idOf, type Sample } from "./sample.ts";

const furtherCalls: Curve = [
  [0, 1],
  [800, 2],
  [1000, 6],
];
const answerDays: Curve = [
  [0, 1],
  [500, 9],
  [900, 24],
  [970, 29],
  [1000, 60],
];

export function* phoneComplaints(sample: Sample): Iterable<Draft> {
  const { phoneComplaints: perMille, callWeekdays: weekdays, callSeason: season } = sample.parameters;
  const inPeriod = countOf(sample, perMille);
  const rhythm = createRhythm(sample, { inPeriod, weekdays, season, hours: hours.openingHours });
  for (let index = 0; index < rhythm.rows; index += 1) {
    const random = sample.random("phone_complaints", index);
    const { number, purpose, solvedAtFirstCall } = random.pick(sample.preset.desks);
    const received_at = rhythm.at(index, random);
    const closed = received_at + (60 + random.below(20 * 24 * 3600)) * secondMs;
    const values = {
      complaint_id: idOf(sample, "R", index),
      number,
      purpose,
      received_at,
      closed_at: random.perMille(50) ? null : closed,
      further_calls: random.perMille(solvedAtFirstCall) ? 0 : random.draw(furtherCalls),
    };
    yield { values };
  }
}

export function* complaints(sample: Sample): Iterable<Draft> {
  const internetShare = Math.floor((linesOf(sample, "internet") * 1000) / Math.max(1, sample.parameters.size));
  const inPeriod = countOf(sample, sample.parameters.complaints);
  const weekdays = sample.parameters.callWeekdays;
  const rhythm = createRhythm(sample, { inPeriod, weekdays, hours: hours.officeHours });
  for (let index = 0; index < rhythm.rows; index += 1) {
    const random = sample.random("complaints", index);
    const received_at = rhythm.at(index, random);
    const days = random.draw(answerDays);
    const open = random.perMille(60);
    const answeredAt = romeMidnightOf(received_at, days) + (9 + random.below(9)) * hourMs;
    const channel = random.pick(sample.ways.complaintChannels);
    const values = {
      complaint_id: idOf(sample, "W", index),
      service: random.perMille(internetShare) ? "internet" : "voice",
      channel,
      kind: random.pick(sample.ways.complaintKinds),
      received_at,
      taken_charge_at: random.perMille(40) ? null : received_at + (1 + random.below(24)) * hourMs,
      interim_at: days > 15 ? romeMidnightOf(received_at, 12) + 11 * hourMs : null,
      answered_at: open ? null : answeredAt,
      written: channel === "phone" ? 0 : 1,
      outcome: open ? "open" : random.perMille(450) ? "upheld" : "rejected",
    };
    yield { values };
  }
}
