/** The readiness page for a terminal. */
import type { Act } from "../reports/act.ts";
import { headed } from "./headed-text.ts";
import {
  coveredWords,
  expectedCells,
  hypothesisLine,
  knownLines,
  readinessHeads,
  readinessTitle,
  toCheckLines,
} from "./readiness-words.ts";

/** Empty where the act's rules were checked against something. */
export function readinessText(act: Act): string {
  const { readiness } = act;
  if (readiness === undefined) return "";
  const expected = readiness.expected.map((one) => {
    const [ordinal, name, measures, confidence, data] = expectedCells(act, one);
    return `${ordinal}. ${name} (${confidence}). ${readinessHeads.measures}: ${measures}. ${readinessHeads.data}: ${data}.`;
  });
  return [
    `${readinessTitle(act)}\n`,
    headed(readinessHeads.known, knownLines(readiness)),
    headed(readinessHeads.hypothesis, hypothesisLine(readiness)),
    headed(readinessHeads.expected, [...expected, coveredWords(readiness)]),
    headed(readinessHeads.unknown, readiness.unknown),
    headed(readinessHeads.toCheck, toCheckLines(readiness)),
  ].join("");
}
