/** Links between their drawing and their writing. */
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { LinkTarget } from './inlines.ts';
import type { Slot } from './structure.ts';

/** A link's rectangle on a page; written once all destinations are known. */
export interface LinkArea {
  readonly target: LinkTarget;
  readonly slot: Slot;
  readonly page: Page;
  readonly annotations: Reference[];
  /** left, top, right, bottom */
  readonly area: readonly [number, number, number, number];
}
