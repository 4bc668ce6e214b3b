/** Another operator: a starter for each that comes along, a copy of its profile under a new id, and copies with one fault. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadProfile } from "../../jobs/profile.ts";
import { sampleOperators } from "../../jobs/sample/parameters.ts";
import { job } from "./job.ts";
import { folder } from "./workspaces.ts";

const period = ["--period", "2026-S1"];
/** The workspaces that init makes, one for each operator. */
const roots = new Map<string, string>();

beforeAll(async () => {
  for (const operator of sampleOperators) roots.set(operator, join(await folder(), "start"));
});

const rootOf = (operator: string) => roots.get(operator) as string;

test.each(sampleOperators)("init starts a workspace of %s", async (operator) => {
  const root = rootOf(operator);
  const { exitCode, json } = await job(["init", root, "--operator", operator, "--size", "100", ...period]);
  expect(exitCode).toBe(0);
  expect(json.next).toContain(`--operator ${operator} --period 2026-S1`);
  expect(await readdir(join(root, "operators"))).toEqual([`${operator}.yaml`]);
  expect((await loadProfile(join(root, "operators", `${operator}.yaml`))).source).toMatchObject({
    path: `sources/${operator}`,
  });
  expect(await readdir(join(root, "sources"))).toEqual([operator]);
});

test("there is no starter of an operator that does not come along", async () => {
  const ended = await job(["init", join(await folder(), "start"), "--operator", "acme"]);
  expect([ended.exitCode, ended.sentence]).toEqual([
    2,
    expect.stringContaining("There is sample data of cielo, hellotel, clouditalia, cloudfabric, tunda; not of acme."),
  ]);
});

/** A copy of a shipped profile in the workspace, its text changed once. */
async function copied(operator: string, id: string, from: string, to: string): Promise<string> {
  const shipped = await readFile(join(import.meta.dirname, `../../templates/operators/${operator}.yaml`), "utf8");
  expect(shipped.split(from)).toHaveLength(2);
  const text = shipped.replace(`\nid: ${operator}\n`, `\nid: ${id}\n`).replace(from, () => to);
  await writeFile(join(rootOf(operator), "operators", `${id}.yaml`), text);
  return text;
}

test.each([
  ["clouditalia", ["156-23-cons", "255-24-cons"], true],
  ["cloudfabric", ["operator"], false],
  ["tunda", [], false],
] as const)("a copy of %s under a new id and with a source of its own is sound", async (operator, acts, subject) => {
  const id = `copia-${operator}`;
  await copied(operator, id, `path: sources/${operator},`, `path: sources/${id},`);
  const root = rootOf(operator);
  await cp(join(root, "sources", operator), join(root, "sources", id), { recursive: true });
  const { exitCode, json } = await job(["check", "--workspace", root, "--operator", id, ...period]);
  expect([exitCode, json.operator, json.source, json.subject]).toEqual([0, id, `sources/${id}`, subject]);
  expect(json.acts.map((act: { id: string }) => act.id)).toEqual(acts);
});

describe("a copy with one fault is refused with file, line and what is allowed: exit 2", () => {
  test.each([
    {
      operator: "clouditalia",
      from: "channels: [letter, fax, email, pec]",
      to: "channels: [letter, fax, e-mail, pec]",
      says: "complaints.channels[2]: 'e-mail' is not allowed; did you mean 'email'? Allowed: letter, fax, email, pec, web, phone, counter",
    },
    {
      operator: "cloudfabric",
      from: "  subject: false",
      to: "  subject: no",
      says: "reporting.subject: 'no' is not allowed; allowed: true, false",
    },
    {
      operator: "tunda",
      from: "    table: access_lines",
      to: "    table: access_line",
      says: "readings[4].table: 'access_line' is not allowed; did you mean 'access_lines'? Allowed: activation_orders,",
    },
  ])("$operator: $says", async ({ operator, from, to, says }) => {
    const id = `guasta-${operator}`;
    const text = await copied(operator, id, from, to);
    const line = text.slice(0, text.indexOf(to)).split("\n").length;
    const ended = await job(["check", "--workspace", rootOf(operator), "--operator", id, ...period]);
    expect(ended.exitCode).toBe(2);
    expect(ended.sentence).toContain(`${join(rootOf(operator), "operators", `${id}.yaml`)}:${line}: ${says}`);
  });
});
