import { actOf, acts } from "../../reports/acts/index.ts";
import { actLine, actSheet } from "../../templates/act-sheet.ts";
import { jobError } from "../errors.ts";
import { notAllowed } from "../profile-error.ts";
import { type Spoken, tableText } from "../terminal.ts";
import type { Invocation } from "./context.ts";

/** The acts known, or one of them as a sheet to read; as JSON, the act's own data. */
export async function actsCommand({ rest: [id] }: Invocation): Promise<Spoken> {
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
  return { json: act, text: actSheet(act) };
}

function entryOf({ id, number, date, title, inForceFrom, inForceTo, verified, indicators }: (typeof acts)[number]) {
  const ids = indicators.map((indicator) => indicator.id);
  return { id, number, date, title, inForceFrom, inForceTo: inForceTo ?? null, verified, indicators: ids };
}
