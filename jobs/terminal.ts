/** What a command says: a table for a person at a terminal, JSON for a pipe; notes and errors on stderr. */
import { type ProfileError, ProfileError as ProfileFault } from "./profile-error.ts";
import { SourceError } from "../sql/sources/source-error.ts";
import { exitCodes, type ExitCode, JobError } from "./errors.ts";

export interface Spoken {
  /** For a machine: one object. */
  readonly json: object;
  /** For a person: lines. */
  readonly text: string;
  readonly exitCode?: ExitCode;
}

export interface Terminal {
  readonly isPerson: boolean;
  readonly showsProgress: boolean;
}

export function terminalOf(asksJson: boolean): Terminal {
  return { isPerson: process.stdout.isTTY === true && !asksJson, showsProgress: process.stderr.isTTY === true };
}

export function speak({ isPerson }: Terminal, { json, text }: Spoken): void {
  process.stdout.write(isPerson ? `${text.trimEnd()}\n` : `${JSON.stringify(json, null, 2)}\n`);
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
  if (error instanceof SourceError) return { code: error.code, exitCode: sourceExits[error.code], message: error.message };
  if (error instanceof ProfileFault) return { code: "profile", exitCode: exitCodes.usage, message: (error as ProfileError).message };
  const { message, code, path, stack } = error as NodeJS.ErrnoException;
  if (typeof code === "string" && typeof path === "string")
    return { code: "system", exitCode: exitCodes.internal, message: `${path}: ${message}. Nothing was published; mend this and run again.` };
  const where = /\(?((?:jobs|sql|reports|templates)\/[^)\s]+)/.exec(stack ?? "")?.[1] ?? "an unknown place";
  return { code: "internal", exitCode: exitCodes.internal, message: `A fault of Semestrale itself, at ${where}: ${message}. Nothing was published.` };
}

export function complain({ isPerson }: Terminal, fault: Fault): void {
  process.stderr.write(`semestrale: ${fault.message}\n`);
  if (!isPerson) process.stdout.write(`${JSON.stringify({ error: { code: fault.code, message: fault.message, exitCode: fault.exitCode } }, null, 2)}\n`);
}

/** Columns padded to their widest cell; the last one is left as it is. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join("  ").trimEnd()).join("\n");
}
