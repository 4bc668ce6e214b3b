/** What every PDF has alike: its kind, its language, who wrote it, and the one day that it bears. */
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { defaultStyle, styles } from "./page-style.ts";

export interface DocumentFrame {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** The file bears no other day, so that the same document has the same bytes whenever it is made. */
  readonly date: Date;
  readonly orientation: "landscape" | "portrait";
}

export function documentFrame({ title, subject, author, date, orientation }: DocumentFrame) {
  return {
    version: "1.7",
    subset: "PDF/A-3b",
    language: "it-IT",
    displayTitle: true,
    info: { title, author, subject, creator: "semestrale", producer: "semestrale", creationDate: date, modDate: date },
    pageSize: "A4",
    pageOrientation: orientation,
    defaultStyle: { ...defaultStyle },
    styles: { ...styles },
  } satisfies Partial<TDocumentDefinitions>;
}
