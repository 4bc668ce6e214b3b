/** What made a report: identity of bytes is promised for the same of these, identity of numbers for all. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { version as duckDbVersion } from "@duckdb/node-api";

const root = new URL("../", import.meta.url);

export function toolVersions(): Readonly<Record<string, string>> {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string };
  return {
    semestrale: version,
    lockfile: createHash("sha256")
      .update(readFileSync(fileURLToPath(new URL("package-lock.json", root))))
      .digest("hex"),
    node: process.version,
    arch: process.arch,
    duckdb: duckDbVersion(),
    icu: process.versions.icu ?? "",
    tz: process.versions.tz ?? "",
  };
}
