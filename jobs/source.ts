/** Opens what a profile, or --source, names as the source of the tables. */
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Period } from "../reports/period.ts";
import { csvFolderSource } from "../sql/sources/csv-folder.ts";
import type { Source } from "../sql/sources/source.ts";
import { type TableName, tableNames } from "../sql/tables.ts";
import { jobError } from "./errors.ts";
import type { MysqlProfileSource, Profile } from "./profile.ts";
import type { Workspace } from "./workspace.ts";

/** A source that says of itself what it is: a folder, or a database without its secret. */
export interface NamedSource extends Source {
  readonly name: string;
}

export interface SourceOptions {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly period: Period;
  readonly sourceFolder: string | undefined;
}

export async function openSource({ workspace, profile, period, sourceFolder }: SourceOptions): Promise<NamedSource> {
  const { source } = profile;
  if (sourceFolder !== undefined) return named(csvFolderSource(resolve(sourceFolder), source.zone), sourceFolder);
  if (source.kind !== "mysql")
    return named(csvFolderSource(resolve(workspace.folder, source.path), source.zone), source.path);
  return openDatabase(source, resolve(workspace.folder, source.selects), period);
}

async function openDatabase(source: MysqlProfileSource, folder: string, period: Period): Promise<NamedSource> {
  const { host, port, socketPath, user, database, passwordEnv, zone } = source;
  const password = passwordEnv === undefined ? undefined : process.env[passwordEnv];
  if (passwordEnv !== undefined && password === undefined) throw jobError("no-secret", { variable: passwordEnv });
  // Most runs of the embedded engine never speak to a database.
  const { mysqlSource } = await import("../sql/sources/mysql.ts");
  const opened = await mysqlSource({
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(socketPath !== undefined && { socketPath }),
    user,
    password: password ?? "",
    ...(passwordEnv !== undefined && { passwordFrom: passwordEnv }),
    database,
    zone,
    selects: await readSelects(folder),
    period: { startAt: instantText(period.startMicros), endAt: instantText(period.endMicros) },
  });
  return named(opened, `${user}@${socketPath ?? `${host}:${port ?? 3306}`}/${database}`);
}

async function readSelects(folder: string): Promise<ReadonlyMap<TableName, string>> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const selects = new Map<TableName, string>();
  for (const table of tableNames)
    if (names.includes(`${table}.sql`)) selects.set(table, await readFile(join(folder, `${table}.sql`), "utf8"));
  if (selects.size === 0)
    throw jobError("bad-option", {
      words: `${folder} has no SELECT: it needs one file <table>.sql per table that the database has.`,
    });
  return selects;
}

const instantText = (micros: bigint): string => `${new Date(Number(micros / 1000n)).toISOString().slice(0, 19)}Z`;

function named(source: Source, name: string): NamedSource {
  return { name, zone: source.zone, open: (table) => source.open(table), close: () => source.close() };
}
