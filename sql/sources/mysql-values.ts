/**
 * The text of a column's value, from the bytes the server sends. The driver's own reading is switched off: it loses the
 * end of large integers, turns 0000-00-00 into another day, and reads times in the zone of the process.
 */
import { isUtf8 } from "node:buffer";
import mysql, { type FieldPacket } from "mysql2";
import { type TableName, tables } from "../tables.ts";
import type { RawRow } from "./source.ts";

/** The value as text; undefined where the bytes are not UTF-8. */
type ReadValue = (bytes: Buffer) => string | undefined;

const types = mysql.Types;
/** The character set number of columns that hold bytes rather than text. */
const binaryCharset = 63;

/** Makes rows of what the server sends: `positions[i]` is where contract column i stands in `fields`. */
export function rowReader(
  table: TableName,
  fields: readonly FieldPacket[],
  positions: readonly number[],
): (bytes: readonly (Buffer | null)[], ordinal: number) => RawRow {
  const readers = positions.map((position) => valueReader(fields[position] as FieldPacket));
  return (bytes, ordinal) => {
    const values = new Array<string | null>(positions.length);
    let broken: string | undefined;
    for (let column = 0; column < positions.length; column += 1) {
      const value = bytes[positions[column] as number] ?? null;
      const text = value === null ? null : (readers[column] as ReadValue)(value);
      if (text === undefined) broken ??= `column ${tables[table].columns[column]?.name} holds bytes that are not UTF-8`;
      // An empty text says as little as in a CSV file: it is NULL there and here.
      values[column] = text || null;
    }
    return broken === undefined ? { line: ordinal, values } : { line: ordinal, values, broken };
  };
}

function valueReader(field: FieldPacket): ReadValue {
  switch (field.columnType) {
    case types.TIMESTAMP:
      // The session's zone is UTC, and only a TIMESTAMP is converted to it: its value is an instant.
      return (bytes) => `${bytes.toString("latin1")}Z`;
    case types.DECIMAL:
    case types.NEWDECIMAL:
      return (bytes) => bytes.toString("latin1").replace(/\.0+$/, "");
    case types.BIT:
      return (bytes) => BigInt(`0x${bytes.toString("hex")}`).toString();
    case types.TINY:
    case types.SHORT:
    case types.INT24:
    case types.LONG:
    case types.LONGLONG:
    case types.FLOAT:
    case types.DOUBLE:
    case types.YEAR:
    case types.DATE:
    case types.TIME:
    case types.DATETIME:
      return (bytes) => bytes.toString("latin1");
    default:
      return field.characterSet === binaryCharset ? readBytes : (bytes) => bytes.toString("utf8");
  }
}

function readBytes(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}
