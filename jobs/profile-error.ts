/** What is wrong with an operator's profile, and where: each problem names its line, so that it can be mended at once. */

export interface ProfileProblem {
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** `targets[3].unit`; empty where the file as a whole is meant. */
  readonly path: string;
  /** What is wrong, and what is allowed. */
  readonly message: string;
}

export class ProfileError extends Error {
  override readonly name = "ProfileError";
  /** Usage or profile. */
  readonly exitCode = 2;
  readonly file: string;
  /** At least one, in the order of the lines. */
  readonly problems: readonly ProfileProblem[];

  constructor(file: string, problems: readonly ProfileProblem[], options?: ErrorOptions) {
    const ordered = [...problems].sort((a, b) => a.line - b.line);
    super(ordered.map((problem) => problemText(file, problem)).join("\n"), options);
    this.file = file;
    this.problems = ordered;
  }
}

/** `operators/cielo.yaml:41: targets[3].unit: 'giorni' is not allowed; allowed: days, hours`. */
function problemText(file: string, problem: ProfileProblem): string {
  const place = problem.line === 0 ? file : `${file}:${problem.line}`;
  return [place, problem.path, problem.message].filter((part) => part !== "").join(": ");
}

/** `'unti' is not allowed; did you mean 'unit'? Allowed: id, unit`; the suggestion only where one is near. */
export function notAllowed(given: string, allowed: readonly string[], wording = "is not allowed"): string {
  const near = nearest(given, allowed);
  const list = allowed.join(", ");
  return near === undefined
    ? `'${given}' ${wording}; allowed: ${list}`
    : `'${given}' ${wording}; did you mean '${near}'? Allowed: ${list}`;
}

/** The name that begins as the given one does, or at most a third of whose letters differ; ties go to the first. */
function nearest(given: string, names: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    const begun = given.length >= 3 && name.toLowerCase().startsWith(given.toLowerCase());
    const distance = begun ? 0 : editDistance(given, name);
    if (3 * distance > Math.max(given.length, name.length)) continue;
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  return best?.name;
}

/** Letters to insert, delete or replace to make one word the other; two neighbours that changed places count as one. */
function editDistance(a: string, b: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const plain = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + cost);
      next.push(swapped ? Math.min(plain, at(before, j - 2) + 1) : plain);
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY;
}
