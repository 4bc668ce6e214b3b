/** What a profile's shape forbids, in sentences that name what is allowed. */
import type { z } from "zod";
import { notAllowed, type ProfileProblem } from "./profile-error.ts";
import { lineOf, type ProfileLines, pathText } from "./profile-lines.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** One problem for each thing that is wrong. `data` is what the YAML held, for the words in which it was wrong. */
export function problemsOf(issues: readonly Issue[], data: unknown, lines: ProfileLines): readonly ProfileProblem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") {
      return [problemAt(lines, issue.path, sentence(issue, valueAt(data, issue.path)))];
    }
    const allowed = issue.message.split(" ");
    return issue.keys.map((key) =>
      problemAt(lines, [...issue.path, key], notAllowed(key, allowed, "is no key that is known here")),
    );
  });
}

export function problemAt(lines: ProfileLines, path: Path, message: string): ProfileProblem {
  return { line: lineOf(lines, path), path: pathText(path), message };
}

function sentence(issue: Issue, given: unknown): string {
  if (given === undefined) return `is missing; ${wanted(issue)}`;
  if (given === null) return `is empty; ${wanted(issue)}`;
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "string" && typeof given !== "object"
        ? `must be in quotes: without them YAML reads ${String(given)}, and zeros that were written may be lost`
        : `${wanted(issue)}, not ${shown(given)}`;
    case "invalid_value":
      return notAllowed(plain(given), issue.values.map(String));
    case "invalid_union":
      return issue.discriminator === undefined ? issue.message : notAllowed(plain(given), allowedKinds(issue));
    case "too_small":
    case "too_big":
      return wanted(issue);
    case "invalid_format":
      // What stands where a variable's name should may be the password itself: it is not repeated.
      return issue.path.at(-1) === "passwordEnv" ? issue.message : `${shown(given)} is not allowed: ${issue.message}`;
    default:
      return issue.message;
  }
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kindNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `allowed: ${issue.values.join(", ")}`;
    case "invalid_union":
      return issue.discriminator === undefined ? issue.message : `allowed: ${allowedKinds(issue).join(", ")}`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "must not be empty"
        : `must be at least ${issue.minimum}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
};

function allowedKinds(issue: Extract<Issue, { readonly code: "invalid_union" }>): readonly string[] {
  return "options" in issue ? (issue.options ?? []).map(String) : [];
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return value;
}

function shown(given: unknown): string {
  return typeof given === "string" ? `'${plain(given)}'` : plain(given);
}

/** Short enough for one line of a terminal. */
function plain(given: unknown): string {
  const text =
    typeof given === "string"
      ? given
      : Array.isArray(given)
        ? "a list"
        : typeof given === "object"
          ? "a mapping"
          : String(given);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
