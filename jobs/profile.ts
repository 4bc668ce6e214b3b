/** An operator's profile: who it is, where its data lies, and every target its charter published. Read from YAML. */
import { readFile } from "node:fs/promises";
import type { OfferedService } from "../reports/act.ts";
import type { CharterTerms } from "../reports/charter-terms.ts";
import type { Deadlines } from "../reports/due.ts";
import type { Comparator } from "../reports/report-model.ts";
import { canonicalScope } from "../reports/scope.ts";
import type { Target } from "../reports/target.ts";
import type { TableName } from "../sql/tables.ts";
import { disagreements } from "./profile-agreement.ts";
import { doubles } from "./profile-doubles.ts";
import { ProfileError } from "./profile-error.ts";
import { type ProfileLines, parseLocatedYaml } from "./profile-lines.ts";
import { type OwnDeclarations, ownDisagreements } from "./profile-own.ts";
import { problemsOf } from "./profile-problems.ts";
import { profileSchema } from "./profile-schema.ts";
import type { AssistanceHours, ComplaintForms, Reading, Reporting } from "./profile-standing.ts";

export { ProfileError, type ProfileProblem } from "./profile-error.ts";
export { checkTargets } from "./profile-targets.ts";

export interface Profile extends OwnDeclarations {
  /** Names the operator's folders and figures: lower-case letters, digits, hyphens. */
  readonly id: string;
  readonly name: string;
  readonly seat?: string;
  /** Number in the Registro degli operatori di comunicazione. */
  readonly roc?: string;
  /** Certified electronic mail. */
  readonly pec?: string;
  readonly site?: string;
  readonly hours?: AssistanceHours;
  /** The document that the profile was made from; a page of the operator's site prints no year. */
  readonly charter: { readonly title: string; readonly kind: "charter" | "page"; readonly year?: number };
  /** Whether the operator owes the Authority its indicators. */
  readonly reporting: Reporting;
  /** Until when reports and targets are owed. */
  readonly deadlines: Deadlines;
  /** Empty only where no report is owed. */
  readonly services: readonly OfferedService[];
  /** The acts its charter follows, reported in any period; absent: the acts in force in the period. */
  readonly acts?: readonly string[];
  /** Tables the operator has no data for. */
  readonly none: readonly TableName[];
  readonly approval: { readonly required: boolean };
  readonly source: ProfileSource;
  /** Named choices that differ from the acts' own. */
  readonly settings: Readonly<Record<string, string>>;
  /** In the order of the file; scopes in canonical form. */
  readonly targets: readonly Target[];
  readonly commitments: readonly CharterCommitment[];
  readonly complaints?: ComplaintForms;
  /** The charter's own terms that the law of a period is held against. */
  readonly terms?: CharterTerms;
  readonly readings: readonly Reading[];
  readonly oddities: readonly CharterOddity[];
  /** Where it was read, for whoever refuses a part of it later. */
  readonly origin: { readonly file: string; readonly lines: ProfileLines };
}

/** Paths are relative to the workspace. `zone` is the IANA zone of times written without an offset. */
export type ProfileSource =
  | { readonly kind: "csv" | "parquet"; readonly path: string; readonly zone: string }
  | MysqlProfileSource;

/** Either `host` or `socketPath` is there. */
export interface MysqlProfileSource {
  readonly kind: "mysql";
  readonly host?: string;
  readonly port?: number;
  readonly socketPath?: string;
  readonly user: string;
  readonly database: string;
  /** The environment variable that holds the password. */
  readonly passwordEnv?: string;
  /** The folder of the SELECTs, one `<table>.sql` each. */
  readonly selects: string;
  readonly zone: string;
}

/** A promise of the charter that no reported act measures. */
export interface CharterCommitment {
  readonly id: string;
  /** Italian. */
  readonly name: string;
  /** Verbatim from the charter. */
  readonly words: string;
  readonly section: string;
  /** A decimal with a dot, as the charter prints it. */
  readonly value: string;
  /** Italian, as it is to follow the value in print: the units of commitments are the charter's own. */
  readonly unit: string;
  readonly printed: Comparator | "bare";
  readonly year: number;
  readonly oddity?: string;
}

/** Something of the whole charter that a reader of the report must know. */
export interface CharterOddity {
  readonly section: string;
  /** Italian, whole sentences, printed as a warning. */
  readonly words: string;
}

/** Reads the profile at `path`. Throws a ProfileError that names every problem with its line. */
export async function loadProfile(path: string): Promise<Profile> {
  return parseProfile(await readUtf8(path), path);
}

/** Reads a profile's text; `file` is how errors call it. */
export function parseProfile(text: string, file: string): Profile {
  const { data, lines } = parseLocatedYaml(text, file);
  const result = profileSchema.safeParse(data);
  if (!result.success) throw new ProfileError(file, problemsOf(result.error.issues, data, lines));
  const targets = result.data.targets.map((target) => ({ ...target, scope: canonicalScope(target.scope) }));
  const profile: Profile = { ...result.data, targets, origin: { file, lines } };
  const problems = [...doubles(profile), ...disagreements(profile), ...ownDisagreements(profile)];
  if (problems.length > 0) throw new ProfileError(file, problems);
  return profile;
}

async function readUtf8(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const message =
      cause instanceof TypeError
        ? "is not UTF-8 text; save it as UTF-8"
        : `cannot be read as a profile: ${(cause as Error).message}`;
    throw new ProfileError(path, [{ line: 0, path: "", message }], { cause });
  }
}
