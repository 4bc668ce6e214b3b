/** What a choice of the operator adds to a population's query, and nothing where it takes none. */
import type { Sql } from "../time.ts";

type Condition = readonly [when: Sql<unknown>, then: string];

/** The condition where `holds`: it then stands among those by which a row gets its class. */
export function where(holds: boolean, condition: Condition): readonly Condition[] {
  return holds ? [condition] : [];
}
