/** How a sentence names many things: some of them, and how many more there are. */

/** `1 case`, `2 cases`. */
export const many = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

export const list = (items: readonly string[], most = 12): string =>
  items.length <= most ? items.join(", ") : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;

export const lines = (items: readonly string[], most: number): string =>
  [...items.slice(0, most), ...(items.length > most ? [`and ${items.length - most} more`] : [])]
    .map((item) => `  ${item}`)
    .join("\n");
