/** The demo's second thread: runs the operators it is sent, one after the other, and answers with what came of each. */
import { parentPort } from "node:worker_threads";
import { type DemoRun, runDemo } from "./demo-run.ts";

const silent = { isPerson: false, showsProgress: false } as const;

parentPort?.on("message", async (run: DemoRun) => {
  parentPort?.postMessage(await runDemo(run, silent));
});
