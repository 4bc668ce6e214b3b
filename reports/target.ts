/** A published target: what the operator's charter promises, in its words, and where this software judges it. */
import type { Comparator } from "./report-model.ts";
import type { Scope } from "./scope.ts";

/** Units as charters print them. Those of time and speed are converted to the measure's own; see target-units.ts. */
export type TargetUnit = "days" | "hours" | "minutes" | "s" | "ms" | "Mbit/s" | "kbit/s" | "%" | "ratio";

export interface Target {
  /** Unique in the profile: `3.2.4` or `3.2.6-navigation`. */
  readonly id: string;
  readonly act: string;
  readonly indicator: string;
  readonly measure: string;
  /** Where the act measures the same indicator for internet and for voice: which of them. */
  readonly service?: "internet" | "voice";
  readonly scope: Scope;
  /** A decimal with a dot, in `unit`, as the charter prints it. */
  readonly value: string;
  readonly unit: TargetUnit;
  /** As printed: "inferiore a" is <, "> 50 %" is >; "bare" where only a value stands ("è di", "pari al", "entro"). */
  readonly printed: Comparator | "bare";
  /** Verbatim from the charter. */
  readonly words: string;
  /** Section of the charter. */
  readonly section: string;
  readonly page?: number;
  /** The year it holds for. */
  readonly year: number;
  /** Oddity of the charter's text, Italian, printed as a warning. */
  readonly oddity?: string;
}
