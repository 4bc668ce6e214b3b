import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RowDataPacket } from "mysql2";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { generateCommand } from "../../../jobs/commands/generate.ts";
import { parseCommandLine } from "../../../jobs/options.ts";
import { describeParameters } from "../../../jobs/sample/parameters.ts";
import { sampleTables } from "../../../jobs/sample/sample-tables.ts";
import { faultOf } from "../../../jobs/terminal.ts";
import { tableNames } from "../../../sql/tables.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { run, writeProfile } from "../../sources-equal/launch.ts";

const terminal = { isPerson: false, showsProgress: false };

/** `semestrale generate FOLDER` with these words after it. */
async function generate(folder: string, ...words: readonly string[]) {
  const { options, rest } = parseCommandLine(["generate", folder, "--operator", "hellotel", "--size", "200", ...words]);
  const { json, text } = await generateCommand({ options, rest, terminal });
  return { json: json as { readonly parameters: readonly string[]; readonly source: string }, text };
}

const faultFrom = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => faultOf(error),
  );

async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "semestrale-generate-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function writerOf({ host, port, database, createUser }: TestDatabase): Promise<readonly string[]> {
  const user = await createUser("writer", "pass", "SELECT, CREATE, DROP, INSERT");
  vi.stubEnv("WRITER_PASSWORD", "pass");
  onTestFinished(() => void vi.unstubAllEnvs());
  const place = ["--format", "mariadb", "--host", host, "--port", `${port}`];
  return [...place, "--user", user, "--database", database, "--password-env", "WRITER_PASSWORD"];
}

describe("sample data straight into MariaDB", () => {
  test.each([
    ["0", "datetime(6)", "UTC"],
    ["30", "varchar(255)", "Europe/Rome"],
  ])(
    "with %s bad rows per mille has times as %s, and the source it prints is one that runs",
    async (bad, type, zone) => {
      const [database, folder] = [await freshDatabase(), await scratchFolder()];
      const { json, text } = await generate(join(folder, "selects"), ...(await writerOf(database)), "--bad", bad);

      const parameters = {
        seed: 1,
        operator: "hellotel",
        year: 2026,
        half: 1,
        size: 200,
        badShare: Number(bad),
      } as const;
      expect(`${json.parameters.join("\n")}\n`).toBe(describeParameters(parameters));
      expect(text).toContain(describeParameters(parameters));
      expect(text).toContain(json.source);
      expect(text).not.toContain('"pass"');
      expect((await readdir(join(folder, "selects"))).sort()).toEqual(tableNames.map((name) => `${name}.sql`).sort());
      expect(JSON.parse(json.source)).toMatchObject({ zone, selects: join(folder, "selects") });

      const { admin } = database;
      const [columns] = await admin.query<RowDataPacket[]>("SHOW COLUMNS FROM contact_calls LIKE 'received_at'");
      expect(columns[0]?.Type).toBe(type);
      for (const [name, rows] of sampleTables(parameters)) {
        const [counted] = await admin.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM ??", [name]);
        expect([name, counted[0]?.n]).toEqual([name, [...rows].length]);
      }

      await writeProfile(folder, "hellotel", json.source);
      const { snapshot } = await run(folder, "hellotel", { WRITER_PASSWORD: "pass" });
      expect(snapshot.tables.find(({ table }) => table === "contact_calls")?.rows).toBeGreaterThan(100);
    },
  );

  test("takes the place of no table that is there already", async () => {
    const [database, folder] = [await freshDatabase(), await scratchFolder()];
    const writer = await writerOf(database);
    await database.admin.query("CREATE TABLE invoices (number INT); INSERT INTO invoices VALUES (41), (42)");
    const fault = await faultFrom(generate(join(folder, "selects"), ...writer));
    expect(fault).toMatchObject({ code: "bad-option", exitCode: 2 });
    expect(fault?.message).toContain(`${database.database} has invoices already, and generate replaces no table`);
    const [rows] = await database.admin.query<RowDataPacket[]>("SELECT number FROM invoices");
    expect(rows.map(({ number }) => number)).toEqual([41, 42]);
    const [found] = await database.admin.query<RowDataPacket[]>("SHOW TABLES");
    expect(found).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  const reach = ["--format", "mariadb", "--user", "nobody", "--database", "sample"];
  test.each([
    ["neither user nor database", ["--format", "mariadb"], 2, "needs --user and --database, for example"],
    ["a host and a socket", [...reach, "--host", "h", "--socket", "/s"], 2, "--host and --socket exclude each other"],
    ["a port that is none", [...reach, "--port", "65536"], 2, "--port 65536: use a whole number up to 65535"],
    ["a variable that is not set", [...reach, "--password-env", "NOT_SET_HERE"], 2, "--password-env NOT_SET_HERE"],
    [
      "a server that is not there",
      [...reach, "--port", "1"],
      4,
      "sample at 127.0.0.1:1 cannot be filled as user nobody",
    ],
    ["a socket that is not there", [...reach, "--socket", "/no/socket"], 4, "sample at /no/socket cannot be filled"],
    ["an unknown format", ["--format", "xml"], 2, "--format xml: use csv, parquet or mariadb."],
  ])("refuses %s in a sentence", async (_, words, exitCode, sentence) => {
    const fault = await faultFrom(generate(join(await scratchFolder(), "selects"), ...words));
    expect(fault).toMatchObject({ exitCode });
    expect(fault?.message).toContain(sentence);
  });

  test("refuses a password or a right that is missing as the server says it", async () => {
    const { host, port, database, createUser } = await freshDatabase();
    const reader = await createUser("reader", "pass");
    const folder = join(await scratchFolder(), "selects");
    const words = [
      "--format",
      "mariadb",
      "--host",
      host,
      "--port",
      `${port}`,
      "--user",
      reader,
      "--database",
      database,
    ];
    expect(await faultFrom(generate(folder, ...words))).toMatchObject({ exitCode: 4 });
    vi.stubEnv("READER_PASSWORD", "pass");
    onTestFinished(() => void vi.unstubAllEnvs());
    const fault = await faultFrom(generate(folder, ...words, "--password-env", "READER_PASSWORD"));
    expect(fault).toMatchObject({ exitCode: 4 });
    expect(fault?.message).toMatch(/(CREATE|DROP) command denied to user/);
  });
});
