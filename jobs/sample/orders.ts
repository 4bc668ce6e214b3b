/** Activation orders: completed in the rhythm of the technicians' days, begun as many days before as they took. */
import { placeOf } from "./lines.ts";
import type { Random } from "./random.ts";
import { createRhythm, hours, type Rhythm } from "./rhythm.ts";
import { hourMs, romeDay, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import { countOf, type Draft, idOf, type Sample } from "./sample.ts";
import type { SuspendedCase } from "./suspensions.ts";

const orderTypes = [
  ["new_line", 330],
  ["active_line_same_operator", 120],
  ["active_line_other_operator", 180],
  ["operator_change", 150],
  ["relocation", 80],
  ["takeover", 50],
  ["reactivation", 40],
  ["change", 50],
] as const;

const delayReasons = [
  ["attesa permessi, condominio", 3],
  ['cliente assente: "non risponde"', 2],
  ["linea da bonificare", 3],
  ["scavo in corso\npermesso comunale", 1],
] as const;

const lateDays = [
  [0, 1],
  [500, 4],
  [900, 15],
  [1000, 60],
] as const;

export function* activationOrders(sample: Sample): Iterable<Draft> {
  for (const { draft } of orders(sample)) yield draft;
}

/** The orders whose clock stopped by rows of the table of suspensions. */
export function* suspendedOrders(sample: Sample): Iterable<SuspendedCase> {
  for (const { suspended } of orders(sample)) if (suspended !== undefined) yield suspended;
}

function* orders(sample: Sample) {
  const { orderWeekdays: weekdays, orderSeason: season, orders: perMille } = sample.parameters;
  const inPeriod = countOf(sample, perMille);
  const rhythm = createRhythm(sample, { inPeriod, weekdays, season, hours: hours.officeHours });
  for (let index = 0; index < rhythm.rows; index += 1) yield orderAt(sample, rhythm, index);
}

function orderAt(sample: Sample, rhythm: Rhythm, index: number) {
  const { parameters } = sample;
  const random = sample.random("activation_orders", index);
  const place = placeOf(sample, random);
  const terms = sample.preset.activation[place.technology] ?? { contractDays: 30, days: [[1000, 20]] as const };
  const doneAt = rhythm.at(index, random);
  const late = random.perMille(
    place.service === "internet" ? parameters.lateInternetOrders : parameters.lateVoiceOrders,
  );
  const requestedLater = random.perMille(parameters.requestedLaterOrders);
  const stop = stopOf(sample, random);

  // What the customer stopped comes on top of the days the operator needs, so that the net days keep their shape.
  let days = late ? terms.contractDays + random.draw(lateDays) : random.draw(terms.days);
  if (stop.by === "rows") days = Math.max(days, 2);
  days += stop.days + (requestedLater ? 15 + random.below(45) : 0);
  const beganAt = timeOfDay(random, romeMidnightOf(doneAt, -days), doneAt);

  const id = idOf(sample, "O", index);
  const values = {
    order_id: id,
    ...place,
    order_type: random.pick(orderTypes),
    priority: random.perMille(30) ? 1 : random.perMille(700) ? 0 : null,
    ...clockStarts(random, place.service, beganAt, doneAt),
    agreed_on: random.perMille(100) ? null : agreedOn(sample, random, doneAt),
    contract_days: random.perMille(20) ? null : terms.contractDays,
    customer_requested_later: requestedLater ? 1 : 0,
    suspended_days: stop.by === "column" ? stop.days : stop.by === "rows" && random.perMille(250) ? 1 : null,
    delay_reason: late ? random.pick(delayReasons) : null,
    ...ends(sample, random, doneAt, rhythm.isPinned(index)),
  };
  const draft: Draft = stop.by === "rows" ? { values, spared: "negative" } : { values };
  const suspended =
    stop.by === "rows"
      ? { table: "activation_orders" as const, id, beganAt, doneAt, days: stop.days, random: `order-stops/${index}` }
      : undefined;
  return { draft, suspended };
}

/** Whether and how the clock stopped, and for how many whole days. */
function stopOf({ parameters }: Sample, random: Random): { by: "rows" | "column" | "none"; days: number } {
  const chance = random.below(1000);
  if (chance < parameters.suspendedCases) return { by: "rows", days: 1 + random.below(6) };
  const byColumn = chance < parameters.suspendedCases + parameters.suspendedByColumn;
  return byColumn ? { by: "column", days: 1 + random.below(6) } : { by: "none", days: 0 };
}

/** A time from 8 in the morning of the day, or before where the order was done earlier than that. */
function timeOfDay(random: Random, midnight: number, doneAt: number): number {
  const latest = Math.min(20 * hourMs, doneAt - midnight);
  const earliest = Math.min(8 * hourMs, latest);
  return midnight + earliest + random.below(Math.floor((latest - earliest) / secondMs) + 1) * secondMs;
}

/** Internet is clocked from registration, voice from the customer's order: either begins at `beganAt`. */
function clockStarts(random: Random, service: "internet" | "voice", beganAt: number, doneAt: number) {
  const apartMs = random.below(40 * 3600) * secondMs;
  if (random.perMille(50)) return { ordered_at: null, registered_at: beganAt };
  if (service === "internet") return { ordered_at: beganAt - apartMs, registered_at: beganAt };
  return { ordered_at: beganAt, registered_at: Math.min(beganAt + apartMs, doneAt) };
}

function agreedOn(sample: Sample, random: Random, doneAt: number): string {
  const missed = random.perMille(sample.parameters.agreedMissed);
  return romeDay(romeMidnightOf(doneAt, missed ? -1 - random.below(6) : random.below(3)));
}

/** Completed, still open, cancelled in place of completion, or cancelled after it. */
function ends({ parameters }: Sample, random: Random, doneAt: number, pinned: boolean) {
  const chance = pinned ? 1000 : random.below(1000);
  if (chance < parameters.openOrders) return { completed_at: null, cancelled_at: null };
  if (chance >= parameters.openOrders + parameters.cancelledOrders) return { completed_at: doneAt, cancelled_at: null };
  if (random.perMille(650)) return { completed_at: null, cancelled_at: doneAt };
  return { completed_at: doneAt, cancelled_at: doneAt + random.below(15 * 24) * hourMs };
}
