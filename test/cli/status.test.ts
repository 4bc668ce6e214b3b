/** What `status` says of workspaces whose manifests are written by hand: it reads nothing else. */
import { mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OperatorStatus } from "../../jobs/status.ts";
import { statusText } from "../../jobs/status-text.ts";
import { job } from "./job.ts";
import { folder, profileText, treeOf, workspace } from "./workspaces.ts";

const write = async (path: string, content: unknown): Promise<void> => {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
};

/** A sealed snapshot, pulled at noon of that day, with three rows put aside. */
const sealed = (root: string, period: string, digest: string, day: string) =>
  write(join(root, "snapshots", "prova", period, digest, "manifest.json"), {
    digest,
    tables: [],
    quarantine: [
      { table: "fault_reports", rows: 2 },
      { table: "invoices", rows: 1 },
    ],
    origin: { pulledAt: `${day}T10:00:00.000Z` },
  });

/** One target met, one missed, a legal minimum missed beside a target that was met. */
const indicators = {
  indicators: [
    { scope: {}, outcome: "met", target: "6", comparator: "<=" },
    { scope: {}, outcome: "missed", target: "6", comparator: "<=" },
    {
      scope: {},
      outcome: "met",
      target: "30",
      comparator: ">=",
      minimum: { value: "40", comparator: ">=", outcome: "missed" },
    },
  ],
};

async function reported(
  root: string,
  place: string,
  digest: string,
  more: { readonly day?: string; readonly halves?: readonly unknown[] } = {},
): Promise<void> {
  const { day = "2026-07-20", halves } = more;
  const path = join(root, place, "manifest.json");
  await write(join(root, place, "indicators.json"), indicators);
  await write(path, { files: {}, snapshot: digest, snapshotFolder: digest, ...(halves && { halves }) });
  await utimes(path, new Date(`${day}T10:00:00Z`), new Date(`${day}T10:00:00Z`));
}

const half = (period: string, digest: string, revision: number | null) => ({
  period,
  revision,
  snapshot: digest,
  snapshotFolder: digest,
});

const status = (root: string, today: string, ...more: readonly string[]) =>
  job(["status", "--workspace", root, "--today", today, ...more]);

const of = (operator: OperatorStatus, period: string) => operator.periods.find((one) => one.period === period);

