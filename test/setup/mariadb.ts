/** A private MariaDB server in a folder of its own, which goes away with the tests. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import mysql from "mysql2/promise";
import { findTool } from "./system-tools.ts";

/** How a test reaches the server; the user may do everything. */
export interface TestServer {
  readonly host: string;
  readonly port: number;
  readonly socketPath: string;
  readonly user: string;
  readonly password: string;
}

export interface RunningServer {
  readonly server: TestServer;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

const [startSeconds, stopSeconds] = [60, 20];

export async function startMariadb(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "semestrale-mariadb-"));
  let child: ChildProcess | undefined;
  const removeAtExit = () => {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  // A run that is broken off leaves neither a server nor its folder behind.
  process.once("exit", removeAtExit);
  const stop = async () => {
    if (child !== undefined) await end(child);
    removeAtExit();
    process.removeListener("exit", removeAtExit);
  };
  try {
    const dataFolder = install(folder);
    const port = await freePort();
    const socketPath = join(folder, "server.sock");
    const server = { host: "127.0.0.1", port, socketPath, user: "root", password: "" };
    child = launch(folder, dataFolder, server);
    await answering(child, server, join(folder, "server.log"));
    return { server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As root the server runs as the user its package made, which must then own the folder. */
const userOptions = () => (process.getuid?.() === 0 ? ["--user=mysql"] : []);

function install(folder: string): string {
  const dataFolder = join(folder, "data");
  // A folder of its own: two servers made at once would trip over each other's temporary tables in the machine's.
  const tmpFolder = join(folder, "tmp");
  for (const path of [dataFolder, tmpFolder]) mkdirSync(path);
  if (process.getuid?.() === 0) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "mysql"], { encoding: "utf8" })));
    for (const path of [folder, dataFolder, tmpFolder]) chownSync(path, uid as number, gid as number);
  }
  execFileSync(
    tool("mariadb-install-db"),
    [
      "--no-defaults",
      ...userOptions(),
      `--datadir=${dataFolder}`,
      `--tmpdir=${tmpFolder}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      "--skip-name-resolve",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  return dataFolder;
}

function launch(folder: string, dataFolder: string, server: TestServer): ChildProcess {
  const log = openSync(join(folder, "server.log"), "a");
  return spawn(
    tool("mariadbd"),
    [
      "--no-defaults",
      ...userOptions(),
      `--datadir=${dataFolder}`,
      `--tmpdir=${join(folder, "tmp")}`,
      `--socket=${server.socketPath}`,
      `--pid-file=${join(folder, "server.pid")}`,
      "--bind-address=127.0.0.1",
      `--port=${server.port}`,
      "--skip-networking=0",
      "--skip-name-resolve",
      "--skip-log-bin",
      "--performance-schema=OFF",
      "--innodb-buffer-pool-size=64M",
      "--innodb-flush-log-at-trx-commit=0",
      "--character-set-server=utf8mb4",
      "--max-connections=50",
    ],
    { stdio: ["ignore", log, log] },
  );
}

async function answering(child: ChildProcess, server: TestServer, log: string): Promise<void> {
  for (let tenths = 0; tenths < startSeconds * 10; tenths += 1) {
    if (child.exitCode !== null) break;
    try {
      const { socketPath, user, password } = server;
      const connection = await mysql.createConnection({ socketPath, user, password });
      await connection.query("SELECT 1");
      await connection.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`The private MariaDB did not start. Its log says:\n${readFileSync(log, "utf8").slice(-4000)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(stopSeconds * 1000, undefined, { ref: false })]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function tool(command: string): string {
  const path = findTool(command);
  if (path === undefined)
    throw new Error(`${command} is not installed; it comes with the Debian package mariadb-server.`);
  return path;
}
