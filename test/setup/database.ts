/** A fresh database for one test on the private server, gone when the test is over. */
import mysql, { type Connection } from "mysql2/promise";
import { inject, onTestFinished } from "vitest";
import type {} from "./global-setup.ts";
import type { TestServer } from "./mariadb.ts";

export interface TestDatabase extends TestServer {
  /** Its name; no other test has it. */
  readonly database: string;
  /** A connection of the test's own with all rights, several statements at a time. */
  readonly admin: Connection;
  /** Makes a user of this database with these rights, gone with it. */
  readonly createUser: (name: string, password: string, rights?: string) => Promise<string>;
}

let made = 0;

/** To be called inside a test. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("mariadb");
  const { host, port, user, password } = server;
  made += 1;
  const database = `test_${process.pid}_${made}`;
  const admin = await mysql.createConnection({ host, port, user, password, multipleStatements: true });
  const users: string[] = [];
  onTestFinished(async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${database}`);
    for (const name of users) await admin.query(`DROP USER IF EXISTS '${name}'@'%'`);
    await admin.end();
  });
  await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4; USE ${database}`);
  const createUser = async (name: string, userPassword: string, rights = "SELECT") => {
    const unique = `${name}_${process.pid}_${made}`;
    await admin.query(`CREATE USER '${unique}'@'%' IDENTIFIED BY '${userPassword}'`);
    users.push(unique);
    await admin.query(`GRANT ${rights} ON ${database}.* TO '${unique}'@'%'`);
    return unique;
  };
  return { ...server, database, admin, createUser };
}
