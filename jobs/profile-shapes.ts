/** What every part of a profile's shape is built from. */
import { z } from "zod";

/** A mapping that refuses keys it does not know. The issue's message carries the keys it does know, for the suggestion. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });
}

export const text = z.string().min(1);

/** A list in which nothing stands twice. */
export function set<Item extends z.ZodType>(item: Item) {
  return z.array(item).refine((items) => new Set(items).size === items.length, "names the same thing twice");
}
