/** What a command says: a table for a person at a terminal, JSON for a pipe; notes and errors on stderr. */

import { SourceError } from "../sql/sources/source-error.ts";
import { type ExitCode, exitCodes, JobError } from "./errors.ts";
import { type ProfileError, ProfileError as ProfileFault } from "./profile-error.ts";
import { type SpokenRows, speakRows } from "./speak-rows.ts";

export interface Spoken {
  /** For a machine: one object. */
  readonly json: object;
  /** For a person: lines. */
  readonly text: string;
  readonly exitCode?: ExitCode;
  /** Why the exit code is not 0, for whoever reads the log. */
  readonly note?: string;
  /** What follows row by row. */
  readonly rows?: SpokenRows;
}

export interface Terminal {
  readonly isPerson: boolean;
  readonly showsProgress: boolean;
}

export function terminalOf(asksJson: boolean): Terminal {
  return { isPerson: process.stdout.isTTY === true && !asksJson, showsProgress: process.stderr.isTTY === true };
}

export async function speak(terminal: Terminal, { json, text, note, rows }: Spoken): Promise<void> {
  if (note !== undefined) process.stderr.write(`semestrale: ${note}\n`);
  if (rows !== undefined) return speakRows(terminal, { json, text }, rows);
  process.stdout.write(terminal.isPerson ? `${text.trimEnd()}\n` : `${JSON.stringify(json, null, 2)}\n`);
}

export interface Fault {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly message: string;
}

const sourceExits: Readonly<Record<SourceError["code"], ExitCode>> = {
  "source-unreachable": exitCodes.unreachable,
  "source-cut": exitCodes.unreachable,
  "select-refused": exitCodes.usage,
  "table-refused": exitCodes.refused,
};

/** Any error as a sentence and an exit code; never a stack trace. */
export function faultOf(error: unknown): Fault {
  if (error instanceof JobError) return { code: error.code, exitCode: error.exitCode, message: error.message };
  if (error instanceof SourceError)
    return { code: error.code, exitCode: sourceExits[error.code], message: error.message };
  if (error instanceof ProfileFault)
    return { code: "profile", exitCode: exitCodes.usage, message: (error as ProfileError).message };
  const system = systemSentence(error as NodeJS.ErrnoException);
  if (system !== undefined)
    return {
      code: "system",
      exitCode: exitCodes.internal,
      message: `${system} Nothing was published; mend this and run again.`,
    };
  const { message, stack } = error as Error;
  const where = /\(?((?:jobs|sql|reports|templates)\/[^)\s]+)/.exec(stack ?? "")?.[1] ?? "an unknown place";
  return {
    code: "internal",
    exitCode: exitCodes.internal,
    message: `A fault of Semestrale itself, at ${where}: ${firstLine(message)}. Nothing was published.`,
  };
}

export function complain({ isPerson, showsProgress }: Terminal, fault: Fault): void {
  // A progress line may stand where the sentence begins.
  process.stderr.write(`${showsProgress ? "\r\u001b[K" : ""}semestrale: ${fault.message}\n`);
  if (!isPerson)
    process.stdout.write(
      `${JSON.stringify({ error: { code: fault.code, message: fault.message, exitCode: fault.exitCode } }, null, 2)}\n`,
    );
}

const systemWords: Readonly<Record<string, string>> = {
  EACCES: "the user of this job may not do that there",
  EPERM: "the user of this job may not do that there",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of this job's user is used up",
  EFBIG: "no file may grow so large for the user of this job",
  ENOENT: "it is not there",
  ENOTDIR: "a part of this path is a file where a folder is needed",
  EEXIST: "there is a file where a folder is needed",
  EISDIR: "there is a folder where a file is needed",
  EMFILE: "too many files are open",
};

/** A folder is made with those above it, and Node then says ENOENT of a disk that can only be read as well. */
const mkdirWords: Readonly<Record<string, string>> = {
  ENOENT: "no folder can be made there, as where the disk can only be read",
};

/** What the machine refused, in words; the engine passes the same refusals on as sentences of its own. */
function systemSentence({ code, path, message, syscall }: NodeJS.ErrnoException): string | undefined {
  if (/No space left on device/i.test(message ?? ""))
    return path === undefined ? "The disk is full." : `${path}: the disk is full.`;
  const [, place, words] = /^IO Error: .*?"([^"]+)": (.+)/.exec(message ?? "") ?? [];
  if (place !== undefined) return `${place} could not be written or read: ${words}.`;
  if (typeof code !== "string" || typeof syscall !== "string") return undefined;
  const why = (syscall === "mkdir" ? mkdirWords[code] : undefined) ?? systemWords[code] ?? firstLine(message);
  const verb =
    syscall === "open" || syscall === "mkdir" || syscall === "rename" || syscall === "scandir" ? syscall : "write";
  return path === undefined ? `A file could not be written (${code}): ${why}.` : `${path} (${verb}, ${code}): ${why}.`;
}

const firstLine = (text: string): string => (text.split("\n")[0] as string).replace(/\.$/, "");

/** Columns padded to their widest cell; the last one is left as it is. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
