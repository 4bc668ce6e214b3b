/** What `sensitivity` says at a terminal, and in a pipe. */
import type { Figure } from "../reports/report-model.ts";
import type { MovedFigure, Sensitivity, SettingEffect } from "../reports/settings-effect.ts";
import { figureName, shownName } from "./figure-name.ts";
import { tableText } from "./terminal.ts";

export interface Found {
  readonly sensitivity: Sensitivity;
  /** All figures under the report's own choices: a figure is named as `explain` names it. */
  readonly figures: readonly Figure[];
  /** Where the workbook lies; absent in a dry run. */
  readonly file: string | undefined;
}

export function sensitivityJson({ sensitivity, figures, file }: Found): object {
  const { operator, period, base, snapshot, effects, unconcerned } = sensitivity;
  return {
    operator: operator.id,
    period: period.id,
    base,
    snapshot,
    file: file ?? "",
    settings: effects.map(({ moved, ...effect }) => ({
      ...effect,
      moved: moved.map((one) => movedJson(one, figures)),
    })),
    unconcerned,
  };
}

function movedJson({ own, alternative, difference, turns }: MovedFigure, figures: readonly Figure[]): object {
  const figure = described({ own, alternative });
  const { unit, target, comparator } = figure;
  return {
    figure: figureName(figure, figures),
    unit,
    ...(target !== undefined && { target, comparator }),
    own: own === undefined ? null : sideJson(own.figure),
    alternative: alternative === undefined ? null : sideJson(alternative.figure),
    difference: difference ?? null,
    turns,
  };
}

const sideJson = ({ value, exact, cases, outcome, minimum }: Figure) => ({
  value,
  exact,
  cases,
  outcome,
  ...(minimum !== undefined && { minimum }),
});

/** What names a figure is the same on both sides; one of them may be missing. */
function described({ own, alternative }: Pick<MovedFigure, "own" | "alternative">): Figure {
  const row = own ?? alternative;
  if (row === undefined) throw new TypeError("a figure that neither side has");
  return row.figure;
}

export function sensitivityText({ sensitivity, figures, file }: Found): string {
  const { operator, period, base, effects, unconcerned } = sensitivity;
  const of =
    base.state === "snapshot" ? "the newest snapshot, not yet reported" : `the ${base.state} report r${base.revision}`;
  const turned = effects.filter((effect) => effect.turned > 0);
  return [
    `${operator.id} ${period.id}: ${effects.length} other choices, each taken alone, on ${of}`,
    tableText([
      ["  choice", "instead of", "figures", "moved", "outcomes turned"],
      ...effects.map(({ setting, chosen, alternative, compared, moved, turned: turns }) => [
        `  ${setting}: ${alternative.value}`,
        chosen.value,
        `${compared}`,
        `${moved.length}`,
        turns === 0 ? "-" : `${turns}`,
      ]),
    ]),
    ...(turned.length === 0 ? ["no other choice would turn an outcome"] : ["would turn:"]),
    ...(turned.length === 0 ? [] : [tableText(turned.flatMap((effect) => turnedLines(effect, figures)))]),
    ...(unconcerned.length === 0 ? [] : [`concern nothing reported: ${unconcerned.join(", ")}`]),
    ...(file === undefined
      ? ["dry run, nothing was written"]
      : [`for the operator alone, neither to be filed nor published:\n  ${file}`]),
  ].join("\n");
}

function turnedLines(
  { setting, alternative, moved }: SettingEffect,
  figures: readonly Figure[],
): readonly (readonly string[])[] {
  return moved
    .filter(({ turns }) => turns)
    .map((one) => {
      const figure = described(one);
      const { unit, target, comparator } = figure;
      return [
        `  ${setting}: ${alternative.value}`,
        shownName(figure, figures),
        `${sideText(one.own?.figure)} -> ${sideText(one.alternative?.figure)}`,
        target === undefined ? "" : `target ${comparator} ${target} ${unit}`,
      ];
    });
}

function sideText(figure: Figure | undefined): string {
  if (figure === undefined) return "none";
  const { value, outcome, minimum } = figure;
  return `${value ?? "n.d."} ${outcome}${minimum === undefined ? "" : ` (minimum ${minimum.outcome})`}`;
}
