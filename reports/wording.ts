/** The sentences that figures and warnings carry. The Italian stands in templates/; the report only says which and with what. */
import type { Act } from "./act.ts";
import type { Scope } from "./scope.ts";
import type { Target } from "./target.ts";

export interface Wording {
  readonly reasons: {
    readonly noCases: string;
    /** The words of the exclusions that left every case out of the measure. */
    readonly allLeftOut: (words: readonly string[]) => string;
    readonly notOffered: string;
    /** The operator says it has no such table. */
    readonly noTable: (table: string) => string;
    /** The target names a scope that no row has. */
    readonly noRowInScope: string;
  };
  readonly notes: {
    /** The percentile of few cases is the largest (or smallest) of them. */
    readonly percentileIsMaximum: string;
    readonly percentileIsMinimum: string;
    readonly oldTarget: (target: Target, year: number) => string;
    readonly judgedByDirection: (target: Target) => string;
    readonly narrowed: (scope: Scope) => string;
    /** Cases that a target's own words leave out, as a share of those otherwise counted. */
    readonly leftOutShare: (words: string, rows: number, of: number) => string;
    readonly convertedTarget: (target: Target) => string;
    /** Of a year's rate that is about twice a half-year's, held against a target that names no span of time. */
    readonly rateOfTheYear: string;
    /** `from`: the ISO day on which the law's minimum begins, within the period or after it. */
    readonly minimumBegins: (from: string, isAfter: boolean) => string;
  };
  readonly warnings: {
    readonly actNotInForce: (act: Act, period: string, isYetToCome: boolean, isChosen: boolean) => string;
    /** Acts that somebody named instead of those of the period. */
    readonly actsChosen: (acts: readonly Act[]) => string;
    readonly targetNotReported: (target: Target) => string;
    readonly actUnverified: (act: Act) => string;
    readonly oldTargets: (charter: string, charterYear: number, targets: number, year: number) => string;
    readonly oddity: (section: string, words: string) => string;
    readonly targetMatchesNothing: (target: Target) => string;
    readonly emptyTable: (table: string) => string;
    readonly noTable: (table: string) => string;
    readonly quarantined: (table: string, rows: number) => string;
    /** Rows that both halves of a year hold with different contents; the first keys. */
    readonly changedRows: (table: string, rows: number, keys: readonly string[]) => string;
    readonly lineGaps: (gaps: number) => string;
    /** Months (`yyyy-mm`) without a row in a table that has many in the others. */
    readonly silentMonths: (table: string, months: readonly string[]) => string;
    readonly odd: (check: string, table: string, rows: number) => string;
    readonly notSubject: (reason: string) => string;
    /** Disputes called traceable in forms that the operator's document, at `section`, does not admit. */
    readonly complaintForms: (
      section: string,
      admitted: readonly string[],
      found: readonly { readonly channel: string; readonly rows: number }[],
    ) => string;
  };
}
