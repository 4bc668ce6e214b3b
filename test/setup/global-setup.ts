/** Once before all tests: the right Node, the system tools, and a private MariaDB; once after them: its end. */
import type { TestProject } from "vitest/node";
import { startMariadb, type TestServer } from "./mariadb.ts";
import { ensureTools, testTools } from "./system-tools.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly mariadb: TestServer;
  }
}

const lowestNode = 24;

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (Number.parseInt(process.version.slice(1), 10) < lowestNode) {
    throw new Error(
      `The tests need Node ${lowestNode} or later and run on ${process.version}: start them with "npm test", which finds the locked one.`,
    );
  }
  ensureTools(testTools);
  const { server, stop } = await startMariadb();
  project.provide("mariadb", server);
  return stop;
}
