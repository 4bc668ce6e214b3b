/** The status of operators as a table to read, and the sums in one line under it. */
import type { OperatorStatus, TargetsStatus } from "./status.ts";
import type { DueStatus, PeriodStatus } from "./status-period.ts";
import { tableText } from "./terminal.ts";

export interface StatusSums {
  readonly overdue: number;
  readonly dueSoon: number;
  /** Periods whose data moved after they were published, and years whose halves did. */
  readonly moved: number;
}

export function statusText(operators: readonly OperatorStatus[], today: string): string {
  const { overdue, dueSoon, moved } = sumsOf(operators);
  const sums = [
    `${overdue} overdue`,
    `${dueSoon} due soon`,
    ...(moved === 0 ? [] : [`${moved} moved since published`]),
  ];
  const blocks = operators.map((operator) => [headOf(operator), tableOf(operator)].join("\n"));
  return [...blocks, `On ${today}: ${sums.join(", ")}. ${nextWords(operators)}`].join("\n\n");
}

export function sumsOf(operators: readonly OperatorStatus[]): StatusSums {
  const entries = operators.flatMap(({ periods, targets }) => [...periods, ...targets]);
  const count = (standing: PeriodStatus["standing"]) => entries.filter((entry) => entry.standing === standing).length;
  const moved = operators.flatMap(({ periods }) =>
    periods.filter(({ state }) => state === "changed" || state === "to-redo"),
  );
  return { overdue: count("overdue"), dueSoon: count("due-soon"), moved: moved.length };
}

export interface NextDue {
  readonly operator: string;
  /** `2026-S2`, `2026`, or `targets 2027`. */
  readonly what: string;
  readonly on: string;
  readonly daysLeft: number;
}

/** What is due next of all that is not over yet. */
export function nextDue(operators: readonly OperatorStatus[]): NextDue | null {
  const open = operators.flatMap(({ operator, periods, targets }) =>
    [...periods, ...targets].flatMap((entry) =>
      entry.due !== null && (entry.standing === "in-time" || entry.standing === "due-soon")
        ? [{ operator, what: nameOf(entry), on: entry.due.on, daysLeft: entry.due.daysLeft }]
        : [],
    ),
  );
  return open.sort((a, b) => a.daysLeft - b.daysLeft)[0] ?? null;
}

function nextWords(operators: readonly OperatorStatus[]): string {
  const next = nextDue(operators);
  if (next === null) return "Nothing further is due.";
  return `Next: ${next.operator} ${next.what}, by ${next.on} (${daysWords(next.daysLeft)} left).`;
}

function headOf({ operator, name, subject, problem }: OperatorStatus): string {
  const head = name === null || name === operator ? operator : `${operator}: ${name}`;
  const lines = [subject ? head : `${head}; owes the Authority no report`];
  if (problem !== null) lines.push(`  ${problem}`, "  The usual deadlines stand in for those of the profile.");
  return lines.join("\n");
}

const head = ["  what", "state", "due", "", "missed", "bad rows", "notes"];

function tableOf({ periods, targets }: OperatorStatus): string {
  const rows = [...periods, ...targets]
    .map((entry) => ({ entry, cells: "period" in entry ? periodCells(entry) : targetsCells(entry) }))
    .sort((a, b) => compare(dueKey(a.entry), dueKey(b.entry)))
    .map(({ cells }) => cells);
  return tableText([head, ...rows]);
}

/** By due date; where nothing is owed, by the end of the period. */
function dueKey(entry: PeriodStatus | TargetsStatus): string {
  return entry.due?.on ?? ("endsOn" in entry ? entry.endsOn : `${entry.year}`);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function nameOf(entry: PeriodStatus | TargetsStatus): string {
  return "period" in entry ? entry.period : `targets ${entry.year}`;
}

function periodCells(status: PeriodStatus): readonly string[] {
  const report = status.published ?? status.draft;
  const quarantined = report === null ? status.snapshot?.quarantined : report.quarantined;
  return [
    `  ${status.period}`,
    stateWords(status),
    ...dueCells(status),
    report?.missed == null ? "" : String(report.missed),
    quarantined == null ? "" : String(quarantined),
    status.notes.join("; "),
  ];
}

function targetsCells(status: TargetsStatus): readonly string[] {
  const { set, of, year, newest } = status;
  const notes =
    newest === null || (set === of && of > 0)
      ? ""
      : set === 0
        ? `the newest are of ${newest}`
        : `\`semestrale targets renew ${year}\` adds the other ${of - set}`;
  const words = of === 0 ? "none in the profile" : `${set === 0 ? "none" : set} of ${of} set`;
  return [`  targets ${year}`, words, ...dueCells(status), "", "", notes];
}

function stateWords({ state, published, draft, beginsOn, endsOn, snapshot }: PeriodStatus): string {
  switch (state) {
    case "none":
      return "no data";
    case "ahead":
      return `begins on ${beginsOn}`;
    case "running":
      return `runs until ${endsOn}`;
    case "sealed":
      return snapshot === null ? "halves sealed, no report" : `sealed on ${snapshot.pulledOn}, no report`;
    case "draft":
      return `draft r${draft?.revision}`;
    case "published":
      return `published r${published?.revision} (${published?.writtenOn})`;
    case "changed":
      return `published r${published?.revision}, data changed since`;
    case "incomplete":
      return "waits for its halves";
    case "to-redo":
      return published === null
        ? `draft r${draft?.revision}, to be redone`
        : `published r${published.revision}, to be redone`;
    case "unreadable":
      return "cannot be read";
    default:
      return state satisfies never;
  }
}

function dueCells({
  due,
  standing,
}: {
  readonly due: DueStatus | null;
  readonly standing: PeriodStatus["standing"];
}): readonly [string, string] {
  if (due === null) return ["", "not owed"];
  switch (standing) {
    case "done":
      return [due.on, "done"];
    case "overdue":
      return [due.on, `OVERDUE by ${daysWords(-due.daysLeft)}`];
    case "due-soon":
      return [due.on, due.daysLeft === 0 ? "due TODAY" : `due soon: ${daysWords(due.daysLeft)} left`];
    case "in-time":
      return [due.on, `${daysWords(due.daysLeft)} left`];
    case "not-owed":
      return ["", "not owed"];
    default:
      return standing satisfies never;
  }
}

const daysWords = (days: number): string => `${days} day${days === 1 ? "" : "s"}`;
