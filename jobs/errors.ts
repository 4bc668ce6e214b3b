/** Every way a command can fail, as data: code → exit code and sentence. Nothing else in jobs/ decides an exit code. */

import { lines, list } from "./error-lists.ts";
import { type RemarkParameters, remarkErrors } from "./errors-remarks.ts";
import { type VerifyParameters, verifyErrors } from "./errors-verify.ts";

export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  refused: 3,
  unreachable: 4,
  locked: 5,
  mismatch: 6,
  missed: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

interface Parameters extends RemarkParameters, VerifyParameters {
  "no-command": { known: readonly string[] };
  "unknown-command": { words: string };
  "bad-option": { words: string };
  "stray-words": { command: string; words: readonly string[] };
  "acts-elsewhere": { command: string };
  "missing-option": { command: string; option: string; example: string };
  "no-workspace": { folder: string };
  "which-operator": { command: string; folder: string; known: readonly string[] };
  "bad-period": { text: string };
  "bad-operator": { id: string };
  "profile-of-another": { id: string; file: string; says: string };
  "no-profile": { id: string; looked: readonly string[]; known: readonly string[] };
  "unknown-act": { act: string; file: string; known: readonly string[] };
  "bad-zone": { zone: string; file: string };
  "no-secret": { variable: string };
  "folder-in-use": { path: string };
  "lock-held": { operator: string; period: string; pid: number; host: string; since: string; path: string };
  "missing-tables": { tables: readonly string[]; origin: string; profile: string };
  "all-empty": { origin: string; period: string; outside: number };
  "all-quarantined": {
    tables: readonly { readonly table: string; readonly rows: number; readonly reasons: string }[];
    quarantine: string | undefined;
  };
  "lines-missing": { service: string; months: readonly string[] };
  "no-snapshot": { operator: string; period: string; folder: string };
  "snapshot-altered": { file: string };
  "nothing-published": { operator: string; period: string; folder: string };
  "nothing-reported": { operator: string; period: string; folder: string };
  "unknown-figure": { words: string; list: string };
  "explained-differs": {
    name: string;
    folder: string;
    was: string | null;
    is: string | null | undefined;
  };
  "nothing-late": { name: string };
  "bad-evidence": { why: string };
  "sensitivity-differs": { folder: string; figures: readonly string[] };
  "no-such-act": { words: string };
  "acts-not-whole": { findings: readonly string[] };
  "published-differs": { operator: string; period: string; revision: number; moved: readonly string[] };
  "read-back": { file: string; differences: readonly string[] };
  "page-unwritten": { folder: string; why: string };
  "unverified-act": { acts: readonly string[] };
  "targets-missed": { missed: number };
  "year-is-not-pulled": { year: number };
  "half-missing": { operator: string; period: string; half: string };
  "bad-year": { text: string; command: string };
  "no-targets": { operator: string; file: string };
  "nothing-to-renew": { file: string; year: number; years: readonly number[] };
  "cannot-renew": { file: string; why: string };
  "bad-day": { text: string };
}

export type ErrorCode = keyof Parameters;

