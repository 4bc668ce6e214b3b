import { cp, mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { jobError } from "../errors.ts";
import { sampleTables } from "../sample/sample-tables.ts";
import { writeCsv } from "../sample/write-csv.ts";
import { type Spoken, tableText } from "../terminal.ts";
import { templateFolder } from "../workspace.ts";
import type { Invocation } from "./context.ts";
import { sampleParameters } from "./generate.ts";

/** A starter workspace: a profile to adapt, sample data, SELECTs and schedules to copy from. */
export async function initCommand({ options, rest }: Invocation): Promise<Spoken> {
  const [name] = rest;
  if (name === undefined)
    throw jobError("missing-option", { command: "init", option: "a folder", example: "init my-workspace" });
  const folder = resolve(name);
  const parameters = sampleParameters({ ...options, size: options.size ?? "2000" });
  await startWorkspace(folder, [parameters.operator]);
  await writeCsv(join(folder, "sources", parameters.operator), sampleTables(parameters));
  const next = `jobs/semestrale run --workspace ${name} --operator ${parameters.operator} --period ${parameters.year}-S${parameters.half}`;
  return {
    json: { folder, operator: parameters.operator, next },
    text: [
      `${folder}: a workspace to start from`,
      tableText([
        [
          `  operators/${parameters.operator}.yaml`,
          "the operator: identity, services, acts, published targets; copy it for another",
        ],
        [`  sources/${parameters.operator}/`, "sample data, one CSV file per table of the contract"],
        ["  selects/", "SELECTs to adapt, for a MySQL or MariaDB source"],
        ["  schedules/", "cron, systemd and CI examples"],
      ]),
      `Next: ${next}`,
    ].join("\n"),
  };
}

/** Refuses a folder that holds anything; writes the whole workspace but for its data otherwise. */
export async function startWorkspace(folder: string, operators: readonly string[]): Promise<void> {
  const present = await readdir(folder).catch((): string[] => []);
  if (present.length > 0) throw jobError("folder-in-use", { path: folder });
  await mkdir(join(folder, "operators"), { recursive: true });
  for (const operator of operators)
    await cp(join(templateFolder("operators"), `${operator}.yaml`), join(folder, "operators", `${operator}.yaml`));
  await cp(templateFolder("sources"), join(folder, "selects"), { recursive: true });
  await cp(templateFolder("schedules"), join(folder, "schedules"), { recursive: true });
}
