/** What to do where the server answers and lets nobody in, or not to that table: who came, with which password, what to grant. */
import type { MysqlAddress } from "./mysql-session.ts";

/** Of a user that the server does not let in; undefined where it never came to that. */
export function admissionRemedy(address: MysqlAddress, errno: number | undefined, words: string): string | undefined {
  switch (errno) {
    // A user that MariaDB knows by its socket alone.
    case 1698:
      return `The account of ${address.user} takes no password: it is open only to the user of that name on the server's own machine, over its socket. Whoever looks after the server gives it a password, or makes another account.`;
    // Wrong user or password.
    case 1045:
      return `${passwordWords(address)} If it is right, the server has no account ${accountIn(words) ?? address.user}, with % or with that machine after the @.`;
    case 1044:
      return `User and password are right, and the user has no right in this database. ${grantWords(address)}`;
    case 1049:
      return "User and password are right, and there is no database of that name. Correct `database` in the profile.";
    // The machine is not among those that the server admits.
    case 1130:
      return `The server runs and admits no user from this machine: whoever looks after it makes an account for user ${address.user} at this machine.`;
    default:
      return undefined;
  }
}

/** Of a user that may not read what a SELECT names; undefined where the statement itself is wrong. */
export function rightsRemedy(address: MysqlAddress, errno: number): string | undefined {
  // A function that a SELECT or a view calls.
  if (errno === 1370)
    return `Whoever looks after the server lets the account of ${address.user} call it: GRANT EXECUTE ON FUNCTION, then its name.`;
  // Database, table, column.
  return [1044, 1142, 1143].includes(errno) ? grantWords(address) : undefined;
}

function grantWords({ user, database }: MysqlAddress): string {
  return `Whoever looks after the server gives the account of ${user} the right to read, and no other: GRANT SELECT ON ${database}.*, or on the tables that the SELECTs name. SHOW GRANTS, as that user, names the account and what it may read.`;
}

/** Never the password itself. */
function passwordWords({ password, passwordFrom }: MysqlAddress): string {
  if (passwordFrom === undefined)
    return password === ""
      ? "No password was sent, because the profile names no passwordEnv: set it to the name of the environment variable that holds the password."
      : "A password was sent.";
  const place = `the environment variable ${passwordFrom}, which the profile names as passwordEnv`;
  return password === ""
    ? `No password was sent: ${place}, is empty.`
    : `The password came from ${place}: look there for a former one, a space or quotes that went along.`;
}

/** User and machine, as the server saw them: `'reader'@'10.0.0.9'`. */
function accountIn(words: string): string | undefined {
  return /'[^']*'@'[^']*'/.exec(words)?.[0];
}
