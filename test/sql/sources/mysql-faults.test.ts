import type mysql from "mysql2/promise";
import { describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { eventSelect, makeEvents, sourceOf } from "./mysql-fixtures.ts";
import { errorOf, openRows, readRows } from "./read-rows.ts";
import { type Fault, faultyProxy } from "./tcp-proxy.ts";

const rows = 20_000;
const rowNamed = (n: number) => `E${String(n).padStart(6, "0")}`;
/** On the wire from the name to the end of the row: the name, and with their lengths time, NULL, kind and document. */
const rowBytes = 7 + (1 + 19) + 1 + (1 + 6) + (1 + 100);

/** The server is awaited for seconds, so that a hang is a failure of the test and not of its patience. */
const timeouts = { idleTimeoutMs: 1500, connectTimeoutMs: 1500 };

async function throughProxy(database: TestDatabase, fault: Fault) {
  const port = await faultyProxy(database.port, fault);
  return sourceOf({ ...database, port }, `${eventSelect} ORDER BY event_id`, timeouts);
}

describe("a line that breaks before the first row", () => {
  const early: readonly (readonly [name: string, fault: Fault, words: string])[] = [
    ["closed before the handshake", { kind: "close", at: "connect" }, "The server closed the connection"],
    ["reset before the handshake", { kind: "reset", at: "connect" }, "ECONNRESET"],
    ["silent instead of a handshake", { kind: "stall", at: "connect" }, "ETIMEDOUT"],
    ["closed in the handshake", { kind: "close", at: { text: "mysql_native_password" } }, "The server closed"],
  ];
  test.each(early)("%s is unreachable", async (_, fault, words) => {
    const database = await freshDatabase();
    const error = await errorOf(throughProxy(database, fault));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^The database test_\d+_\d+ at 127\.0\.0\.1:\d+ cannot be reached as user root: /);
  });
});

describe("a line that breaks among the rows is cut, never their end", () => {
  const places: readonly (readonly [name: string, row: number, bytes: number])[] = [
    ["before row 1", 1, 0],
    ["after row 1", 1, rowBytes],
    ["in the middle of row 10", 10, 50],
    ["half way", rows / 2, rowBytes],
    ["before the last row", rows, -4],
    ["after the last row, before the mark of the end", rows, rowBytes],
  ];
  for (const kind of ["close", "reset", "stall"] as const) {
    test.each(places)(`${kind} %s`, async (_, row, bytes) => {
      const database = await freshDatabase();
      await makeEvents(database, rows);
      const source = await throughProxy(database, { kind, at: { text: rowNamed(row), bytes } });
      const error = await errorOf(readRows(source, "events"));
      expect(error).toMatchObject({ code: "source-cut", table: "events" });
      expect(error.message).toMatch(/^Reading events from the database .* was cut after \d+ rows: /);
      if (kind === "stall") expect(error.message).toContain("no answer for 1.5 seconds");
      // A dead line stays dead: the next table does not begin.
      expect((await errorOf(source.open("events"))).code).toBe("source-cut");
    });
  }

  test("nor where it breaks after the last row, before the count", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 10);
    const select = `${eventSelect} ORDER BY event_id`;
    const port = await faultyProxy(database.port, { kind: "stall", at: { text: "COUNT(*)" } });
    const source = await sourceOf({ ...database, port }, select, timeouts);
    const error = await errorOf(readRows(source, "events"));
    expect(error.message).toContain("was cut after 10 rows: no answer for 1.5 seconds");
  });

  test("nor where the SELECT gives other rows the second time", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1000);
    // The session counts the rows it was asked for: of the first time 700 pass, of the second none.
    const counting = `${eventSelect} WHERE (@asked := COALESCE(@asked, 0) + 1) <= 700`;
    const error = await errorOf(readRows(await sourceOf(database, counting), "events"));
    expect(error.code).toBe("source-cut");
    expect(error.message).toContain("gave 700 rows where the same SELECT counts 0.");
  });
});

describe("the server ends a statement", () => {
  const kills: readonly (readonly [what: string, words: string])[] = [
    ["KILL QUERY", "Query execution was interrupted"],
    ["KILL CONNECTION", ""],
  ];
  test.each(kills)("%s in the middle is cut", async (kill, words) => {
    const database = await freshDatabase();
    await makeEvents(database, 3);
    const source = await sourceOf(database, `${eventSelect} WHERE SLEEP(0.4) = 0`);
    const table = await openRows(source, "events");
    const reading = errorOf(drain(table.batches));
    const id = await sleepingQuery(database);
    await database.admin.query(`${kill} ${id}`);
    const error = await reading;
    expect(error.code).toBe("source-cut");
    expect(error.message).toContain(words);
  });

  test("a statement that answers too late is cut", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    const source = await sourceOf(database, `${eventSelect} WHERE SLEEP(1) = 0`, { idleTimeoutMs: 300 });
    const error = await errorOf(readRows(source, "events"));
    expect(error.code).toBe("source-cut");
    expect(error.message).toContain("no answer for 0.3 seconds");
  });

  test("a statement over the time the server allows is cut", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    const user = await database.createUser("hurried", "secret");
    await database.admin.query(`ALTER USER '${user}'@'%' WITH MAX_STATEMENT_TIME 0.3`);
    const select = `${eventSelect} WHERE SLEEP(1) = 0`;
    const error = await errorOf(readRows(await sourceOf({ ...database, user, password: "secret" }, select), "events"));
    expect(error.code).toBe("source-cut");
    expect(error.message).toContain("max_statement_time exceeded");
  });
});

async function drain(batches: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of batches);
}

