/** The command line: which command, what it says, and the one place where the process's exit code is set. */
import { readFileSync } from "node:fs";
import { checkCommand } from "./commands/check.ts";
import type { Invocation } from "./commands/context.ts";
import { demoCommand } from "./commands/demo.ts";
import { generateCommand } from "./commands/generate.ts";
import { initCommand } from "./commands/init.ts";
import { pullCommand } from "./commands/pull.ts";
import { reportCommand } from "./commands/report.ts";
import { runCommand } from "./commands/run.ts";
import { verifyCommand } from "./commands/verify.ts";
import { exitCodes, type ExitCode, jobError } from "./errors.ts";
import { type Command, commands, help, parseCommandLine } from "./options.ts";
import { complain, faultOf, speak, type Spoken, terminalOf } from "./terminal.ts";

const handlers: Readonly<Record<Command, (invocation: Invocation) => Promise<Spoken>>> = {
  init: initCommand,
  demo: demoCommand,
  check: checkCommand,
  pull: pullCommand,
  report: reportCommand,
  run: runCommand,
  verify: verifyCommand,
  generate: generateCommand,
};

async function main(argv: readonly string[]): Promise<ExitCode> {
  let terminal = terminalOf(argv.includes("--json"));
  try {
    const { command, rest, options } = parseCommandLine(argv);
    if (options.version === true) {
      const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
      process.stdout.write(`${version}\n`);
      return exitCodes.done;
    }
    if (options.help === true) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    if (command === undefined) throw jobError("no-command", { known: commands });
    terminal = terminalOf(options.json === true);
    const spoken = await handlers[command]({ options, rest, terminal });
    speak(terminal, spoken);
    return spoken.exitCode ?? exitCodes.done;
  } catch (error) {
    const fault = faultOf(error);
    complain(terminal, fault);
    return fault.exitCode;
  }
}

// Whoever reads may have seen enough (`| head`): what is left to say goes nowhere, and the work is done all the same.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exitCode = await main(process.argv.slice(2));
