/** Every measure has a worked example, and every example is of a measure. */
import type { Act, Indicator } from "./act.ts";
import { type ActFinding, type Lawbook, measureName } from "./act-lints-finding.ts";
import type { Example } from "./acts/examples/example.ts";

export function exampleFindings({ acts, examples }: Lawbook): readonly ActFinding[] {
  return acts.flatMap((act) => {
    const own = examples.get(act.id) ?? [];
    return [...unworked(act, own), ...stray(act, own)];
  });
}

function unworked(act: Act, examples: readonly Example[]): readonly ActFinding[] {
  return act.indicators.flatMap((indicator) => {
    const worked = examples
      .filter((example) => isOf(example, indicator))
      .flatMap(({ expected }) => expected.map(({ measure }) => measure));
    return indicator.measures
      .filter(({ id }) => !worked.includes(id))
      .map((measure) => finding(measureName(act, indicator, measure), "no worked example"));
  });
}

function stray(act: Act, examples: readonly Example[]): readonly ActFinding[] {
  return examples.flatMap((example) => {
    const indicator = act.indicators.find((one) => isOf(example, one));
    if (indicator === undefined)
      return [finding(act.id, `an example of "${example.indicator} ${example.service ?? ""}", which is no indicator`)];
    return example.expected
      .filter(({ measure }) => !indicator.measures.some(({ id }) => id === measure))
      .map(({ measure }) => finding(`${act.id} ${indicator.id}`, `an example of "${measure}", which is no measure`));
  });
}

/** An example that names no service is of the indicator whatever its service. */
export function isOf({ indicator, service }: Example, { id, service: own }: Indicator): boolean {
  return indicator === id && (service === undefined || service === own);
}

function finding(where: string, what: string): ActFinding {
  return { lint: "no-example", where, what };
}
