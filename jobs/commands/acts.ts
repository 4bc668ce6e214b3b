import { lintActs } from "../../reports/act-lints.ts";
import { expectedActs } from "../../reports/acts/coverage.ts";
import { examples } from "../../reports/acts/examples/index.ts";
import { actOf, acts } from "../../reports/acts/index.ts";
import { actLine, actSheet } from "../../templates/act-sheet.ts";
import { jobError } from "../errors.ts";
import { notAllowed } from "../profile-error.ts";
import { type Spoken, tableText } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** The acts known, or one of them as a sheet to read; as JSON, the act's own data with what its examples come to. */
export async function actsCommand({ rest: [id] }: Invocation): Promise<Spoken> {
  const findings = lintActs({ acts, expected: expectedActs, examples });
  if (findings.length > 0)
    throw jobError("acts-not-whole", { findings: findings.map(({ where, what }) => `${where}: ${what}`) });
  if (id === undefined) return { json: { acts: acts.map(entryOf) }, text: tableText(acts.map(actLine)) };
  const act = actOf(id);
  if (act === undefined)
    throw jobError("no-such-act", {
      words: notAllowed(
        id,
        acts.map((known) => known.id),
        "is no act",
      ),
    });
  const own = examples.get(act.id) ?? [];
  return { json: { ...act, examples: own.map(({ rows: _, ...example }) => example) }, text: actSheet(act, own) };
}

function entryOf({ id, number, date, title, inForce: { from, to }, verified, indicators }: (typeof acts)[number]) {
  const ids = indicators.map((indicator) => indicator.id);
  return { id, number, date, title, inForceFrom: from.day, inForceTo: to?.day ?? null, verified, indicators: ids };
}
