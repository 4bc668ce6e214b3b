/** Every way a command can fail, as data: code → exit code and sentence. Nothing else in jobs/ decides an exit code. */

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

interface Parameters {
  "unknown-command": { command: string; known: readonly string[] };
  "bad-option": { words: string };
  "missing-option": { command: string; option: string; example: string };
  "bad-period": { text: string };
  "bad-operator": { id: string };
  "no-profile": { id: string; looked: readonly string[]; known: readonly string[] };
  "unknown-act": { act: string; file: string; known: readonly string[] };
  "bad-zone": { zone: string; file: string };
  "no-secret": { variable: string };
  "folder-in-use": { path: string };
  "lock-held": { operator: string; period: string; pid: number; since: string; path: string };
  "missing-tables": { tables: readonly string[]; origin: string; profile: string };
  "all-empty": { origin: string; period: string };
  "all-quarantined": { table: string; rows: number; reasons: string; quarantine: string };
  "lines-missing": { service: string; months: readonly string[] };
  "no-snapshot": { operator: string; period: string; folder: string };
  "snapshot-altered": { file: string };
  "nothing-published": { operator: string; period: string; folder: string };
  "published-differs": { operator: string; period: string; revision: number; moved: readonly string[] };
  "read-back": { file: string; differences: readonly string[] };
  "verification-mismatch": { folder: string; files: readonly string[] };
  "unverified-act": { acts: readonly string[] };
  "targets-missed": { missed: number };
  "not-yet": { what: string };
}

export type ErrorCode = keyof Parameters;

const list = (items: readonly string[], most = 12): string =>
  items.length <= most ? items.join(", ") : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;

const catalogue: { readonly [C in ErrorCode]: readonly [ExitCode, (parameters: Parameters[C]) => string] } = {
  "unknown-command": [2, ({ command, known }) => `There is no command "${command}". Commands: ${list(known, 20)}. \`semestrale --help\` explains them.`],
  "bad-option": [2, ({ words }) => `${words} \`semestrale --help\` lists the options.`],
  "missing-option": [2, ({ command, option, example }) => `${command} needs ${option}, for example ${example}.`],
  "bad-period": [2, ({ text }) => `"${text}" is no period. Use a half-year such as 2026-S1 or 2026-S2, or last.`],
  "bad-operator": [2, ({ id }) => `"${id}" is no operator id. An id has lower-case letters, digits and hyphens, and begins with a letter.`],
  "no-profile": [2, ({ id, looked, known }) => `There is no profile of operator ${id}: looked for ${list(looked)}. Known operators: ${list(known)}. \`semestrale init\` writes a profile to start from.`],
  "unknown-act": [2, ({ act, file, known }) => `${file}: act "${act}" is not known. Known acts: ${list(known)}.`],
  "bad-zone": [2, ({ zone, file }) => `${file}: "${zone}" is no time zone. Use a name such as Europe/Rome or UTC.`],
  "no-secret": [2, ({ variable }) => `The profile takes the database password from the environment variable ${variable}, which is not set. Set it for this run.`],
  "folder-in-use": [2, ({ path }) => `${path} is not empty. Choose a new folder, or empty this one; nothing was written.`],
  "lock-held": [5, ({ operator, period, pid, since, path }) => `Another run (process ${pid}, since ${since}) is at work on ${operator} ${period}. Wait for its end; if no such process runs on that machine, delete ${path}.`],
  "missing-tables": [3, ({ tables, origin, profile }) => `${origin} has no ${list(tables)}, which the acts reported need. Add ${tables.length > 1 ? "them" : "it"} to the source, or, if the operator has no such data, name ${tables.length > 1 ? "them" : "it"} under \`none:\` in ${profile}.`],
  "all-empty": [3, ({ origin, period }) => `No row of ${origin} belongs to ${period}: every table is empty. Check the period and the export; nothing was sealed.`],
  "all-quarantined": [3, ({ table, rows, reasons, quarantine }) => `All ${rows} rows of ${table} are bad (${reasons}), so the export is probably wrong as a whole. Each row with its reason is in ${quarantine}; mend the export and run again.`],
  "lines-missing": [3, ({ service, months }) => `access_lines has no row of service ${service} in ${list(months)}: the mean of the lines, and with it the fault rate, would be wrong. Add the months to access_lines.`],
  "no-snapshot": [2, ({ operator, period, folder }) => `There is no snapshot of ${operator} ${period} in ${folder}. Run \`semestrale pull\` first.`],
  "snapshot-altered": [6, ({ file }) => `${file} is not the file that was sealed: its SHA-256 differs from the manifest's. Restore the snapshot from a copy; it is not used.`],
  "nothing-published": [2, ({ operator, period, folder }) => `Nothing is published for ${operator} ${period} in ${folder}.`],
  "published-differs": [3, ({ operator, period, revision, moved }) => `${operator} ${period} is published as revision ${revision}, and the data or rules of today give something else. Nothing was changed. What moved: ${list(moved, 20)}.`],
  "read-back": [1, ({ file, differences }) => `${file} was read back and does not say what was computed: ${list(differences)}. Nothing was published.`],
  "verification-mismatch": [6, ({ folder, files }) => `${folder} is not what its snapshot gives: ${list(files)} differ${files.length === 1 ? "s" : ""}.`],
  "unverified-act": [3, ({ acts }) => `--strict: the rules of ${list(acts)} were not checked against any text. Leave out --strict to see the figures marked "da confermare".`],
  "targets-missed": [7, ({ missed }) => `${missed} target${missed === 1 ? " was" : "s were"} missed.`],
  "not-yet": [2, ({ what }) => `${what}`],
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
