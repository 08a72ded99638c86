/** What is read of a page's content. */
import type { PDFStream } from '@cantoo/pdf-lib';
import type { Point } from '../../../matrix.ts';
import type { Colour } from './colour.ts';
import type { FontFacts } from './fonts.ts';
import type { Paint } from './paint.ts';

export interface PageContent {
  readonly paints: readonly Paint[];
  /** What cells of tilings and soft masks paint: seen, but not at these places. */
  readonly inner: readonly Paint[];
  /** How many streams could not be unpacked. */
  readonly damaged: number;
  /** What is named and is not in the file, in words. */
  readonly missing: ReadonlySet<string>;
  /** How many forms and glyphs stand in too many others to be read. */
  readonly unread: number;
  /** The fonts of all text that is to be seen, of blanks too, each at its first place. */
  readonly fonts: ReadonlyMap<FontFacts, Point>;
}

/** While it is read. */
export type PageFound = {
  paints: Paint[];
  inner: Paint[];
  damaged: number;
  missing: Set<string>;
  unread: number;
  fonts: Map<FontFacts, Point>;
  tiles: Map<PDFStream, { readonly key: string; readonly colour: Colour }>;
};

export const noPaints = (): PageFound => ({
  paints: [],
  inner: [],
  damaged: 0,
  missing: new Set(),
  unread: 0,
  fonts: new Map(),
  tiles: new Map(),
});