const catalogue: { readonly [C in ErrorCode]: readonly [ExitCode, (parameters: Parameters[C]) => string] } = {
  ...remarkErrors,
  ...verifyErrors,
  "no-command": [2, ({ known }) => `Say what to do: ${list(known, 20)}. \`semestrale --help\` explains them.`],
  "unknown-command": [2, ({ words }) => `${words}. \`semestrale --help\` explains them.`],
  "bad-option": [2, ({ words }) => `${words} \`semestrale --help\` lists the options.`],
  "stray-words": [
    2,
    ({ command, words }) =>
      `${command} does not know what to do with ${list(words.map((word) => `"${word}"`))}. \`semestrale --help\` lists the options; nothing was done.`,
  ],
  "acts-elsewhere": [
    2,
    ({ command }) =>
      `${command} does not take --acts: what is published or verified follows the acts of the profile, else those in force. \`semestrale report --acts A,B\` reports a sealed snapshot under others, for reading only.`,
  ],
  "missing-option": [2, ({ command, option, example }) => `${command} needs ${option}, for example ${example}.`],
  "no-workspace": [
    2,
    ({ folder }) =>
      `There is no folder ${folder}. Check --workspace, or write a workspace with \`semestrale init ${folder}\`.`,
  ],
  "which-operator": [
    2,
    ({ command, folder, known }) =>
      known.length === 0
        ? `${command} needs --operator ID: ${folder} holds no profile. Check --workspace, or write one with \`semestrale init\`.`
        : `${command} needs --operator ID, because ${folder} holds several: ${list(known)}. For example --operator ${known[0]}.`,
  ],
  "bad-period": [
    2,
    ({ text }) => `"${text}" is no period. Use a half-year such as 2026-S1 or 2026-S2, a year such as 2026, or last.`,
  ],
  "bad-operator": [
    2,
    ({ id }) =>
      `"${id}" is no operator id. An id has lower-case letters, digits and hyphens, and begins with a letter.`,
  ],
  "profile-of-another": [
    2,
    ({ id, file, says }) =>
      `${file}: the profile says \`id: ${says}\`, and the file's name says ${id}. Make both the same: figures and folders go by it.`,
  ],
  "no-profile": [
    2,
    ({ id, looked, known }) =>
      `There is no profile of operator ${id}: looked for ${list(looked)}. Known operators: ${list(known)}. \`semestrale init\` writes a profile to start from.`,
  ],
  "unknown-act": [2, ({ act, file, known }) => `${file}: act "${act}" is not known. Known acts: ${list(known)}.`],
  "bad-zone": [2, ({ zone, file }) => `${file}: "${zone}" is no time zone. Use a name such as Europe/Rome or UTC.`],
  "no-secret": [
    2,
    ({ variable }) =>
      `The profile takes the database password from the environment variable ${variable}, which is not set. Set it for this run.`,
  ],
  "folder-in-use": [
    2,
    ({ path }) => `${path} is not empty. Choose a new folder, or empty this one; nothing was written.`,
  ],
  "lock-held": [
    5,
    ({ operator, period, pid, host, since, path }) =>
      `Another run (process ${pid} on ${host}, since ${since}) is at work on ${operator} ${period}; this one did nothing. Wait for its end and run again; if no such process runs on ${host}, delete ${path}.`,
  ],
  "missing-tables": [
    3,
    ({ tables, origin, profile }) =>
      `${origin} has no ${list(tables)}, which the acts reported need; nothing was sealed or published. Add ${tables.length > 1 ? "them" : "it"} to the source, or, if the operator has no such data, name ${tables.length > 1 ? "them" : "it"} under \`none:\` in ${profile}.`,
  ],
  "all-empty": [
    3,
    ({ origin, period, outside }) =>
      outside === 0
        ? `Every table of ${origin} is empty, so there is nothing to report for ${period}. Check the export; nothing was sealed.`
        : `No row of ${origin} belongs to ${period}: all ${outside} are of other periods. Check --period and the export; nothing was sealed.`,
  ],
  "all-quarantined": [
    3,
    ({ tables, quarantine }) =>
      `${tables.map(({ table, rows, reasons }) => `${rows === 1 ? `The only row of ${table} in the period is` : `All ${rows} rows of ${table} in the period are`} bad (${reasons})`).join(". ")}. The export is probably wrong as a whole, and nothing was sealed. ${quarantine === undefined ? "Run again without --dry-run to have each row and its reason in a file." : `Each row with its reason is in ${quarantine}; mend the export and run again.`}`,
  ],
  "lines-missing": [
    3,
    ({ service, months }) =>
      `access_lines has no row of service ${service} in ${list(months)}: the mean of the lines, and with it the fault rate, would be wrong. Nothing was published. Add the months to access_lines and run again; while the period runs, wait for its end.`,
  ],
  "no-snapshot": [
    2,
    ({ operator, period, folder }) =>
      `There is no snapshot of ${operator} ${period} in ${folder}. Run \`semestrale pull\` first, with the same --operator, --period and --workspace.`,
  ],
  "snapshot-altered": [
    6,
    ({ file }) =>
      `${file} is not the file that was sealed: its SHA-256 differs from the manifest's. Restore the snapshot from a copy; it is not used.`,
  ],
  "nothing-published": [
    2,
    ({ operator, period, folder }) =>
      `Nothing is published for ${operator} ${period}: there is no ${folder}. Check --operator, --period and --out; \`semestrale run\` publishes.`,
  ],
  "nothing-reported": [
    2,
    ({ operator, period, folder }) =>
      `There is no report of ${operator} ${period} to explain, neither published in ${folder} nor a draft. Check --operator, --period and --out; \`semestrale run\` makes one.`,
  ],
  "unknown-figure": [2, ({ words, list }) => `${words}. \`${list}\` lists all figures of the report.`],
  "explained-differs": [
    6,
    ({ name, folder, was, is }) =>
      `${name} is ${was ?? "n.d."} in ${folder}, and its snapshot gives ${is ?? "n.d."}${is === was ? " with other terms" : ""}: it cannot be explained. \`semestrale verify\` says which files differ; if the tool is another than manifest.json names, use the release of then.`,
  ],
  "nothing-late": [
    2,
    ({ name }) =>
      `No single case of ${name} is held against a limit, so none can be late. Leave out --late, or explain a percentile, a mean with a target, or a share.`,
  ],
  "bad-evidence": [
    2,
    ({ why }) =>
      `--evidence ${why}. \`semestrale explain --evidence xlsx\`, or parquet, lists the cases of a report that is there; nothing was written.`,
  ],
  "sensitivity-differs": [
    6,
    ({ folder, figures }) =>
      `${folder} holds other figures than its snapshot gives today (${list(figures, 5)}), so nothing can be compared with it. \`semestrale verify\` says which files differ; if the tool is another than manifest.json names, use the release of then.`,
  ],
  "no-such-act": [2, ({ words }) => `${words}. \`semestrale acts\` lists them.`],
  "acts-not-whole": [
    1,
    ({ findings }) =>
      `The data of the acts is not whole, and a figure is worth what its rule is worth:\n${lines(findings, 20)}\nPut back the release as it was delivered, or complete the act's file under reports/acts/.`,
  ],
  "published-differs": [
    3,
    ({ operator, period, revision, moved }) =>
      `${operator} ${period} is published as revision ${revision}, and today's data, profile, remarks or rules give another report. Nothing was changed. What moved:\n${lines(moved, 60)}\nIf that is a mistake, put the export, the profile or the remarks right and run again. If it is right, \`semestrale pull\` and \`semestrale report\` stage it as a draft of revision ${revision + 1}.`,
  ],
  "read-back": [
    1,
    ({ file, differences }) =>
      `${file} was read back and does not say what was computed: ${list(differences)}. Nothing was published.`,
  ],
  "page-unwritten": [
    1,
    ({ folder, why }) =>
      `${folder} is published and whole, but the page that lists all reports of its operator could not be written: ${why}. Mend this and run again, which writes the page and changes nothing else.`,
  ],
  "unverified-act": [
    3,
    ({ acts }) =>
      `--strict: the rules of ${list(acts)} were not checked against any text. Leave out --strict to see the figures marked "da confermare".`,
  ],
  "targets-missed": [
    7,
    ({ missed }) =>
      `${missed} target${missed === 1 ? " was" : "s were"} missed: exit 7, as --fail-on-miss asks. The report itself is whole.`,
  ],
  "year-is-not-pulled": [
    2,
    ({ year }) =>
      `A year is not pulled: it unites the sealed snapshots of its half-years. Pull ${year}-S1 and ${year}-S2.`,
  ],
  "half-missing": [
    2,
    ({ operator, period, half }) =>
      `The year ${period} of ${operator} unites its two half-years, and ${half} has no sealed snapshot. Run \`semestrale run --operator ${operator} --period ${half}\` first.`,
  ],
  "bad-day": [
    2,
    ({ text }) => `"${text}" is no day of the calendar. Write it as year, month, day: --today 2026-11-22.`,
  ],
  "bad-year": [
    2,
    ({ text, command }) =>
      `"${text}" is no year that targets can be renewed for. Name one from 2000 to 2100, for example \`semestrale ${command} 2027\`.`,
  ],
  "no-targets": [
    2,
    ({ operator, file }) =>
      `${operator} has published no targets: ${file} holds neither targets nor commitments, so there is nothing to list, sign or renew. Write them into the profile first, with the words of the charter.`,
  ],
  "nothing-to-renew": [
    2,
    ({ file, year, years }) =>
      `${file} has no targets older than ${year} to renew: it holds those of ${list(years.map(String))}. Check the year; nothing was written.`,
  ],
  "cannot-renew": [
    2,
    ({ file, why }) =>
      `${file} cannot be added to without rewriting it: ${why}. Copy the entries and change their years by hand; nothing was written.`,
  ],
};

export class JobError extends Error {
  override readonly name = "JobError";
  readonly code: string;
  readonly exitCode: ExitCode;

  constructor(code: string, exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.exitCode = exitCode;
  }
}

export function jobError<C extends ErrorCode>(code: C, parameters: Parameters[C], options?: ErrorOptions): JobError {
  const [exitCode, sentence] = catalogue[code];
  return new JobError(code, exitCode, sentence(parameters), options);
}
