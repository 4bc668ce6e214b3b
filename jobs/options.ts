/** The command line, parsed once: which command, which options. */
import { parseArgs } from "node:util";
import { jobError } from "./errors.ts";
import { notAllowed } from "./profile-error.ts";

export const commands = [
  "init",
  "demo",
  "check",
  "pull",
  "report",
  "run",
  "verify",
  "explain",
  "sensitivity",
  "acts",
  "targets",
  "status",
  "generate",
] as const;
export type Command = (typeof commands)[number];

const options = {
  workspace: { type: "string" },
  operator: { type: "string" },
  period: { type: "string" },
  source: { type: "string" },
  out: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  schema: { type: "boolean" },
  strict: { type: "boolean" },
  "fail-on-miss": { type: "boolean" },
  late: { type: "boolean" },
  evidence: { type: "string" },
  acts: { type: "string" },
  sheet: { type: "boolean" },
  today: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  size: { type: "string" },
  seed: { type: "string" },
  bad: { type: "string" },
  format: { type: "string" },
  host: { type: "string" },
  port: { type: "string" },
  socket: { type: "string" },
  user: { type: "string" },
  database: { type: "string" },
  "password-env": { type: "string" },
} as const;

export type Options = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>["values"];

export interface CommandLine {
  readonly command: Command | undefined;
  /** What follows the command: a folder, table names, a figure or an act. */
  readonly rest: readonly string[];
  readonly options: Options;
}

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parsed(argv);
  const [command, ...rest] = positionals;
  if (command === undefined) return { command: undefined, rest, options: values };
  if (!(commands as readonly string[]).includes(command))
    throw jobError("unknown-command", { words: notAllowed(command, commands, "is no command") });
  if (values.acts !== undefined && command !== "report") throw jobError("acts-elsewhere", { command });
  if (values.evidence !== undefined && command !== "explain")
    throw jobError("bad-evidence", { why: `is no option of ${command}` });
  const taken = values.schema === true ? rest.length : (words[command as Command] ?? 0);
  if (rest.length > taken) throw jobError("stray-words", { command, words: rest.slice(taken) });
  return { command: command as Command, rest, options: values };
}

/** Commands that take words after their name, a folder or what is meant; no other takes anything there. */
const words: Readonly<Partial<Record<Command, number>>> = {
  init: 1,
  demo: 1,
  generate: 1,
  acts: 1,
  targets: 2,
  // A figure's name; a value of an open list in its scope may hold spaces.
  explain: Number.POSITIVE_INFINITY,
};

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw jobError("bad-option", { words: sentenceOf(error as NodeJS.ErrnoException) });
  }
}

/** The parser's words hold advice for programmers: what is wrong is in their first sentence. */
function sentenceOf({ message, code }: NodeJS.ErrnoException): string {
  const [, option = ""] = /'(-[^' ]*)/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return `${notAllowed(
      option,
      Object.keys(options).map((name) => `--${name}`),
      "is no option",
    )}.`;
  if (/argument (missing|is ambiguous)/.test(message)) return `${option} needs a value after it.`;
  return `${(message.split(/\.\s|\n/)[0] as string).replace(/\.$/, "")}.`;
}

export const help = `semestrale: the half-yearly quality-of-service indicators that Italian operators owe AGCOM

  semestrale run --operator ID --period 2026-S1     what cron calls: pull, report, and publish when no approval is required

Commands
  init DIR      a starter workspace: operator profile, sample source, SELECTs, schedule examples
  demo [DIR]    a workspace with sample data of five operators, or of --operator A,B, run from end to end (default: workspace/)
  check         profile, targets, acts, source and its columns, without writing; --schema [TABLE] prints the data contract
  pull          source -> sealed snapshot
  report        snapshot -> draft of the report, with a watermarked reading copy; --acts A,B under these acts instead, for
                reading only and apart from the drafts
  run           pull + report (+ publish, once the period's last day is past); a second identical run changes nothing
  verify        recompute the published report from its snapshot and compare every byte; look at the operator's page too
  explain FIGURE
                why a number is what it is: formula, rows, point of law, exclusions, target; FIGURE is ACT INDICATOR MEASURE
                [SCOPE], as \`explain\` alone lists them; --late adds every case over the limit;
                --evidence xlsx|parquet writes every case of its indicator (of all, without FIGURE) to internal/, for the
                operator alone
  sensitivity   what each other choice of calculation would change, and which outcomes it would turn: a workbook for the
                operator alone, in internal/
  acts [ID]     the acts known, or one of them as a sheet to read
  status        every period of every operator: what is there, what moved since, what is due when
  targets       what the operator promised, of the newest year or that of --period; --sheet writes the sheet to be signed to
                targets/; \`targets renew YEAR\` copies those that have none of that year to the end of the profile
  generate DIR  seeded sample data: --operator, --period, --size LINES, --seed N, --bad PER_MILLE, --format csv|parquet|mariadb
                mariadb: into an empty database, and its SELECTs into DIR; --host H, --port N or --socket PATH, --user U,
                --database D, --password-env VARIABLE; with --bad 0 the columns are typed, otherwise text

Options
  --workspace DIR   default: the current folder
  --operator ID     a profile of the workspace's operators/, or one that comes along; may be left out if there is only one
  --period P        2026-S1, 2026-S2, last (the last half-year that has ended), or 2026: the year, from its sealed halves
  --source DIR      a folder of CSV or Parquet files instead of the profile's source
  --out DIR         instead of the workspace's drafts/ and published/
  --json            JSON even at a terminal (a pipe always gets JSON)
  --dry-run         say what would be done and write nothing
  --today DATE      with run, report and status: as of that day (2026-07-01) instead of the clock's
  --strict          refuse acts whose rules were checked against no text
  --fail-on-miss    exit 7 when a target was missed

Exit codes
  0 done   1 internal fault   2 usage or profile   3 data checks refused   4 source unreachable or cut
  5 another run holds the lock   6 verification mismatch   7 a target was missed and --fail-on-miss was given
`;
