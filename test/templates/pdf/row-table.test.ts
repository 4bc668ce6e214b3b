import { expect, test } from "vitest";
import { keepsRowsWhole } from "../../../templates/pdf/row-table.ts";

const table = (length: number) => ({
  heads: ["", ""],
  widths: [50, 100],
  rows: [
    ["breve", ""],
    ["x".repeat(length), ""],
  ],
});

/** Six letters for each point of the column. */
test.each([
  [299, true],
  [300, true],
  [301, false],
])("a cell of %i letters in 50 points keeps the rows whole: %s", (length, whole) => {
  expect(keepsRowsWhole(table(length))).toBe(whole);
});
