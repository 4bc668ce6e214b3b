/** A thread that renders documents: it takes models one after the other, and answers with their files or with what went wrong. */
import { parentPort } from "node:worker_threads";
import { renderDocuments } from "./documents.ts";
import type { Asked, Said } from "./rendering-thread.ts";
import { faultOf } from "./terminal.ts";

const say = (said: Said) => parentPort?.postMessage(said);

let last = Promise.resolve();

parentPort?.on("message", ({ id, model, beside }: Asked) => {
  last = last
    .then(() => renderDocuments(model, beside, (step) => say({ id, step })))
    .then(
      (files) => say({ id, files }),
      (error) => say({ id, fault: faultOf(error) }),
    );
});
