/** A folder of exports as a source: one `<table>.csv` or `<table>.parquet` for each table. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TableName } from "../tables.ts";
import { type ColumnMatch, matchColumns } from "./columns.ts";
import type { CsvRecord } from "./csv-block.ts";
import { csvRecords } from "./csv-records.ts";
import type { RawRow, RawTable, Source } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** A source over the files of `dir`; naive times in them are in the IANA zone `zone`. Nothing is opened before a table is asked for. */
export function csvFolderSource(dir: string, zone: string): Source {
  return {
    zone,
    open: (table) => openTable(dir, table),
    close: async () => {},
  };
}

/**
 * The file of one table; undefined where there is none.
 * @throws SourceError source-unreachable: no such folder; table-refused: two files for the table, no header, or a header
 * that is not the contract's.
 */
async function openTable(dir: string, table: TableName): Promise<RawTable | undefined> {
  const files = await filesIn(dir);
  const csv = `${table}.csv`;
  const parquet = `${table}.parquet`;
  if (files.has(csv) && files.has(parquet)) {
    throw new SourceError(
      "table-refused",
      `The folder holds both ${csv} and ${parquet}, so it cannot be known which one counts. Remove one of them.`,
      { table },
    );
  }
  if (files.has(parquet)) return { kind: "parquet", path: join(dir, parquet), origin: parquet };
  if (!files.has(csv)) return undefined;
  const { width, match } = await readHeader(join(dir, csv), table, csv);
  return {
    kind: "rows",
    batches: rowBatches(join(dir, csv), table, width, match),
    ignoredColumns: match.ignoredColumns,
    origin: csv,
  };
}

const folderWords: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "it is a file",
  EACCES: "the user of this job may not read it",
};

async function filesIn(dir: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(await readdir(dir));
  } catch (cause) {
    const { code = "", message } = cause as NodeJS.ErrnoException;
    const words = folderWords[code] ?? message;
    throw new SourceError(
      "source-unreachable",
      `The source folder ${dir} cannot be read: ${words}. Check the path in the profile, or after --source.`,
      { cause },
    );
  }
}

interface Header {
  /** Number of fields a record must have. */
  readonly width: number;
  readonly match: ColumnMatch;
}

async function readHeader(path: string, table: TableName, file: string): Promise<Header> {
  for await (const records of csvRecords(path, table)) {
    const header = records[0];
    if (header === undefined) continue;
    const place = { table, file, line: header.line };
    if (header.broken !== undefined) {
      throw new SourceError(
        "table-refused",
        `${file}, line ${header.line}: the header cannot be read: ${header.broken}. Its first line must name the columns, separated by ','.`,
        place,
      );
    }
    return { width: header.fields.length, match: matchColumns(table, header.fields, file, place) };
  }
  throw new SourceError(
    "table-refused",
    `${file} is empty: its first line must name the columns. A table without rows is a header alone.`,
    { table, file, line: 1 },
  );
}

async function* rowBatches(
  path: string,
  table: TableName,
  width: number,
  { positions }: ColumnMatch,
): AsyncGenerator<readonly RawRow[]> {
  let isHeader = true;
  for await (const records of csvRecords(path, table)) {
    const rows: RawRow[] = [];
    for (const record of records) {
      if (!isHeader) rows.push(rawRow(record, width, positions));
      isHeader = false;
    }
    if (rows.length > 0) yield rows;
  }
}

function rawRow(record: CsvRecord, width: number, positions: readonly number[]): RawRow {
  const { line, fields } = record;
  const values = new Array<string | null>(positions.length);
  for (let column = 0; column < positions.length; column += 1) {
    // An empty field is NULL; a field that a broken record lacks is not known, which is NULL too.
    values[column] = fields[positions[column] as number] || null;
  }
  if (record.broken !== undefined) return { line, values, broken: record.broken };
  if (fields.length === width) return { line, values };
  return { line, values, broken: `the record has ${fields.length} fields where the header has ${width}` };
}
