/** Where documents are rendered: in the thread that measured them, or in one of their own. */
import type { ReportModel } from "../reports/report-model.ts";
import type { Download } from "../templates/html/report-page.ts";

export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Rendering {
  /**
   * Every document of the model, the page last: it names each with its hash, and the files `beside` them with theirs. Each
   * was read back.
   */
  documents(
    model: ReportModel,
    beside: readonly Download[],
    onStep: (words: string) => void,
  ): Promise<readonly RenderedFile[]>;
}

/** The libraries of the documents are most of what a process loads; they come when the first document is wanted. */
export const renderingHere: Rendering = {
  documents: async (...asked) => (await import("./documents.ts")).renderDocuments(...asked),
};
