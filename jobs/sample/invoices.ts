/** Invoices, issued in the first days of every month, with credit notes and proforma among them. */
import { regionAndClass, servicesOf } from "./lines.ts";
import { romeDay, romeMidnight, romeMidnightOf } from "./rome-calendar.ts";
import { type Draft, idOf, type Sample } from "./sample.ts";

const documents = (sample: Sample) => {
  const { creditNotes, proforma } = sample.parameters;
  return [
    ["invoice", 1000 - creditNotes - proforma],
    ["credit_note", creditNotes],
    ["proforma", proforma],
  ] as const;
};

/** Documents issued within the period; those outside it and the pinned ones come on top. */
export function invoicesInPeriod(sample: Sample): number {
  return Math.ceil(sample.parameters.size * sample.parameters.invoices);
}

export function* invoices(sample: Sample): Iterable<Draft> {
  const inside = invoicesInPeriod(sample);
  const outside = Math.ceil((inside * 20) / 1000);
  const kinds = documents(sample);
  for (let index = 0; index < inside + outside + sample.pins.length; index += 1) {
    const random = sample.random("invoices/document", index);
    const { invoice_id, services } = invoiceAt(sample, index);
    const issued_on = issuedOn(sample, index, inside, outside);
    const document = random.pick(kinds);
    yield { values: { invoice_id, services, ...regionAndClass(sample, random), issued_on, document } };
  }
}

/** What a dispute needs to know of an invoice. */
export function invoiceAt(sample: Sample, index: number) {
  const random = sample.random("invoices", index);
  const { service } = random.pick(sample.preset.lines);
  const both = random.perMille(350) && servicesOf(sample).length > 1;
  return { invoice_id: idOf(sample, "F", index), services: both ? "internet+voice" : service };
}

/** The month of an invoice of the period, from 0 to 5; they are numbered in the order of issue. */
export function monthOfInvoice(index: number, inside: number): number {
  return Math.floor((index * 6) / inside);
}

function issuedOn(sample: Sample, index: number, inside: number, outside: number): string {
  const { year, half, marginDays } = sample.parameters;
  if (index < inside) {
    const month = (half === 1 ? 1 : 7) + monthOfInvoice(index, inside);
    return romeDay(romeMidnight(year, month, 1 + (index % 5)));
  }
  const pinned = sample.pins[index - inside - outside];
  if (pinned !== undefined) return romeDay(pinned);
  const days = marginDays === 0 ? 0 : 1 + (index % marginDays);
  return romeDay(index % 2 === 0 ? romeMidnightOf(sample.startAt, -days) : romeMidnightOf(sample.endAt, days - 1));
}
