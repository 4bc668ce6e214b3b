/** Workbooks with every result forged, opened by a real spreadsheet program that is told to calculate all of them anew. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { findTool } from "../../setup/system-tools.ts";

/** Sheet → its lines of cells as calculated, numbers with a dot. */
export type Recalculated = ReadonlyMap<string, readonly (readonly string[])[]>;

export const forged = "987654321";

/** Every result of a formula replaced by one number, that of a text too. */
export async function withForgedResults(bytes: Uint8Array): Promise<{ bytes: Buffer; formulas: number }> {
  const zip = await JSZip.loadAsync(bytes);
  let formulas = 0;
  for (const path of Object.keys(zip.files).filter((name) => name.startsWith("xl/worksheets/sheet"))) {
    const xml = (await zip.file(path)?.async("string")) ?? "";
    const changed = xml.replace(/(<\/f><v>)[^<]*(<\/v>)/g, (_, before: string, after: string) => {
      formulas += 1;
      return `${before}${forged}${after}`;
    });
    zip.file(path, changed);
  }
  return { bytes: await zip.generateAsync({ type: "nodebuffer" }), formulas };
}

/** One start of the program for all workbooks; by default it would trust the results that a file comes with. */
export function recalculated(workbooks: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, Recalculated> {
  const folder = mkdtempSync(join(tmpdir(), "recalculated-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), always);
    const files = Object.entries(workbooks).map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1040,false,false,false,false,false,-1";
    const options = [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless"];
    const command = findTool("soffice") ?? "soffice";
    execFileSync(command, [...options, "--convert-to", filter, "--outdir", folder, ...files], { stdio: "ignore" });
    const written = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(
      Object.keys(workbooks).map((name) => {
        const own = written.filter((file) => file.startsWith(`${name}-`));
        const sheets = own.map((file) => {
          const lines = cellLines(readFileSync(join(folder, file), "utf8"));
          return [file.slice(name.length + 1, -".csv".length), lines] as const;
        });
        return [name, new Map(sheets)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Semicolons part cells; a cell in quotes may hold them, and quotes doubled. */
function cellLines(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end = ""] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^;\n]*))(;|\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\n") lines.push([]);
  }
  return lines;
}
