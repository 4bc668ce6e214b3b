/** What other choices would change, from the command line: on the report's own snapshot, for the operator alone. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../templates/xlsx/read-workbook.ts";
import { job } from "./job.ts";
import { halfYear, order } from "./source-rows.ts";
import { figure, part, profileText, publishedIn, treeOf, workspace } from "./workspaces.ts";

/** 3, 5 and 7 days, and 22 of one put off at the customer's wish. Promised: 6 days on average. */
const source = {
  ...halfYear,
  activation_orders: [
    ...halfYear.activation_orders,
    order("o4", "2026-02-24", { customer_requested_later: "1" }),
    order("o5", "2026-02-05", { order_type: "change" }),
  ],
};
const internal = join("internal", "prova", "2026-S1", "sensitivita.xlsx");

let root: string;
let first: Awaited<ReturnType<typeof job>>;

beforeAll(async () => {
  root = await workspace({ source });
  await job(["run", ...part], { cwd: root });
  first = await job(["sensitivity", ...part], { cwd: root });
});

const settingOf = (ended: typeof first, name: string, value: string) =>
  ended.json.settings.find(
    (one: { setting: string; alternative: { value: string } }) =>
      one.setting === name && one.alternative.value === value,
  );
const movedOf = (ended: typeof first, name: string, value: string, figureName: string) =>
  settingOf(ended, name, value).moved.find(({ figure: of }: { figure: string }) => of === figureName);

test("each choice is tried alone on the published report, and the outcome that turns comes first", () => {
  expect(first.exitCode).toBe(0);
  expect(first.json).toMatchObject({ base: { state: "published", revision: 1 }, file: join(root, internal) });
  expect(first.json.settings.length).toBeGreaterThanOrEqual(15);
  // (3 + 5 + 7) / 3 = 5 of 6 promised; (3 + 5 + 7 + 22) / 4 = 9.25.
  expect(settingOf(first, "later-date-orders", "included").moved[0]).toMatchObject({
    figure: "131-06-csp activation-time mean",
    target: "6",
    own: { value: "5.00", cases: 3, outcome: "met" },
    alternative: { value: "9.25", cases: 4, outcome: "missed" },
    difference: "17/4",
    turns: true,
  });
  // 5 + 1 is the 6 that was promised: it moves and does not turn.
  expect(movedOf(first, "day-count", "started-days", "131-06-csp activation-time mean")).toMatchObject({
    alternative: { value: "6.00", outcome: "met" },
    difference: "1",
    turns: false,
  });
  expect(first.json.settings.filter(({ turned }: { turned: number }) => turned > 0)).toHaveLength(1);
});

test("a kind of order that only the alternative counts has no figure of the report's own", () => {
  expect(movedOf(first, "order-types", "all", "131-06-csp activation-time mean order_type=change")).toMatchObject({
    own: null,
    alternative: { value: "3.00", cases: 1 },
    difference: null,
    turns: false,
  });
});

test("choices that concern nothing reported are named, and have no sheet", async () => {
  const { sheets } = await readWorkbook(await readFile(join(root, internal)));
  expect(first.json.unconcerned).toEqual(expect.arrayContaining(["Deviazione standard", "Reclami ancora aperti"]));
  expect(sheets).toHaveLength(1 + first.json.settings.length);
});

test("it is written beside the reports and never among them, and a second time nothing changes at all", async () => {
  const tree = await treeOf(root);
  expect(Object.keys(tree).filter((path) => path.includes("sensitivita"))).toEqual([internal]);
  const again = await job(["sensitivity", ...part], { cwd: root });
  expect(again.json).toEqual(first.json);
  expect(await treeOf(root)).toEqual(tree);
});

describe("without a report", () => {
  test("it is measured on the newest snapshot; a dry run writes nothing", async () => {
    const made = await workspace({ source });
    await job(["pull", ...part], { cwd: made });
    const before = await treeOf(made);
    const dry = await job(["sensitivity", ...part, "--dry-run"], { cwd: made });
    expect(dry.json).toMatchObject({ base: { state: "snapshot" }, file: "", settings: first.json.settings });
    expect(await treeOf(made)).toEqual(before);
  });
});

describe("a profile that takes other choices", () => {
  let chosen: string;

  beforeAll(async () => {
    const settings = "settings: { later-date-orders: included, day-count: started-days }\n";
    chosen = await workspace({ source, profile: `${profileText}${settings}` });
    await job(["run", ...part], { cwd: chosen });
  });

  // 4, 6, 8 and 23 days: 41 / 4 = 10.25; without the last 18 / 3 = 6.
  test("has them in its figures, its explanations and what verify recomputes", async () => {
    const mean = await figure(chosen, "131-06-csp activation-time mean");
    expect(mean).toMatchObject({ value: "10.25", outcome: "missed" });
    const explained = await job(["explain", ...part, "131-06-csp", "activation-time", "p95"], { cwd: chosen });
    expect(explained.json.figure.value).toBe("23");
    expect(explained.json.choices).toContainEqual(
      expect.objectContaining({ id: "later-date-orders", value: "included" }),
    );
    // From the 2nd to the 24th of February, the day of the order counted: none of it suspended.
    expect(explained.json.witness).toContainEqual(
      expect.objectContaining({ key: "o4", place: "at", value: "23", suspended: "0" }),
    );
    expect((await job(["verify", ...part], { cwd: chosen })).exitCode).toBe(0);
  });

  test("is compared with the act's own choices", async () => {
    const ended = await job(["sensitivity", ...part, "--dry-run"], { cwd: chosen });
    const back = settingOf(ended, "later-date-orders", "excluded");
    expect(back.chosen).toMatchObject({
      value: "included",
      reason: "Scelta dell’operatore, indicata nel suo profilo.",
    });
    expect(back.moved[0]).toMatchObject({ own: { value: "10.25" }, alternative: { value: "6.00" }, turns: true });
  });

  test("and with no report that holds other figures than its snapshot gives", async () => {
    const path = join(publishedIn(chosen), "indicators.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace('"value": "10.25"', '"value": "12.05"'));
    const ended = await job(["sensitivity", ...part], { cwd: chosen });
    expect([ended.exitCode, ended.json.error.code]).toEqual([6, "sensitivity-differs"]);
    expect(ended.sentence).toContain("131-06-csp activation-time mean");
  });
});
