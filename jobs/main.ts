/** The command line: which command, what it says, and the one place where the process's exit code is set. */
import { readFileSync } from "node:fs";
import type { Invocation } from "./commands/context.ts";
import { type ExitCode, exitCodes, jobError } from "./errors.ts";
import { type Command, commands, help, parseCommandLine } from "./options.ts";
import { complain, faultOf, type Spoken, speak, terminalOf } from "./terminal.ts";

/** Each command brings only the modules it needs: asking for help must not open an engine. */
const handlers: Readonly<Record<Command, () => Promise<(invocation: Invocation) => Promise<Spoken>>>> = {
  init: async () => (await import("./commands/init.ts")).initCommand,
  demo: async () => (await import("./commands/demo.ts")).demoCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  pull: async () => (await import("./commands/pull.ts")).pullCommand,
  report: async () => (await import("./commands/report.ts")).reportCommand,
  run: async () => (await import("./commands/run.ts")).runCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  sensitivity: async () => (await import("./commands/sensitivity.ts")).sensitivityCommand,
  targets: async () => (await import("./commands/targets.ts")).targetsCommand,
  acts: async () => (await import("./commands/acts.ts")).actsCommand,
  status: async () => (await import("./commands/status.ts")).statusCommand,
  generate: async () => (await import("./commands/generate.ts")).generateCommand,
};

async function main(argv: readonly string[]): Promise<ExitCode> {
  let terminal = terminalOf(argv.includes("--json"));
  try {
    const { command, rest, options } = parseCommandLine(argv);
    if (options.version === true) {
      const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
        version: string;
      };
      process.stdout.write(`${version}\n`);
      return exitCodes.done;
    }
    if (options.help === true) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    if (command === undefined) throw jobError("no-command", { known: commands });
    terminal = terminalOf(options.json === true);
    const handle = await handlers[command]();
    const spoken = await handle({ options, rest, terminal });
    await speak(terminal, spoken);
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
