import { describe, expect, test } from "vitest";
import { csvFolderSource } from "../../../sql/sources/csv-folder.ts";
import { eventsFile, folderWith, header } from "./csv-files.ts";
import { errorOf, openRows, readRows } from "./read-rows.ts";

describe("a folder of exports", () => {
  test("gives no table where there is no file", async () => {
    expect(await folderWith({}).open("events")).toBeUndefined();
  });

  test("leaves a Parquet file to the engine", async () => {
    const table = await folderWith({ "events.parquet": "PAR1" }).open("events");
    expect(table).toMatchObject({ kind: "parquet", origin: "events.parquet" });
    expect(table?.kind === "parquet" && table.path.endsWith("/events.parquet")).toBe(true);
  });

  test("names the columns it ignores and the file, whatever their order", async () => {
    const source = eventsFile("note,document,kind,ended_at,started_at,event_id,extra\nn,D,strike,,2026-01-02,E1,x\n");
    const table = await openRows(source, "events");
    expect(table.ignoredColumns).toEqual(["note", "extra"]);
    expect(table.origin).toBe("events.csv");
    expect(await readRows(source, "events")).toEqual([{ line: 2, values: ["E1", "2026-01-02", null, "strike", "D"] }]);
    expect(source.zone).toBe("Europe/Rome");
  });

  test("gives a table without rows where the file holds a header alone", async () => {
    expect(await readRows(eventsFile(header), "events")).toEqual([]);
    expect(await readRows(eventsFile(`${header}\r\n\r\n`), "events")).toEqual([]);
  });

  test("gives thousands of rows in batches, each with its line", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `E${i},2026-01-02T10:00:00Z,,strike,${i % 7 ? "D" : '"D"'}`);
    const table = await openRows(eventsFile([header, ...lines].join("\n")), "events");
    let [rows, batches] = [0, 0];
    for await (const batch of table.batches) {
      for (const row of batch) expect([row.line, row.values[0]]).toEqual([rows + 2, `E${rows++}`]);
      batches += 1;
    }
    expect(rows).toBe(20_000);
    expect(batches).toBeGreaterThan(2);
  });

  test("can be left before its end, and read again", async () => {
    const source = eventsFile(`${header}\nE1,2026-01-02,,strike,D\n`);
    const table = await openRows(source, "events");
    for await (const _ of table.batches) break;
    expect(await readRows(source, "events")).toHaveLength(1);
    await source.close();
  });
});

const good = `${header}\nE1,2026-01-02,,strike,D\n`;
const latin1 = Buffer.from("E2,2026-01-02,,strike,citt\xe0\n", "latin1");
const wideRows = Array.from({ length: 9000 }, (_, i) => `E${i},2026-01-02,,strike,${"à".repeat(20)}\n`).join("");

interface Refusal {
  readonly name: string;
  readonly file: string | Buffer;
  readonly line?: number;
  readonly sentence: string;
}

const refusals: readonly Refusal[] = [
  { name: "an empty file", file: "", line: 1, sentence: "events.csv is empty: its first line must name the columns." },
  { name: "a file of blank lines", file: "\n\r\n\n", line: 1, sentence: "events.csv is empty" },
  { name: "a BOM alone", file: "\ufeff", line: 1, sentence: "events.csv is empty" },
  {
    name: "a missing column",
    file: "event_id,started_at,ended_at,kind\n",
    line: 1,
    sentence: "events.csv: column document is missing (there are: event_id, started_at, ended_at, kind).",
  },
  {
    name: "several missing columns, all named",
    file: "event_id,started_at,KIND\n",
    line: 1,
    sentence: "events.csv: columns ended_at, kind, document are missing (there are: event_id, started_at, KIND).",
  },
  {
    name: "semicolons",
    file: good.replaceAll(",", ";"),
    line: 1,
    sentence: "are missing (the file seems separated by ';' where ',' is asked for)",
  },
  { name: "tabs", file: good.replaceAll(",", "\t"), line: 1, sentence: "the file seems separated by tabs" },
  { name: "lone carriage returns", file: good.replaceAll("\n", "\r"), line: 1, sentence: "seem to end in CR alone" },
  {
    name: "a column twice",
    file: `${header},kind\n`,
    line: 1,
    sentence: "events.csv: column kind is more than once, so it cannot be known which one counts.",
  },
  { name: "an ignored column twice", file: `${header},x,x\n`, line: 1, sentence: "column x is more than once" },
  {
    name: "a header with a broken quote",
    file: `"event_id,started_at\n`,
    line: 1,
    sentence: "events.csv, line 1: the header cannot be read: the quote that opens field 1 is not closed.",
  },
  {
    name: "Latin-1 in the second row",
    file: Buffer.concat([Buffer.from(good), latin1]),
    line: 3,
    sentence: "events.csv, line 3: the bytes are not UTF-8",
  },
  {
    name: "Latin-1 at the very end, without a newline",
    file: Buffer.concat([Buffer.from(good), latin1.subarray(0, -1)]),
    line: 3,
    sentence: "events.csv, line 3: the bytes are not UTF-8",
  },
  {
    name: "Latin-1 far into the file",
    file: Buffer.concat([Buffer.from(`${header}\n${wideRows}`), latin1]),
    line: 9002,
    sentence: "events.csv, line 9002: the bytes are not UTF-8",
  },
  {
    name: "a UTF-8 sequence cut by the end of the file",
    file: Buffer.concat([Buffer.from(`${good}E2,2026-01-02,,strike,`), Buffer.from([0xc3])]),
    line: 3,
    sentence: "events.csv, line 3: the bytes are not UTF-8",
  },
  {
    name: "UTF-16",
    file: Buffer.from(`\ufeff${good}`, "utf16le"),
    line: 1,
    sentence: "events.csv is UTF-16, not UTF-8.",
  },
  {
    name: "a NUL byte",
    file: `${good}E2,2026-01-02,,strike,D\0\n`,
    line: 3,
    sentence: "events.csv, line 3: a NUL byte, which no text holds",
  },
  {
    name: "a line without end",
    file: `${good}${"x".repeat(1_400_000)}`,
    sentence: "a line of more than 1048576 bytes",
  },
];

describe("a file is refused", () => {
  test.each(refusals)("for $name", async ({ file, line, sentence }) => {
    const error = await errorOf(readRows(eventsFile(file), "events"));
    expect(error.message).toContain(sentence);
    expect(error).toMatchObject({ code: "table-refused", table: "events", file: "events.csv", line });
  });

  test("beside a Parquet file of the same table", async () => {
    const error = await errorOf(folderWith({ "events.csv": good, "events.parquet": "" }).open("events"));
    expect(error).toMatchObject({ code: "table-refused", table: "events" });
    expect(error.message).toBe(
      "The folder holds both events.csv and events.parquet, so it cannot be known which one counts. Remove one of them.",
    );
  });

  test("but never for what the letters of its text are", async () => {
    const source = eventsFile(`${header}\n${wideRows}`);
    expect(await readRows(source, "events")).toHaveLength(9000);
  });
});

describe("a folder that cannot be read", () => {
  test.each(["/nonexistent/folder", "/dev/null"])("%s is unreachable", async (dir) => {
    const error = await errorOf(csvFolderSource(dir, "Europe/Rome").open("events"));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain(`The source folder ${dir} cannot be read: `);
  });
});
