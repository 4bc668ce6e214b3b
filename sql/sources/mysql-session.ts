/**
 * One connection to a MySQL or MariaDB server that never leaves its caller waiting for ever: whatever happens to the
 * line, the server or the statement ends in an error. After an error of the line the session is dead and says so.
 */
import { connect, type Socket } from "node:net";
import mysql, { type Connection, type FieldPacket } from "mysql2";
import { BatchQueue } from "./batch-queue.ts";

export interface MysqlAddress {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** Path of the server's Unix socket; wins over host and port. */
  readonly socketPath?: string | undefined;
  readonly user: string;
  readonly password: string;
  /** The environment variable that the password came from; a sentence names it, and never the password. */
  readonly passwordFrom?: string | undefined;
  readonly database: string;
}

export interface MysqlTimeouts {
  /** Milliseconds until a handshake must have come to its end. */
  readonly connectTimeoutMs: number;
  /** Milliseconds without a byte of an answer that is due, after which the connection counts as cut. */
  readonly idleTimeoutMs: number;
}

export type Cells = readonly (Buffer | null)[];
export interface Answer {
  readonly rows: readonly Cells[];
  readonly fields: readonly FieldPacket[];
}

const rawCells = { rowsAsArray: true, typeCast: false } as const;

export class MysqlSession {
  readonly #connection: Connection;
  readonly #socket: Socket;
  readonly #idleTimeoutMs: number;
  #failure: Error | undefined;
  #isStreaming = false;
  #onFailure: (failure: Error) => void = () => {};

  private constructor(connection: Connection, socket: Socket, idleTimeoutMs: number) {
    this.#connection = connection;
    this.#socket = socket;
    this.#idleTimeoutMs = idleTimeoutMs;
    // The driver reports a lost line here and nowhere else while a statement streams.
    connection.on("error", (error: Error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("the connection was closed")));
  }

  /** Connects. @throws the driver's error, or the server's with its `errno`. */
  static async connect(address: MysqlAddress, timeouts: MysqlTimeouts): Promise<MysqlSession> {
    const { host = "127.0.0.1", port = 3306, socketPath, user, password, database } = address;
    // The socket is ours because the driver's destroy() only half closes its own, which a stalled peer keeps open.
    const socket = socketPath === undefined ? connect({ host, port, noDelay: true }) : connect(socketPath);
    socket.setKeepAlive(true, 60_000);
    const connection = mysql.createConnection({
      user,
      password,
      database,
      charset: "utf8mb4",
      connectTimeout: timeouts.connectTimeoutMs,
      stream: () => socket,
    });
    const session = new MysqlSession(connection, socket, timeouts.idleTimeoutMs);
    await session.#answer((done) => connection.connect((error) => done(error)));
    return session;
  }

  /** Why the session can no longer be used; undefined while it can. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Runs a statement with `?` bound by the server; for statements that answer with nothing. */
  async execute(sql: string, values: readonly string[] = []): Promise<void> {
    await this.#answer((done) => this.#connection.execute(sql, [...values], (error) => done(error)));
  }

  /** Runs a statement whose answer is small enough to be held. */
  async query(sql: string): Promise<Answer> {
    let answer: Answer = { rows: [], fields: [] };
    await this.#answer((done) =>
      this.#connection.query({ sql, ...rawCells }, (error, rows, fields) => {
        answer = { rows: Array.isArray(rows) ? (rows as unknown as Cells[]) : [], fields: fields ?? [] };
        done(error);
      }),
    );
    return answer;
  }

  /**
   * Runs a statement and gives its rows in batches as they come; while the consumer is busy the server waits.
   * `onFields` is called once before the first row and gives what makes a row of the cells and their ordinal, from 1.
   * A consumer that leaves early ends the session.
   */
  async *stream<Row>(
    sql: string,
    onFields: (fields: readonly FieldPacket[]) => (cells: Cells, ordinal: number) => Row,
  ): AsyncGenerator<readonly Row[]> {
    if (this.#failure !== undefined) throw this.#failure;
    const batches = new BatchQueue<Row>();
    let toRow: ((cells: Cells, ordinal: number) => Row) | undefined;
    let ordinal = 0;
    this.#onFailure = (failure) => batches.fail(failure);
    this.#isStreaming = true;
    const query = this.#connection.query({ sql, ...rawCells });
    query.on("error", (error: Error) => batches.fail(error));
    query.on("fields", (fields: readonly FieldPacket[] | undefined) => {
      if (fields !== undefined) toRow = onFields(fields);
    });
    query.on("result", (cells: Cells) => {
      if (toRow === undefined) return;
      ordinal += 1;
      batches.add(toRow(cells, ordinal));
      if (batches.isFull) this.#connection.pause();
    });
    query.on("end", () => batches.end());
    try {
      for (;;) {
        const batch = await batches.take(this.#idleTimeoutMs, () => this.#fail(this.#stalled()));
        if (batch === undefined) return;
        if (!batches.hasEnded) this.#connection.resume();
        yield batch;
      }
    } finally {
      this.#onFailure = () => {};
      this.#isStreaming = false;
      if (!batches.hasEnded) this.#fail(new Error("the reading was given up before its end"));
    }
  }

  /** Ends the session and its transaction. Never throws. */
  async close(): Promise<void> {
    try {
      // Behind rows that nobody takes any more, a statement would wait for ever: such a line is simply dropped.
      if (!this.#isStreaming) {
        await this.query("ROLLBACK");
        await this.#answer((done) => this.#connection.end((error) => done(error ?? null)));
      }
    } catch {
      // A line that breaks while it is being closed has served its purpose.
    }
    this.#fail(new Error("the session is closed"));
  }

  /** Waits for one callback of the driver, for the line to break, or for the time to run out. */
  async #answer(ask: (done: (error: Error | null) => void) => void): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.#onFailure = reject;
        timer = setTimeout(() => this.#fail(this.#stalled()), this.#idleTimeoutMs);
        ask((error) => (error === null ? resolve() : reject(error)));
      });
    } finally {
      clearTimeout(timer);
      this.#onFailure = () => {};
    }
  }

  #stalled(): Error {
    return new Error(`no answer for ${this.#idleTimeoutMs / 1000} seconds`);
  }

  #fail(error: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#onFailure(error);
    this.#socket.destroy();
  }
}
