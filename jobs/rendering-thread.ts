/** Rendering in a thread of its own, so that the next operator is measured while the documents of the last are written. */
import { Worker } from "node:worker_threads";
import type { ReportModel } from "../reports/report-model.ts";
import type { Download } from "../templates/html/report-page.ts";
import { JobError } from "./errors.ts";
import type { RenderedFile, Rendering } from "./rendering.ts";
import type { Fault } from "./terminal.ts";

export interface Asked {
  readonly id: number;
  readonly model: ReportModel;
  readonly beside: readonly Download[];
}

/** A fault travels between threads as data: an error would arrive without its class. */
export type Said =
  | { readonly id: number; readonly step: string }
  | { readonly id: number; readonly files: readonly RenderedFile[] }
  | { readonly id: number; readonly fault: Fault };

interface Waiting {
  readonly onStep: (words: string) => void;
  readonly resolve: (files: readonly RenderedFile[]) => void;
  readonly reject: (error: Error) => void;
}

/** Close it in a `finally`. It loads its modules at once, beside whatever is done meanwhile. */
export class RenderingThread implements Rendering {
  readonly #thread = new Worker(new URL("./documents-thread.ts", import.meta.url));
  readonly #waiting = new Map<number, Waiting>();
  #broken: Error | undefined;
  #asked = 0;

  constructor() {
    this.#thread.on("message", (said: Said) => this.#hear(said));
    this.#thread.on("error", (error: Error) => this.#break(error));
    this.#thread.on("exit", () => this.#break(new Error("the thread that renders documents has ended")));
  }

  documents(
    model: ReportModel,
    beside: readonly Download[],
    onStep: (words: string) => void,
  ): Promise<readonly RenderedFile[]> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { onStep, resolve, reject });
      this.#thread.postMessage({ id, model, beside } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #break(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }

  #hear(said: Said): void {
    const waiting = this.#waiting.get(said.id);
    if (waiting === undefined) return;
    if ("step" in said) {
      waiting.onStep(said.step);
      return;
    }
    this.#waiting.delete(said.id);
    if ("files" in said) waiting.resolve(said.files);
    else waiting.reject(new JobError(said.fault.code, said.fault.exitCode, said.fault.message));
  }
}
