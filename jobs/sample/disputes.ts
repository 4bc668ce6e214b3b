/** Disputes of charges, of the invoices issued until then: by letter, by phone and otherwise, with and without a trace. */
import { invoiceAt, invoicesInPeriod } from "./invoices.ts";
import { linesOf, servicesOf } from "./lines.ts";
import type { Random } from "./random.ts";
import { createRhythm, hours } from "./rhythm.ts";
import { romeDay, romeMidnightOf } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";

type Service = "internet" | "voice";

const outcomes = [
  ["open", 150],
  ["upheld", 400],
  ["rejected", 350],
  ["withdrawn", 100],
] as const;

export function* billingDisputes(sample: Sample): Iterable<Draft> {
  for (const service of servicesOf(sample)) {
    const { internetDisputeRate, voiceDisputeRate } = sample.parameters;
    const rate = service === "internet" ? internetDisputeRate : voiceDisputeRate;
    const inPeriod = Math.ceil((invoicesOf(sample, service) * rate) / 10_000);
    const rhythm = createRhythm(sample, { inPeriod, hours: hours.officeHours });
    for (let index = 0; index < rhythm.rows; index += 1) {
      const random = sample.random(`billing_disputes/${service}`, index);
      const received_at = rhythm.at(index, random);
      const dispute_id = idOf(sample, service === "internet" ? "DI" : "DV", index);
      const invoice_id = random.perMille(40) ? null : invoiceOf(sample, service, index, received_at);
      const how = channelOf(sample, random);
      const end = outcomeOf(random, received_at);
      yield {
        values: {
          dispute_id,
          invoice_id,
          service,
          received_at,
          ...how,
          kind: random.pick(sample.ways.disputeKinds),
          ...end,
        },
      };
    }
  }
}

/** About as many invoices as bill the service: those of its lines, and of the others' one in three bills both. */
function invoicesOf(sample: Sample, service: Service): number {
  const share = linesOf(sample, service) / Math.max(1, sample.parameters.size);
  return Math.floor(invoicesInPeriod(sample) * (share + (1 - share) * 0.35));
}

/** An invoice that bills the service and was issued by then; the one disputed before; or one of an earlier period. */
function invoiceOf(sample: Sample, service: Service, index: number, receivedAt: number): string {
  const random = sample.random(`disputed-invoices/${service}`, index);
  if (index > 0 && random.perMille(sample.parameters.repeatedDisputes)) {
    return invoiceOf(sample, service, index - 1, receivedAt);
  }
  const inside = invoicesInPeriod(sample);
  const lengthMs = sample.endAt - sample.startAt;
  const months = Math.floor(((receivedAt - sample.startAt) * 6) / lengthMs);
  const issued = Math.floor((inside * Math.min(months, 6)) / 6);
  if (issued <= 0 || random.perMille(60)) return `F-PREC-${String(random.below(1_000_000)).padStart(7, "0")}`;
  const start = random.below(issued);
  for (let step = 0; step < 50; step += 1) {
    const invoice = invoiceAt(sample, (start + step) % inside);
    if (invoice.services.includes(service)) return invoice.invoice_id;
  }
  return invoiceAt(sample, start).invoice_id;
}

function channelOf({ parameters, ways }: Sample, random: Random) {
  const chance = random.below(1000);
  if (chance < parameters.phoneDisputes) return { channel: "phone", traceable: random.perMille(150) ? 1 : 0 };
  if (chance < parameters.phoneDisputes + parameters.letterDisputes) return { channel: "letter", traceable: 1 };
  const channel = random.pick(ways.disputeChannels);
  return { channel, traceable: channel === "counter" && random.perMille(500) ? 0 : 1 };
}

function outcomeOf(random: Random, receivedAt: number) {
  const outcome = random.pick(outcomes);
  if (outcome === "open") return { outcome, decided_on: null, credited_on: null };
  const decidedAt = romeMidnightOf(receivedAt, 5 + random.below(40));
  const credited = outcome === "upheld" && random.perMille(850);
  const creditedAt = romeMidnightOf(decidedAt, random.below(30));
  return { outcome, decided_on: romeDay(decidedAt), credited_on: credited ? romeDay(creditedAt) : null };
}
