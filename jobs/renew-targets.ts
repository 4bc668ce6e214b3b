/** Next year's targets as text: copies of those that would stand, added to the profile, which else keeps every byte. */
import { isDeepStrictEqual } from "node:util";
import { standingIn, targetsFor } from "../reports/target.ts";
import { jobError } from "./errors.ts";
import { type Profile, parseProfile } from "./profile.ts";
import { copiedEntries, type Insertion, listNode } from "./renew-entries.ts";

export interface Renewal {
  /** The profile's new text; the old one where nothing was left to renew. */
  readonly text: string;
  /** Ids, in the order of the file. */
  readonly targets: readonly string[];
  readonly commitments: readonly string[];
}

const lists = ["targets", "commitments"] as const;
type List = (typeof lists)[number];

/** Which entries of each list get a copy, by their place in it. */
type Due = Readonly<Record<List, readonly number[]>>;

/**
 * Each promise of an earlier year that has none of `year` gets a copy for it, with its comments, at the end of its list. The
 * old ones stay: reports of their years rest on them. Throws a ProfileError for a profile that is wrong already,
 * `nothing-to-renew` where no promise is older, `cannot-renew` where the text is not written entry by entry.
 */
export function renewedTargets(text: string, file: string, year: number): Renewal {
  const profile = parseProfile(text, file);
  const due = dueFor(profile, year);
  const ids = (list: List) => due[list].map((index) => profile[list][index]?.id ?? "");
  const renewal = { targets: ids("targets"), commitments: ids("commitments") };
  if (renewal.targets.length + renewal.commitments.length === 0) {
    const years = new Set([...profile.targets, ...profile.commitments].map((promise) => promise.year));
    if (!years.has(year)) throw jobError("nothing-to-renew", { file, year, years: [...years].sort((a, b) => a - b) });
    return { text, ...renewal };
  }
  const renewed = inserted(
    text,
    lists.flatMap((list) => insertionOf(text, file, list, due[list], year)),
  );
  if (!isRenewed(profile, renewed, file, due, year))
    throw jobError("cannot-renew", { file, why: "its entries share parts by anchors, or stand in no common form" });
  return { text: renewed, ...renewal };
}

function dueFor(profile: Profile, year: number): Due {
  const standing: ReadonlySet<object> = new Set([
    ...targetsFor(profile.targets, year),
    ...standingIn(year, profile.commitments, ({ id }) => id),
  ]);
  const indices = (list: List) =>
    profile[list].flatMap((promise, index) => (standing.has(promise) && promise.year < year ? [index] : []));
  return { targets: indices("targets"), commitments: indices("commitments") };
}

function insertionOf(
  text: string,
  file: string,
  list: List,
  indices: readonly number[],
  year: number,
): readonly Insertion[] {
  if (indices.length === 0) return [];
  const node = listNode(text, list);
  if (node === undefined)
    throw jobError("cannot-renew", { file, why: `${list} is not written as a list with a dash before each entry` });
  return [copiedEntries(text, node, { indices, year })];
}

/** From the end of the file on, so that the places found before stay where they are. */
function inserted(text: string, insertions: readonly Insertion[]): string {
  return [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((whole, { at, lines }) => `${whole.slice(0, at)}${lines}${whole.slice(at)}`, text);
}

/** Read anew, the profile must be the old one and the copies at the ends of its lists, and nothing else. */
function isRenewed(before: Profile, text: string, file: string, due: Due, year: number): boolean {
  const expected = Object.fromEntries(
    lists.map((list) => [list, [...before[list], ...due[list].map((index) => ({ ...before[list][index], year }))]]),
  );
  try {
    const { origin: _, ...after } = parseProfile(text, file);
    const { origin: __, ...was } = before;
    return isDeepStrictEqual({ ...after }, { ...was, ...expected });
  } catch {
    return false;
  }
}
