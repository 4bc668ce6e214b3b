import { plainScopeText } from "../../reports/scope.ts";
import { targetFigure } from "../../reports/target.ts";
import type { ReadTarget, TargetSheet } from "../../reports/target-sheet.ts";
import { many } from "../error-lists.ts";
import { jobError } from "../errors.ts";
import type { Profile } from "../profile.ts";
import { notAllowed } from "../profile-error.ts";
import { renewProfile } from "../renew-profile.ts";
import { targetSheet, writeTargetSheet } from "../target-sheet.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { operatorId, periodOf, profileOf, type Workspace, workspaceAt } from "../workspace.ts";
import type { Invocation } from "./context.ts";

/** The targets of a year; --sheet writes them to be signed; `renew YEAR` adds the next year's to the profile. */
export async function targetsCommand({ options, rest }: Invocation): Promise<Spoken> {
  const [what, year] = rest;
  if (what !== undefined && what !== "renew")
    throw jobError("bad-option", { words: `${notAllowed(what, ["renew"], "is nothing that targets can do")}.` });
  const workspace = workspaceAt(options.workspace, options.out);
  const profile = await profileOf(workspace, await operatorId(workspace, options, "targets"));
  const isDry = options["dry-run"] === true;
  if (what === "renew") return renewed(profile, workspace, year, isDry);
  const sheet = targetSheet(profile, yearOf(profile, options.period));
  return options.sheet === true ? written(profile, sheet, workspace, isDry) : listed(profile, sheet);
}

/** The year asked for, else the newest that any promise is of: the one to be looked at and signed next. */
function yearOf({ targets, commitments, charter }: Profile, asked: string | undefined): number {
  if (asked !== undefined) return periodOf(asked, "targets", new Date()).year;
  const years = [...targets, ...commitments].map(({ year }) => year);
  return years.length === 0 ? (charter.year ?? new Date().getFullYear()) : Math.max(...years);
}

function refuseEmpty({ id, targets, commitments, origin }: Profile): void {
  if (targets.length + commitments.length === 0) throw jobError("no-targets", { operator: id, file: origin.file });
}

async function renewed(
  profile: Profile,
  workspace: Workspace,
  text: string | undefined,
  isDry: boolean,
): Promise<Spoken> {
  if (text === undefined)
    throw jobError("missing-option", { command: "targets renew", option: "a year", example: "targets renew 2027" });
  if (!/^(20\d\d|2100)$/.test(text)) throw jobError("bad-year", { text, command: "targets renew" });
  refuseEmpty(profile);
  const year = Number(text);
  const { file, state, targets, commitments } = await renewProfile(
    { file: profile.origin.file, id: profile.id },
    workspace,
    { year, isDry },
  );
  const json = { operator: profile.id, year, profile: file, state, targets, commitments };
  if (state === "unchanged")
    return { json, text: `${profile.id} ${year}: ${file} holds all targets of ${year} already` };
  const verb = state === "written" ? "added to" : "would be added to";
  const lines = [
    `${profile.id} ${year}: ${count({ targets, commitments })} ${verb} ${file}`,
    "  The former ones stay where they are; reports of their years go on resting on them.",
    `  Edit values and words of ${year} there, then write the sheet to be signed: semestrale targets --sheet --period ${year}`,
  ];
  return { json, text: lines.join("\n") };
}

async function written(profile: Profile, sheet: TargetSheet, workspace: Workspace, isDry: boolean): Promise<Spoken> {
  refuseEmpty(profile);
  const { file, state } = await writeTargetSheet(sheet, workspace, { isDry });
  const json = {
    operator: profile.id,
    year: sheet.year,
    file,
    state,
    targets: sheet.targets.length,
    commitments: sheet.commitments.length,
  };
  return { json, text: `${profile.id} ${sheet.year}: sheet of ${count(sheet)}, ${state}: ${file}` };
}

function listed(profile: Profile, sheet: TargetSheet): Spoken {
  const years = [...new Set([...profile.targets, ...profile.commitments].map(({ year }) => year))].sort(
    (a, b) => a - b,
  );
  const json = {
    operator: profile.id,
    year: sheet.year,
    years,
    profile: profile.origin.file,
    targets: sheet.targets.map(entryOf),
    commitments: sheet.commitments,
  };
  const old = (year: number) => (year === sheet.year ? "" : `of ${year}, not renewed`);
  const rows = [
    ...sheet.targets.map((read) => [
      `  ${read.target.id}`,
      plainScopeText(targetFigure(read.target).replace(/\{(.*)\}$/, "$1")).trimEnd(),
      `${read.comparator} ${read.value} ${read.measure.unit}`,
      old(read.target.year),
    ]),
    ...sheet.commitments.map(({ name, section, value, unit, printed, year }) => [
      `  § ${section}`,
      name,
      `${printed === "bare" ? "" : `${printed} `}${value} ${unit}`,
      old(year),
    ]),
  ];
  const others = years.filter((year) => year !== sheet.year);
  const text = [
    `${profile.id} ${sheet.year}: ${count(sheet)}${others.length > 0 ? `; the profile holds those of ${others.join(", ")} too` : ""}`,
    ...(rows.length > 0 ? [tableText(rows)] : []),
  ];
  return { json, text: text.join("\n") };
}

interface Countable {
  readonly targets: readonly unknown[];
  readonly commitments: readonly unknown[];
}

function count({ targets, commitments }: Countable): string {
  const further = commitments.length > 0 ? `, ${many(commitments.length, "further commitment")}` : "";
  return `${many(targets.length, "target")}${further}`;
}

/** As published, and as it is judged. */
function entryOf({ target, measure, comparator, value, conflict }: ReadTarget) {
  return { ...target, judged: { comparator, value, unit: measure.unit, against_words: conflict } };
}
