/**
 * What of a theme's looks a format does not draw, with what it has instead. Nothing that a theme names is left out in silence: a test
 * holds this list to what writers draw, docs/themes.md shows it, and a theme that extends another is told of what it says in vain.
 */

export const drawingFormats = ['pdf', 'word', 'html'] as const;
export type DrawingFormat = (typeof drawingFormats)[number];

export interface Undrawn {
  /** Its names; `*` stands for one of them, `**` for all that follow. */
  readonly path: string;
  readonly by: readonly DrawingFormat[];
  readonly instead: string;
}

const screens = 'Web pages have rooms of their own in `screen`.';
const rooms = 'Word and web pages have rooms of their own in `word` and `screen`.';
const square = 'They have square corners.';

export const undrawn: readonly Undrawn[] = [
  { path: 'section.*.ring.ground', by: ['word', 'html'], instead: 'The ground of the page.' },
];
