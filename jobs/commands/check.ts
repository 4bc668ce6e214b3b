import { tmpdir } from "node:os";
import { Engine } from "../../sql/engine.ts";
import { parquetTypes } from "../../sql/snapshot/raw-table.ts";
import { type TableName, tableNames, tables } from "../../sql/tables.ts";
import { many } from "../error-lists.ts";
import { jobError } from "../errors.ts";
import { remarksOf } from "../notes.ts";
import { notAllowed } from "../profile-error.ts";
import { refuseMissingTables } from "../pull.ts";
import { shapeOf } from "../quarantine.ts";
import { openSource } from "../source.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { lawWarnings } from "../warnings.ts";
import { type Invocation, jobContext } from "./context.ts";

/** Profile, acts, targets, remarks, source and its columns; writes nothing. With --schema, the data contract. */
export async function checkCommand(invocation: Invocation): Promise<Spoken> {
  if (invocation.options.schema === true) return schema(invocation.rest);
  const period = invocation.options.period ?? "last";
  const context = await jobContext("check", { ...invocation, options: { ...invocation.options, period } });
  const source = await openSource({ ...context, sourceFolder: invocation.options.source });
  const found: string[] = [];
  let engine: Engine | undefined;
  try {
    for (const name of tableNames) {
      const table = await source.open(name);
      if (table?.kind === "rows") await table.batches[Symbol.asyncIterator]().return?.();
      if (table?.kind === "parquet") {
        engine ??= await Engine.open({ spillFolder: tmpdir() });
        await parquetTypes(engine, tables[name], table.path);
      }
      if (table !== undefined) found.push(name);
    }
  } finally {
    await source.close();
    await engine?.close();
  }
  const { profile, acts } = context;
  const remarks = await remarksOf(context.workspace, context.part);
  refuseMissingTables(
    profile,
    acts,
    source.name,
    tableNames.filter((name) => !found.includes(name)),
  );
  const missing = tableNames.filter(
    (name) => !found.includes(name) && !tables[name].optional && !profile.none.includes(name),
  );
  const json = {
    operator: profile.id,
    period: context.period.id,
    profile: profile.origin.file,
    subject: profile.reporting.subject,
    acts: acts.map(({ id, verified }) => ({ id, verified })),
    targets: profile.targets.length,
    commitments: profile.commitments.length,
    source: source.name,
    tables: found,
    missing,
    remarks: remarks !== undefined,
    warnings: lawWarnings(profile, context.period),
  };
  const text = [
    `${profile.id} ${context.period.id}: the profile is sound and the source answers`,
    `  profile  ${profile.origin.file}: ${many(profile.targets.length, "target")}, ${many(profile.commitments.length, "further commitment")}`,
    `  acts     ${acts.length > 0 ? acts.map(({ id }) => id).join(", ") : "none"}`,
    ...(profile.reporting.subject ? [] : [`  AGCOM    no report is owed: ${profile.reporting.reason}`]),
    `  source   ${source.name}: ${found.length} tables${missing.length > 0 ? `; not there: ${missing.join(", ")}` : ""}`,
    ...(json.remarks ? ["  remarks  can be printed; the report will hold them"] : []),
    ...(json.warnings.length > 0 ? ["  charter  grants less than the law of the period, as the report will say:"] : []),
    ...json.warnings.map(({ message }) => `    ${message}`),
  ].join("\n");
  return { json, text };
}

function schema(names: readonly string[]): Spoken {
  for (const name of names)
    if (!(tableNames as readonly string[]).includes(name))
      throw jobError("bad-option", { words: `${notAllowed(name, tableNames, "is no table")}.` });
  const shown = (names.length > 0 ? names : tableNames).map((name) => tables[name as TableName]);
  const text = shown.map((table) => {
    const key = table.key.length > 0 ? ` (key: ${table.key.join(", ")})` : "";
    const rows = table.columns.map((column) => [
      `  ${column.name}${column.nullable ? "?" : ""}`,
      shapeOf(column),
      column.meaning,
    ]);
    return `${table.name}${key}${table.optional ? ", optional" : ""}\n${tableText(rows)}`;
  });
  return { json: { tables: shown }, text: `${text.join("\n\n")}\n\n? may be empty. Further columns are ignored.` };
}
