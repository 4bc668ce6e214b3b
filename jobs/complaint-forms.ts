/** Disputes that the data call traceable although they came in a form that the operator's own document does not admit. */
import type { Kysely } from "kysely";
import type { CanonicalTables } from "../sql/schema.ts";

export interface UnadmittedForm {
  readonly channel: string;
  readonly rows: number;
}

/** By channel; none where the profile names no forms. The rows count all the same: a figure rests on `traceable` alone. */
export async function findUnadmittedForms(
  db: Kysely<CanonicalTables>,
  admitted: readonly string[] | undefined,
): Promise<readonly UnadmittedForm[]> {
  if (admitted === undefined) return [];
  const rows = await db
    .selectFrom("billing_disputes")
    .select(["channel", (eb) => eb.fn.countAll<bigint>().as("n")])
    .where("kind", "=", "dispute")
    .where("traceable", "=", 1n)
    .where("channel", "not in", [...admitted])
    .groupBy("channel")
    .orderBy("channel")
    .execute();
  return rows.map(({ channel, n }) => ({ channel, rows: Number(n) }));
}
