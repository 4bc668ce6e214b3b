import { pull } from "../pull.ts";
import { markLast } from "../snapshot.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { type Invocation, jobContext, locked } from "./context.ts";

/** Seals a snapshot and says what was read, kept and put aside. */
export async function pullCommand(invocation: Invocation): Promise<Spoken> {
  const { options } = invocation;
  const context = await jobContext("pull", invocation);
  const isDry = options["dry-run"] === true;
  return locked(context, isDry, async (job) => {
    const { folder, manifest, isNew } = await pull({ ...job, sourceFolder: options.source });
    await markLast({ folder, manifest });
    const rows = manifest.tables.map(({ table, rows: kept }) => {
      const origin = manifest.origin.tables[table];
      const quarantined = manifest.quarantine.find((file) => file.table === table)?.rows ?? 0;
      return {
        table,
        read: origin?.read ?? 0,
        kept,
        outside: origin?.outside ?? 0,
        quarantined,
        ignoredColumns: origin?.ignoredColumns ?? [],
        doubledHours: origin?.doubledHours ?? 0,
      };
    });
    const place = isDry ? "" : folder;
    const notes = rows.flatMap(({ table, ignoredColumns, doubledHours }) => [
      ...(ignoredColumns.length > 0 ? [`${table}: columns ignored: ${ignoredColumns.join(", ")}`] : []),
      ...(doubledHours > 0
        ? [`${table}: ${doubledHours} times in the hour that autumn doubles, read as the first`]
        : []),
    ]);
    const head = isDry ? "dry run, nothing was written" : isNew ? "sealed" : "sealed before, nothing new";
    const table = [
      ["table", "read", "kept", "other periods", "quarantined"],
      ...rows.map((row) => [row.table, `${row.read}`, `${row.kept}`, `${row.outside}`, `${row.quarantined}`]),
    ];
    return {
      json: {
        operator: manifest.operator,
        period: manifest.period,
        digest: manifest.digest,
        folder: place,
        isNew,
        tables: rows,
      },
      text: [
        `${manifest.operator} ${manifest.period}: ${head}`,
        `  digest ${manifest.digest}`,
        ...(isDry ? [] : [`  folder ${folder}`]),
        tableText(table),
        ...notes,
      ].join("\n"),
    };
  });
}
