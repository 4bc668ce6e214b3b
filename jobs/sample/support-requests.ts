/**
 * Requests to a support desk by urgency class, in the place of faults of lines: the night and the lunch hour, weekends
 * and holidays, with requests reported right before and after each, taken in charge on either side of their term.
 */
import { reportColumns } from "./fault-columns.ts";
import { placeOf } from "./lines.ts";
import type { SupportClass, SupportDesk } from "./presets.ts";
import type { Curve, Random } from "./random.ts";
import { createRhythm, hours } from "./rhythm.ts";
import { dayMs, hourMs, romeMidnight, romeMidnightOf, secondMs } from "./rome-calendar.ts";
import { countOf, type Draft, idOf, type Sample } from "./sample.ts";
import { holidaysOf, isWorkingDay, workingDayAfter } from "./working-days.ts";

/** The desk's day, as seconds since midnight; the lunch hour lies between its parts. */
const deskHours: Curve = [
  [0, 8 * 3600],
  [600, 13 * 3600 - 1],
  [600, 14 * 3600],
  [1000, 18 * 3600 + 1799],
];
const repairSeconds: Curve = [
  [0, 600],
  [500, 3 * 3600],
  [900, 20 * 3600],
  [1000, 90 * 3600],
];
const causes = [
  ["network", 450],
  ["customer_equipment", 300],
  ["information", 150],
  ["none_found", 100],
] as const;

export function* supportRequests(sample: Sample, desk: SupportDesk): Iterable<Draft> {
  const inPeriod = countOf(sample, desk.requests);
  const weighted = desk.classes.map((one) => [one, one.weight] as const);
  const { faultWeekdays: weekdays, faultSeason: season, edgeRows } = sample.parameters;
  const rhythm = createRhythm(sample, { inPeriod, weekdays, season, hours: hours.allDay });
  for (let index = 0; index < rhythm.rows; index += 1) {
    const random = sample.random("support_requests", index);
    const given = random.pick(weighted);
    const at = rhythm.at(index, random);
    const reportedAt = rhythm.isPinned(index) || given.term?.unit === "seconds" ? at : inDeskHours(random, at, desk);
    yield request(sample, index, { given, reportedAt, takenAt: takenAt(random, given, reportedAt, desk) });
  }
  if (!edgeRows) return;
  for (const [index, edge] of edges(sample, desk).entries()) yield request(sample, rhythm.rows + index, edge);
}

interface Request {
  readonly given: SupportClass;
  readonly reportedAt: number;
  readonly takenAt: number | null;
}

function request(sample: Sample, index: number, { given, reportedAt, takenAt }: Request): Draft {
  const random = sample.random("support_columns", index);
  const isOpen = takenAt === null || random.perMille(sample.parameters.openFaults);
  const values = {
    ...reportColumns(sample, random, idOf(sample, "T", index)),
    ...placeOf(sample, random),
    channel: random.pick(given.channels),
    under_contract: random.perMille(given.underContract) ? 1 : 0,
    urgency: given.urgency,
    reported_by: random.perMille(sample.parameters.operatorFoundFaults) ? "operator" : "customer",
    reported_at: reportedAt,
    taken_charge_at: takenAt,
    wholesaler_closed_at: null,
    restored_at: isOpen ? null : takenAt + random.draw(repairSeconds) * secondMs,
    cause: random.pick<string>(causes),
    event_id: null,
    suspended_seconds: null,
    contract_hours: null,
    extent: null,
  };
  return { values };
}

/** Whoever has no PIN is answered when the desk is open: at night, at lunch and on holidays nobody takes the call. */
function inDeskHours(random: Random, at: number, { patrons }: SupportDesk): number {
  const day = isWorkingDay(at, patrons) ? romeMidnightOf(at) : workingDayAfter(at, 0, patrons);
  return day + random.draw(deskHours) * secondMs;
}

/** All but a few within the class’s term; fewer never. */
function takenAt(random: Random, { term }: SupportClass, reportedAt: number, { patrons }: SupportDesk): number | null {
  if (random.perMille(15)) return null;
  const isLate = random.perMille(30);
  if (term === undefined) return reportedAt + random.below(20 * 24) * hourMs;
  if (term.unit === "seconds") {
    const seconds = isLate ? term.most + 1 + random.below(2 * term.most) : 60 + random.below(term.most - 60);
    return reportedAt + seconds * secondMs;
  }
  const days = isLate ? term.most + 1 + random.below(3) : random.below(term.most + 1);
  const day = workingDayAfter(reportedAt, days, patrons);
  return Math.max(day + random.draw(deskHours) * secondMs, reportedAt + 60 * secondMs);
}

/** Each class at its term and one step to either side; and before, in and after each holiday, weekend, night and lunch. */
function edges(sample: Sample, { classes, patrons }: SupportDesk): readonly Request[] {
  const { year, half } = sample.parameters;
  const inside = (day: string) => Number(day.slice(5, 7)) <= 6 === (half === 1);
  const monday = romeMidnightOf(romeMidnight(year, half === 1 ? 2 : 9, 10));
  const found: Request[] = [];
  for (const given of classes) {
    const { term } = given;
    if (term === undefined) continue;
    if (term.unit === "seconds") {
      const clock = [12, 13, 18, 23].map((hour) => monday + hour * hourMs + 1_799 * secondMs);
      for (const reportedAt of clock)
        for (const step of [-1, 0, 1])
          found.push({ given, reportedAt, takenAt: reportedAt + (term.most + step) * secondMs });
      continue;
    }
    for (const day of [...holidaysOf(year, patrons).filter(inside), "weekend"]) {
      const holiday = day === "weekend" ? workingDayAfter(monday, 4, patrons) + dayMs : Date.parse(`${day}T00:00:00Z`);
      const eve = romeMidnightOf(holiday, -1) + 17 * hourMs + 3_599 * secondMs;
      for (const reportedAt of [eve, romeMidnightOf(holiday) + 10 * hourMs])
        for (const step of [0, 1]) {
          const taken = workingDayAfter(reportedAt, term.most + step, patrons);
          found.push({ given, reportedAt, takenAt: taken + (step === 0 ? 18 : 8) * hourMs });
        }
    }
  }
  return found;
}
