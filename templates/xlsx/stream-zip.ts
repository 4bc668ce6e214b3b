/**
 * A ZIP written piece by piece, however large its parts are: what is compressed is handed on before the next is taken. Its bytes
 * depend on the contents and one date alone.
 */
import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import { DocumentError } from "../document-error.ts";

export type WriteBytes = (bytes: Uint8Array) => Promise<unknown>;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The format without its extension for large files ends there. */
const most = 0xffff_ffff;
const version = 20;
/** Sizes follow the contents; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;

export class StreamZip {
  readonly #write: WriteBytes;
  readonly #date: number;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(write: WriteBytes, isoDate: string) {
    const [year = 0, month = 0, day = 0] = isoDate.split("-").map(Number);
    this.#write = write;
    this.#date = ((year - 1980) << 9) | (month << 5) | day;
  }

  /** Throws `too-large` where the file would need more than 4 GB. */
  async add(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const entry = { name: Buffer.from(name, "utf8"), offset: this.#offset };
    await this.#put(
      header(0x04034b50, [[2, version], [2, flags], ...this.#common(0, 0, 0), [2, entry.name.length], [2, 0]]),
    );
    await this.#put(entry.name);
    const deflate = createDeflateRaw({ level: 6 });
    const start = this.#offset;
    const packing = this.#pack(deflate);
    let [crc, size] = [0, 0];
    for await (const text of texts) {
      const bytes = Buffer.from(text, "utf8");
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await Promise.race([once(deflate, "drain"), packing]);
    }
    deflate.end();
    await packing;
    const packed = this.#offset - start;
    await this.#put(
      header(0x08074b50, [
        [4, crc],
        [4, inRange(packed)],
        [4, inRange(size)],
      ]),
    );
    this.#entries.push({ ...entry, crc, packed, size });
  }

  /** Writes the list of what was added. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const { name, crc, packed, size, offset } of this.#entries) {
      const sizes = this.#common(crc, packed, size);
      const rest: Field[] = [
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, inRange(offset)],
      ];
      await this.#put(header(0x02014b50, [[2, version], [2, version], [2, flags], ...sizes, ...rest]));
      await this.#put(name);
    }
    const { length } = this.#entries;
    const ending: Field[] = [
      [2, 0],
      [2, 0],
      [2, length],
      [2, length],
      [4, this.#offset - start],
      [4, inRange(start)],
      [2, 0],
    ];
    await this.#put(header(0x06054b50, ending));
  }

  /** Method, time, date, checksum and sizes; the time of day is midnight. */
  #common(crc: number, packed: number, size: number): readonly Field[] {
    return [
      [2, deflated],
      [2, 0],
      [2, this.#date],
      [4, crc],
      [4, packed],
      [4, size],
    ];
  }

  async #pack(deflate: AsyncIterable<Buffer>): Promise<void> {
    for await (const bytes of deflate) await this.#put(bytes);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#write(bytes);
  }
}

type Field = readonly [bytes: 2 | 4, value: number];

function header(signature: number, fields: readonly Field[]): Buffer {
  const all: readonly Field[] = [[4, signature], ...fields];
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function inRange(bytes: number): number {
  if (bytes > most)
    throw new DocumentError("too-large", `A workbook holds no more than ${most} bytes: ask for Parquet files instead.`);
  return bytes;
}
