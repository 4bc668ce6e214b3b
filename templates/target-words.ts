/** What the documents say of a target in the charter's own terms. */
import type { Target } from "../reports/target.ts";
import { charterUnits, comparatorWords } from "./italian.ts";
import { decimalWords } from "./number-format.ts";

/** The charter's own words are quoted where they hold the comparison, as in "inferiore al 82%". */
export function judgedByDirection(target: Target): string {
  const { printed, value, words } = target;
  const quoted = /(?:non )?(?:inferiore|superiore) a\S* ?\d+(?:,\d+)? ?%?/i.exec(words)?.[0].trim();
  const upward = printed.startsWith("<");
  const own =
    printed === "bare" ? charterValueWords(target) : `${comparatorWords[printed]} ${charterValueWords(target)}`;
  const judged = `${upward ? "non inferiore" : "non superiore"} ${withArticle(value, charterValueWords(target))}`;
  return `La Carta riporta «${quoted ?? own}»; poiché un valore più ${upward ? "alto" : "basso"} indica una qualità migliore, l’obiettivo è valutato come «${judged}».`;
}

/** A percentage takes the article: "al 70 %", "all’82 %". */
function withArticle(value: string, words: string): string {
  if (!words.endsWith("%")) return `a ${words}`;
  return /^(?:8\d?|11?)(?:\.|$)/.test(value) ? `all’${words}` : `al ${words}`;
}

/** `"1,2 Mbit/s"`. */
export function charterValueWords({ value, unit }: Target): string {
  return `${decimalWords(value)} ${charterUnits[unit] ?? unit}`.trim();
}
