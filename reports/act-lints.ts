/** Faults that the acts' data could have although it compiles. Whoever reports under an act relies on there being none. */
import { dateFindings } from "./act-lints-dates.ts";
import { exampleFindings } from "./act-lints-examples.ts";
import type { ActFinding, Lawbook } from "./act-lints-finding.ts";
import { orphanFindings } from "./act-lints-orphans.ts";
import { sourceFindings } from "./act-lints-sources.ts";

/** Every fault found, in the order of the acts; none in a lawbook that can be relied on. */
export function lintActs(book: Lawbook): readonly ActFinding[] {
  return [
    ...book.acts.flatMap(sourceFindings),
    ...duplicateFindings(book),
    ...orphanFindings(book),
    ...book.acts.flatMap(dateFindings),
    ...exampleFindings(book),
  ];
}

function duplicateFindings({ acts }: Lawbook): readonly ActFinding[] {
  const found = (where: string, what: string, ids: readonly string[]): readonly ActFinding[] =>
    ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => ({ lint: "duplicate-id", where, what: `${what} "${id}" is there twice` }));
  return [
    ...found(
      "acts",
      "act",
      acts.map(({ id }) => id),
    ),
    ...acts.flatMap((act) => [
      ...found(
        act.id,
        "indicator",
        act.indicators.map(({ id, service }) => `${id} ${service ?? ""}`.trim()),
      ),
      ...act.indicators.flatMap((indicator) =>
        (["measures", "exclusions", "choices"] as const).flatMap((list) =>
          found(
            `${act.id} ${indicator.id}`,
            list.slice(0, -1),
            indicator[list].map(({ id }) => id),
          ),
        ),
      ),
    ]),
  ];
}
