/** A person at a terminal sees a table and a progress line; script(1) is the terminal. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { launcher } from "./job.ts";
import { halfYear, order } from "./source-rows.ts";
import { part, workspace } from "./workspaces.ts";

function atTerminal(args: readonly string[], cwd: string): { readonly shown: string; readonly exitCode: number } {
  const line = [launcher, ...args].map((word) => `'${word}'`).join(" ");
  try {
    return {
      shown: execFileSync("script", ["-qec", line, "/dev/null"], {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }),
      exitCode: 0,
    };
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number };
    return { shown: stdout, exitCode: status };
  }
}

const cleared = "\r\u001b[K";

test("a run shows what it is at, clears that line, and ends with the targets that were missed", async () => {
  const root = await workspace({
    source: { ...halfYear, activation_orders: [...halfYear.activation_orders, order("o4", "2026-02-27")] },
  });
  const { shown, exitCode } = atTerminal(["run", ...part, "--today", "2026-07-01"], root);
  const [progress, table] = [
    shown.slice(0, shown.lastIndexOf(cleared)),
    shown.slice(shown.lastIndexOf(cleared) + cleared.length),
  ];
  expect(exitCode).toBe(0);
  expect(progress).toMatch(/(reading|checking|measuring|writing) /);
  expect(table.split("\r\n")).toEqual([
    "prova 2026-S1: published",
    `  documents: ${root}/published/prova/2026-S1/r1`,
    expect.stringMatching(/^ {2}targets: {3}0 of 1 met; \d+ warnings? in the report$/),
    "  missed:",
    "    131-06-csp  activation-time  mean    10.00 days  target <= 6, 4 cases",
    "",
  ]);
});

test("a pull shows a table with a line for each table", async () => {
  const { shown } = atTerminal(["pull", ...part], await workspace());
  expect(shown).toMatch(/\r\ntable +read +kept +other periods +quarantined\r\n/);
  expect(shown).toMatch(/\r\nactivation_orders +3 +3 +0 +0\r\n/);
});

test("a failure is its sentence alone, and --json is JSON at a terminal too", async () => {
  const root = await workspace();
  const wrong = ["run", "--operator", "prova", "--period", "2026-S3"];
  expect(atTerminal(wrong, root)).toEqual({
    exitCode: 2,
    shown: `${cleared}semestrale: "2026-S3" is no period. Use a half-year such as 2026-S1 or 2026-S2, a year such as 2026, or last.\r\n`,
  });
  expect(atTerminal([...wrong, "--json"], root).shown).toContain('"code": "bad-period"');
});