describe("status", () => {
  test("of a workspace where nothing was done: what is due of the half-year that ended and of the one that runs", async () => {
    const root = await workspace();
    const before = await treeOf(root);
    const { json, exitCode } = await status(root, "2026-11-22");
    expect(exitCode).toBe(0);
    const [prova] = json.operators;
    expect(prova).toMatchObject({ operator: "prova", name: "Prova Srl", subject: true, problem: null });
    expect(prova.periods.map((one: OperatorStatus["periods"][number]) => [one.period, one.state, one.due?.on])).toEqual(
      [
        ["2026-S1", "none", "2026-09-28"],
        ["2026-S2", "running", "2027-03-31"],
        ["2026", "incomplete", "2027-06-30"],
      ],
    );
    expect(prova.targets).toMatchObject([
      { year: 2026, set: 1, of: 1, newest: 2026, standing: "done" },
      { year: 2027, set: 0, of: 1, newest: 2026, standing: "in-time", due: { on: "2026-12-31", daysLeft: 39 } },
    ]);
    expect(json).toMatchObject({
      today: "2026-11-22",
      overdue: 1,
      dueSoon: 0,
      moved: 0,
      next: { operator: "prova", what: "targets 2027", on: "2026-12-31", daysLeft: 39 },
    });
    expect(await treeOf(root)).toEqual(before);
  });

  test("of periods in every state, from the manifests alone", async () => {
    const root = await workspace();
    await sealed(root, "2025-S1", "a1", "2025-07-10");
    await reported(root, "published/prova/2025-S1/r1", "a0");
    await reported(root, "published/prova/2025-S1/r2", "a1", { day: "2025-10-01" });
    await sealed(root, "2025-S2", "b1", "2026-01-10");
    await reported(root, "published/prova/2025-S2/r1", "b1");
    await reported(root, "published/prova/2025/r1", "year", {
      halves: [half("2025-S1", "a0", 1), half("2025-S2", "b1", 1)],
    });
    await sealed(root, "2026-S1", "c1", "2026-07-10");
    await sealed(root, "2026-S1", "c2", "2026-08-10");
    await reported(root, "published/prova/2026-S1/r1", "c1");
    await reported(root, "drafts/prova/2026-S1/r2", "c2");
    const { json } = await status(root, "2027-04-01");
    const [prova] = json.operators;
    expect(of(prova, "2025-S1")).toMatchObject({
      state: "published",
      published: { revision: 2, writtenOn: "2025-10-01", missed: 2, quarantined: 3 },
      superseded: [1],
    });
    expect(of(prova, "2025-S2")).toMatchObject({ state: "published", superseded: [] });
    // The data of its first half are gone: what was put aside is not known.
    expect(of(prova, "2025")).toMatchObject({
      state: "to-redo",
      standing: "overdue",
      published: { quarantined: null },
      notes: ["Anno 2025: da rifare, usa S1 r1: 2025-S1 is published as r2"],
    });
    expect(of(prova, "2026-S1")).toMatchObject({
      state: "changed",
      snapshot: { digest: "c2", pulledOn: "2026-08-10" },
      draft: { revision: 2 },
    });
    expect(of(prova, "2026-S2")).toMatchObject({ state: "none", standing: "overdue", due: { daysLeft: -1 } });
    expect(of(prova, "2026")).toMatchObject({ state: "incomplete", standing: "in-time" });
    expect(of(prova, "2027-S1")).toMatchObject({ state: "running" });
    // The year 2025, 2026-S2, the targets of 2027.
    expect(json).toMatchObject({ overdue: 3, moved: 2, next: { what: "2026", on: "2027-06-30" } });
  });

  test("the profile sets the deadlines; one period alone may be asked for", async () => {
    const deadlines = "deadlines: { alarm_days: 5, due_days: 10 }\n";
    const root = await workspace({ profile: profileText.replace("none: []\n", `none: []\n${deadlines}`) });
    const { json } = await status(root, "2026-07-10", "--period", "last");
    expect(json.operators[0].periods).toHaveLength(1);
    expect(json.operators[0].periods[0]).toMatchObject({
      period: "2026-S1",
      standing: "due-soon",
      due: { alarmOn: "2026-07-05", on: "2026-07-10", daysLeft: 0 },
    });
  });

  test("a profile that is wrong does not hide the other operators, and is refused where it is asked for", async () => {
    const root = await workspace();
    await write(join(root, "operators", "altra.yaml"), profileText.replace("id: prova", "id: altra\nnote: x"));
    const { json, exitCode } = await status(root, "2026-11-22");
    expect(exitCode).toBe(0);
    expect(json.operators.map(({ operator }: OperatorStatus) => operator)).toEqual(["altra", "prova"]);
    expect(json.operators[0].problem).toContain("altra.yaml:2: note: 'note' is no key that is known here");
    const asked = await status(root, "2026-11-22", "--operator", "altra");
    expect(asked.exitCode).toBe(2);
  });

  test("an operator that owes no report has nothing due, and no targets to set", async () => {
    const reporting = 'reporting: { subject: false, reason: "R.", words: w, section: "1" }\n';
    const root = await workspace({ profile: profileText.replace("none: []\n", `none: []\n${reporting}`) });
    const { json } = await status(root, "2027-06-01");
    expect(json).toMatchObject({ overdue: 0, dueSoon: 0, next: null });
    expect(json.operators[0]).toMatchObject({ subject: false, targets: [] });
    expect(of(json.operators[0], "2026-S2")).toMatchObject({ state: "none", standing: "not-owed", due: null });
  });

  test("an operator whose profile is gone is listed for what lies there", async () => {
    const root = await workspace();
    await sealed(root, "2026-S1", "a", "2026-07-10");
    await rm(join(root, "operators", "prova.yaml"));
    const { json } = await status(root, "2026-11-22");
    expect(json.operators[0].problem).toContain("There is no profile of operator prova");
    expect(of(json.operators[0], "2026-S1")).toMatchObject({ state: "sealed" });
  });

  test.each([
    ["2026-02-30", '"2026-02-30" is no day of the calendar. Write it as year, month, day: --today 2026-11-22.'],
    ["oggi", '"oggi" is no day of the calendar. Write it as year, month, day: --today 2026-11-22.'],
  ])("--today %s is refused", async (today, sentence) => {
    expect(await status(await workspace(), today)).toMatchObject({ exitCode: 2, sentence });
  });

  test("a folder that is none, and one without operators, are refused", async () => {
    const root = await folder();
    expect((await status(join(root, "x"), "2026-11-22")).sentence).toContain("There is no folder");
    expect((await status(root, "2026-11-22")).sentence).toContain("holds no profile");
  });
});

