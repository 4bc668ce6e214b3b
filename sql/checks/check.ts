/** Why a row is bad: the closed list of the data contract. */
export type BadReason =
  | "unreadable"
  | "null"
  | "not-in-list"
  | "end-before-start"
  | "negative"
  | "duplicate"
  | "conflict";

export const badReasons: readonly BadReason[] = [
  "unreadable",
  "null",
  "not-in-list",
  "end-before-start",
  "negative",
  "duplicate",
  "conflict",
];
