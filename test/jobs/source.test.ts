/** A database that refuses the password is told of with the place it came from. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Profile } from "../../jobs/profile.ts";
import { openSource } from "../../jobs/source.ts";
import { faultOf } from "../../jobs/terminal.ts";
import { workspaceAt } from "../../jobs/workspace.ts";
import { period } from "../../reports/period.ts";
import { freshDatabase } from "../setup/database.ts";

test.each([
  ["wrong-secret", "The password came from the environment variable READER_PASSWORD, which the profile names"],
  [
    "",
    "No password was sent: the environment variable READER_PASSWORD, which the profile names as passwordEnv, is empty.",
  ],
])("with the password '%s': exit 4, and where to look", async (password, words) => {
  const { host, port, database, createUser } = await freshDatabase();
  const user = await createUser("reader", "right-secret");
  const folder = await mkdtemp(join(tmpdir(), "semestrale-source-"));
  vi.stubEnv("READER_PASSWORD", password);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  await writeFile(join(folder, "events.sql"), "SELECT 1");
  const source = {
    kind: "mysql",
    host,
    port,
    user,
    database,
    passwordEnv: "READER_PASSWORD",
    selects: ".",
    zone: "UTC",
  };
  const fault = await openSource({
    workspace: workspaceAt(folder, undefined),
    profile: { source } as unknown as Profile,
    period: period(2026, 1),
    sourceFolder: undefined,
  }).then(
    () => undefined,
    (error: unknown) => faultOf(error),
  );
  expect(fault).toMatchObject({ code: "source-unreachable", exitCode: 4, message: expect.stringContaining(words) });
  expect(fault?.message).toContain(`the server has no account '${user}'@'`);
  expect(fault?.message).not.toContain("-secret");
});