/** Three targets of 2026, `renewed` of them with one of 2027 beside it, and one that is of 2027 alone. */
function renewedProfile(renewed: number): string {
  const entry = profileText.slice(profileText.indexOf("  - id:"));
  const of = (measure: string, unit: string, year: number) =>
    entry
      .replace("id: mean-activation", `id: ${measure}`)
      .replace("measure: mean", `measure: ${measure}`)
      .replace("unit: days", `unit: "${unit}"`)
      .replace("year: 2026", `year: ${year}`);
  const measures = ["mean", "p95", "p99"] as const;
  return [
    profileText.slice(0, profileText.indexOf("  - id:")),
    ...measures.map((measure) => of(measure, "days", 2026)),
    ...measures.slice(0, renewed).map((measure) => of(measure, "days", 2027)),
    of("within-contract", "%", 2027),
  ].join("");
}

test.each([
  // Of 2026 all three are set, and what is promised from 2027 on is not missing there.
  [0, "2026-11-22", ["done", 3, 3], ["in-time", 1, 4]],
  [2, "2026-11-22", ["done", 3, 3], ["in-time", 3, 4]],
  [2, "2026-12-31", ["done", 3, 3], ["due-soon", 3, 4]],
  [3, "2026-12-31", ["done", 3, 3], ["done", 4, 4]],
])(
  "with %i of three targets renewed, on %s: those of 2026 are %j, those of 2027 %j",
  async (renewed, today, ...expected) => {
    const { json } = await status(await workspace({ profile: renewedProfile(renewed) }), today);
    const standings = json.operators[0].targets.map((one: OperatorStatus["targets"][number]) => [
      one.standing,
      one.set,
      one.of,
    ]);
    expect(standings).toEqual(expected);
  },
);

test("some targets of a year that are not set by its day are late, and how to add them is said", async () => {
  const { json } = await status(await workspace({ profile: renewedProfile(1) }), "2027-01-02");
  expect(json.operators[0].targets[0]).toMatchObject({ year: 2027, set: 2, of: 4, standing: "overdue" });
  expect(statusText(json.operators, json.today)).toMatch(
    / targets 2027 +2 of 4 set +2026-12-31 +OVERDUE by 2 days +`semestrale targets renew 2027` adds the other 2\n/,
  );
});

test("a year whose second half alone has data lists the first one, late as it is", async () => {
  const root = await workspace();
  await sealed(root, "2025-S2", "a", "2026-01-10");
  const [prova] = (await status(root, "2026-02-01")).json.operators;
  expect(of(prova, "2025-S1")).toMatchObject({ state: "none", standing: "overdue", due: { on: "2025-09-28" } });
  expect(of(prova, "2024-S2")).toBeUndefined();
});

test.each([
  ["2026-12-31", "2027-S1", "begins on 2027-01-01"],
  ["2027-01-01", "2027-S1", "runs until 2027-06-30"],
  ["2026-12-31", "2027", "begins on 2027-01-01"],
  ["2027-01-01", "2027", "waits for its halves"],
])("on %s the period %s, of which nothing is there, %s", async (today, period, words) => {
  const { json } = await status(await workspace(), today, "--period", period);
  expect(statusText(json.operators, json.today)).toContain(`${period}  ${words}`);
});

test("a person reads a table in the order of what is due", async () => {
  const root = await workspace();
  await sealed(root, "2026-S1", "c1", "2026-07-10");
  await reported(root, "published/prova/2026-S1/r1", "c1", { day: "2026-09-01" });
  const { json } = await status(root, "2027-02-01");
  expect(statusText(json.operators, json.today).split("\n")).toEqual([
    "prova: Prova Srl",
    "  what          state                      due                             missed  bad rows  notes",
    "  2026-S1       published r1 (2026-09-01)  2026-09-28  done                2       3",
    "  targets 2027  none of 1 set              2026-12-31  OVERDUE by 32 days                    the newest are of 2026",
    "  2026-S2       no data                    2027-03-31  58 days left",
    "  2026          waits for its halves       2027-06-30  149 days left                         no data of 2026-S2",
    "  2027-S1       runs until 2027-06-30      2027-09-28  239 days left",
    "  targets 2028  none of 1 set              2027-12-31  333 days left                         the newest are of 2026",
    "  2027          waits for its halves       2028-06-30  515 days left                         no data of 2027-S1 and 2027-S2",
    "",
    "On 2027-02-01: 1 overdue, 0 due soon. Next: prova 2026-S2, by 2027-03-31 (58 days left).",
  ]);
});
