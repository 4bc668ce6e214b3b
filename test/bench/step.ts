/** Runs one step, given as JSON, and prints its timing with the process's peak of memory as JSON. */
import { runStep } from "./steps.ts";

const timing = await runStep(JSON.parse(process.argv[2] ?? ""));
process.stdout.write(JSON.stringify({ ...timing, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
