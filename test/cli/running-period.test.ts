/** A published revision is never written again: of a period whose last day is not past there is a draft and no more. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isPresent } from "../../jobs/files.ts";
import type { Indicators } from "../../reports/report-model.ts";
import { endOf, job, start } from "./job.ts";
import { halfYear, order, writeSource } from "./source-rows.ts";
import { folder, part, publishedIn, treeOf, workspace } from "./workspaces.ts";

const why =
  "2026-S1 ends on 2026-06-30: until that day is past its report stays a draft and nothing is published. Run again after it.";
const run = (root: string, today: string, ...more: readonly string[]) =>
  job(["run", ...part, "--today", today, ...more], { cwd: root });

test("on its last day a run makes a draft and says why, on the day after it publishes", {
  timeout: 60_000,
}, async () => {
  const root = await workspace();
  const running = await run(root, "2026-06-30");
  const draft = join(root, "drafts", "prova", "2026-S1", "r1");
  expect(running).toMatchObject({ exitCode: 0, stderr: `semestrale: ${why}\n` });
  expect(running.json).toMatchObject({ state: "draft", whyDraft: why, documents: draft });
  expect(await readdir(draft)).toContain("report-bozza.pdf");
  expect(await isPresent(join(root, "published"))).toBe(false);

  const over = await run(root, "2026-07-01");
  expect(over).toMatchObject({ exitCode: 0, stderr: "" });
  expect(over.json).toMatchObject({ state: "published", documents: publishedIn(root) });
  expect(over.json).not.toHaveProperty("whyDraft");
  expect(await isPresent(draft)).toBe(false);

  // What is published is held against the data whatever day it is.
  const before = await treeOf(root);
  const again = await run(root, "2026-06-30");
  expect([again.json.state, again.json.whyDraft, again.stderr]).toEqual(["unchanged", undefined, ""]);
  const other = await folder();
  await writeSource(other, {
    ...halfYear,
    activation_orders: [...halfYear.activation_orders, order("o4", "2026-02-27")],
  });
  expect((await run(root, "2026-06-30", "--source", other)).json.error).toMatchObject({ code: "published-differs" });
  expect(await treeOf(root)).toEqual(before);
});

test("a dry run says the same and writes nothing; a miss is said after it; a month without orders is in the report", {
  timeout: 60_000,
}, async () => {
  const months = ["2026-01", "2026-02", "2026-03", "2026-05", "2026-06"];
  const activation_orders = months.flatMap((month) =>
    Array.from({ length: 20 }, (_, i) =>
      order(`${month}-${i}`, `${month}-27`, { registered_at: `${month}-01T10:00:00+01:00` }),
    ),
  );
  const root = await workspace({ source: { ...halfYear, activation_orders } });
  const dry = await run(root, "2026-06-30", "--dry-run");
  expect(dry.json).toMatchObject({ state: "dry run", whyDraft: why, documents: "" });
  expect(await isPresent(join(root, "drafts"))).toBe(false);
  // In March nobody can have the calls of April: such data was made up, and is whole.
  expect((await run(root, "2026-03-31", "--dry-run")).json).not.toHaveProperty("whyDraft");
  const args = ["run", ...part, "--today", "2026-06-30", "--fail-on-miss"];
  const missed = await endOf(start(args, { cwd: root }));
  expect(missed.exitCode).toBe(7);
  expect(missed.stderr.startsWith(`semestrale: ${why} `)).toBe(true);

  const reported = await job(["report", ...part, "--today", "2026-06-30"], { cwd: root });
  expect(reported.json).toMatchObject({ state: "draft", whyDraft: why });

  // Two calls in April say nothing of the other months; twenty orders in every month but April do of that one.
  const { warnings } = JSON.parse(
    await readFile(join(reported.json.documents, "indicators.json"), "utf8"),
  ) as Indicators;
  expect(warnings.filter(({ code }) => code === "silent-months").map(({ message }) => message)).toEqual([
    expect.stringMatching(/^ordini di attivazione: nessuna riga nel mese di aprile 2026, mentre /),
  ]);
});

test("the day asked is that of `last` too, and must be one of the calendar", async () => {
  const root = await workspace();
  const last = ["run", "--operator", "prova", "--period", "last", "--dry-run"];
  expect((await job([...last, "--today", "2026-07-01"], { cwd: root })).json.period).toBe("2026-S1");
  const none = await job([...last, "--today", "2026-06-31"], { cwd: root });
  expect([none.exitCode, none.json.error.code]).toEqual([2, "bad-day"]);
});