async function sleepingQuery({ admin, database }: TestDatabase): Promise<number> {
  for (;;) {
    const [found] = await admin.query<mysql.RowDataPacket[]>(
      "SELECT id FROM information_schema.processlist WHERE db = ? AND state = 'User sleep'",
      [database],
    );
    if (found[0] !== undefined) return Number(found[0].id);
  }
}

describe("a server that cannot be used", () => {
  test("refuses a wrong password, which is in no message", async () => {
    const database = await freshDatabase();
    const user = await database.createUser("reader", "right-secret");
    const error = await errorOf(sourceOf({ ...database, user, password: "wrong-secret" }, eventSelect));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain(`cannot be used as user ${user}: Access denied for user '${user}'@'127.0.0.1'`);
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain("wrong-secret");
  });

  test.each<readonly [string, string | undefined, string, string]>([
    [
      "wrong",
      "QOS_DB_PASSWORD",
      "wrong-secret",
      "(using password: YES). The password came from the environment variable QOS_DB_PASSWORD, which the profile names as passwordEnv: look there",
    ],
    [
      "empty",
      "QOS_DB_PASSWORD",
      "",
      "No password was sent: the environment variable QOS_DB_PASSWORD, which the profile names as passwordEnv, is empty.",
    ],
    ["named nowhere", undefined, "", "No password was sent, because the profile names no passwordEnv: set it"],
  ])(
    "a password that is %s: says where it comes from, and for whom the server wants it",
    async (_, from, password, words) => {
      const database = await freshDatabase();
      const user = await database.createUser("reader", "right-secret");
      const error = await errorOf(sourceOf({ ...database, user, password }, eventSelect, { passwordFrom: from }));
      expect(error.message).toContain(words);
      expect(error.message).toContain(`the server has no account '${user}'@'127.0.0.1'`);
      if (password !== "") expect(error.message).not.toContain(password);
    },
  );

  test("a database that the user has no right in is told apart from a wrong password", async () => {
    const database = await freshDatabase();
    const other = await freshDatabase();
    const user = await other.createUser("stranger", "secret");
    const error = await errorOf(sourceOf({ ...database, user, password: "secret" }, eventSelect));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain("User and password are right, and the user has no right in this database.");
    expect(error.message).toContain(`GRANT SELECT ON ${database.database}.*`);
  });

  test("refuses a database that does not exist", async () => {
    const database = await freshDatabase();
    const error = await errorOf(sourceOf({ ...database, database: "nowhere" }, eventSelect));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain("Unknown database 'nowhere'");
    expect(error.message).toContain("Correct `database` in the profile.");
  });

  test("does not answer at a port where nobody listens", async () => {
    const database = await freshDatabase();
    const error = await errorOf(sourceOf({ ...database, port: 1 }, eventSelect));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain("at 127.0.0.1:1 cannot be reached as user root: connect ECONNREFUSED");
  });

  test("does not answer on a socket that is not there", async () => {
    const database = await freshDatabase();
    const error = await errorOf(sourceOf(database, eventSelect, { socketPath: "/nonexistent/server.sock" }));
    expect(error.code).toBe("source-unreachable");
    expect(error.message).toContain("at /nonexistent/server.sock cannot be reached");
  });
});

describe("a SELECT is refused in the server's words", () => {
  const refusals: readonly (readonly [name: string, select: string, words: string])[] = [
    ["a syntax error", "SELECT FROM WHERE", "You have an error in your SQL syntax"],
    ["an unknown table", "SELECT event_id FROM nothing", "nothing' doesn't exist"],
    ["an unknown column", "SELECT event_ident FROM events", "Unknown column 'event_ident'"],
    ["a column named twice", "SELECT *, event_id FROM events", "Duplicate column name 'event_id'"],
    ["several statements", `${eventSelect}; ${eventSelect}`, "You have an error in your SQL syntax"],
    ["a placeholder without a name", `${eventSelect} WHERE event_id = ?`, "EXECUTE"],
    ["a fault found while it runs", `${eventSelect} WHERE (SELECT 1 UNION SELECT 2) = 1`, "more than 1 row"],
    ["a function that writes", "WITH e AS (SELECT 1) DELETE FROM events", "syntax"],
  ];
  test.each(refusals)("%s", async (_, select, words) => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    const error = await errorOf(readRows(await sourceOf(database, select), "events"));
    expect(error).toMatchObject({ code: "select-refused", table: "events" });
    expect(error.message).toContain("refuses the SELECT of events: ");
    expect(error.message).toContain(words);
  });

  test("a statement that is no SELECT never reaches the server", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    for (const statement of [
      "DELETE FROM events",
      "-- note\n/* x */ DROP TABLE events",
      "COMMIT",
      "/*! DELETE */ SELECT 1",
    ]) {
      const error = await errorOf((await sourceOf(database, statement)).open("events"));
      expect(error.message).toBe("The SELECT of events must begin with SELECT or WITH: the source is only ever read.");
    }
  });

  test("a table without the right to read it", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 1);
    const user = await database.createUser("blind", "secret", "INSERT");
    const error = await errorOf(
      (await sourceOf({ ...database, user, password: "secret" }, eventSelect)).open("events"),
    );
    expect(error.code).toBe("select-refused");
    expect(error.message).toContain(`SELECT command denied to user '${user}'@`);
    expect(error.message).toContain(`GRANT SELECT ON ${database.database}.*`);
    expect(error.message).toContain("SHOW GRANTS, as that user, names the account and what it may read.");
  });

  test("a refusal leaves the source fit for the next table", async () => {
    const database = await freshDatabase();
    await makeEvents(database, 2);
    const selects = new Map([
      ["events", eventSelect],
      ["invoices", "SELECT nothing"],
    ] as const);
    const source = await sourceOf(database, "", { selects });
    expect((await errorOf(source.open("invoices"))).code).toBe("select-refused");
    expect(await readRows(source, "events")).toHaveLength(2);
  });
});
