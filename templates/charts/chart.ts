/** A picture of figures, as text: the same in the page and in the PDF. */
export interface Chart {
  /** A whole SVG document of `width` by `height` points. */
  readonly svg: string;
  /** Italian: what the picture says, for whoever does not see it. */
  readonly alt: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
}
