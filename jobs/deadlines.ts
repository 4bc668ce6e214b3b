/** The days by which reports and targets are owed, as a profile may set them; see reports/due.ts. */
import { z } from "zod";
import { isDayOfEveryYear, usualDeadlines } from "../reports/due.ts";
import { mapping } from "./profile-shapes.ts";

const days = z.int().min(0).max(366);
const dayOfYear = z.string().refine(isDayOfEveryYear, 'must be a day that every year has, as "06-30": month, then day');

export const deadlines = mapping({
  alarm_days: days.default(usualDeadlines.alarm_days),
  due_days: days.default(usualDeadlines.due_days),
  annual: dayOfYear.default(usualDeadlines.annual),
  targets: dayOfYear.default(usualDeadlines.targets),
})
  .refine(
    ({ alarm_days: alarm, due_days: due }) => alarm <= due,
    "alarm_days is more than due_days: the alarm would ring after the report is due",
  )
  .default(usualDeadlines);
