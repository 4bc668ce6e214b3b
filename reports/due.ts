/**
 * Until when reports and targets are owed. Days of the calendar and nothing else: whoever asks says which day it is.
 * No text that was read fixes the days after a half-year; the annual report goes with the company's accounts, and targets
 * are set before their year begins. All four are therefore settings of the profile.
 */
import { DateTime } from "luxon";
import type { Period } from "./period.ts";

export interface Deadlines {
  /** Days after the last day of a half-year: from the first number on its report is due soon, up to the second it is in time. */
  readonly alarm_days: number;
  readonly due_days: number;
  /** `mm-dd` of the year after the one reported: the annual report. */
  readonly annual: string;
  /** `mm-dd` of the year before the one they hold for: the targets. */
  readonly targets: string;
}

export const usualDeadlines: Deadlines = { alarm_days: 60, due_days: 90, annual: "06-30", targets: "12-31" };

/** ISO dates: the first day on which it is due soon, and the last one on which it is in time. */
export interface Due {
  readonly alarmOn: string;
  readonly on: string;
}

/** Of a half-year its report, of a year the annual one. */
export function dueOfPeriod({ half, year, lastDay }: Period, deadlines: Deadlines): Due {
  const { alarm_days: alarmDays, due_days: dueDays, annual } = deadlines;
  if (half === null) return dueOn(`${year + 1}-${annual}`, deadlines);
  return { alarmOn: addDays(lastDay, alarmDays), on: addDays(lastDay, dueDays) };
}

export function dueOfTargets(year: number, deadlines: Deadlines): Due {
  return dueOn(`${year - 1}-${deadlines.targets}`, deadlines);
}

/** What has a fixed day is due soon for as long as a half-year's report is. */
function dueOn(on: string, { alarm_days: alarmDays, due_days: dueDays }: Deadlines): Due {
  return { alarmOn: addDays(on, alarmDays - dueDays), on };
}

export type Standing = "in-time" | "due-soon" | "overdue";

export function standingOn(today: string, { alarmOn, on }: Due): Standing {
  if (today > on) return "overdue";
  return today >= alarmOn ? "due-soon" : "in-time";
}

/** 0 on the last day in time, -1 on the day after. */
export function daysLeft(today: string, { on }: Due): number {
  return dayOf(on).diff(dayOf(today), "days").days;
}

/** Whether every year has that day: `02-29` is none. */
export function isDayOfEveryYear(monthAndDay: string): boolean {
  return /^\d\d-\d\d$/.test(monthAndDay) && isDay(`2026-${monthAndDay}`);
}

/** `yyyy-mm-dd`, and on the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(text).isValid;
}

function addDays(day: string, days: number): string {
  return dayOf(day).plus({ days }).toISODate() as string;
}

/** A day as such, in a zone whose days are all equally long. */
function dayOf(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: "utc" });
}
