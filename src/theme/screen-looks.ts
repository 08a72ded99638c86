/**
 * How web pages look beside what all formats share: the rooms of the page, and around and within its parts. Lengths are rem; those
 * that do not grow with the text are CSS pixels. What begins with `narrow` holds under 60rem.
 */
import * as z from 'zod';
import { screenLength } from './measure.ts';

function named<Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);
}
const lengths = <Name extends string>(...names: readonly Name[]) => named(names, screenLength);
const pixels = <Name extends string>(...names: readonly Name[]) => named(names, z.number().min(0));

export const screenLooks = z.strictObject({
  page: lengths(
    'width',
    'margin',
    'top',
    'bottom',
    'contents',
    'gap',
    'text',
    'caption',
    'least',
    'scroll',
    'stamp',
    'narrowMargin',
    'narrowTop',
    'narrowBottom',
  ),
  /** A document of one page, in columns. */
  sheet: lengths('gap', 'figure'),
  /** The link over the contents. */
  skip: lengths('inset', 'block', 'inline'),
  /** The head of a page: its bar of emblems and languages, its words, its facts, its notice. */
  head: lengths(
    'width',
    'top',
    'bottom',
    'bar',
    'barBlock',
    'barInline',
    'language',
    'first',
    'facts',
    'fact',
    'leastFact',
    'notice',
    'noticeBlock',
    'noticeInline',
    'noticeBar',
    'narrowTop',
    'narrowBar',
    'narrowFacts',
    'narrowGap',
  ),
  /** The field of a cover: its least height, the room under its text, where its lanes bend; in their own unit how high they are, whole and by halves. */
  field: lengths('least', 'bottom', 'bend', 'narrowOver').extend({
    height: z.number().positive(),
    half: z.number().positive(),
    unitsPerRem: z.number().positive(),
    narrowUnitsPerRem: z.number().positive(),
  }),
  /** A cover whose title stands above the field. */
  parted: lengths('least', 'title', 'bottom', 'facts', 'foot', 'narrowBottom', 'narrowFacts', 'narrowFoot'),
  /** The contents at the side, or above the text where there is no room. */
  side: lengths(
    'top',
    'block',
    'inline',
    'title',
    'ring',
    'stroke',
    'rail',
    'indent',
    'gap',
    'entry',
    'inner',
    'innerEntry',
    'step',
    'axis',
    'numbered',
    'numberedRail',
    'number',
    'numberStroke',
    'narrowAfter',
  ),
  /** Contents in the text. */
  toc: lengths(
    'before',
    'after',
    'ring',
    'gap',
    'lettered',
    'inner',
    'innerBefore',
    'innerAfter',
    'listed',
    'plain',
    'number',
    'annexes',
    'annexesTop',
  ),
  /** The number of a section in its ring. */
  ring: lengths(
    'top',
    'rail',
    'nearRail',
    'corner',
    'number',
    'narrow',
    'narrowStroke',
    'narrowIndent',
    'narrowTop',
    'narrowNumber',
  ),
  list: lengths('paragraph', 'inner', 'links', 'beside', 'link'),
  box: lengths('before', 'lead', 'heading'),
  terms: lengths('after', 'gap', 'narrow', 'entry', 'short', 'shortEntry'),
  columns: lengths('least', 'between', 'after', 'ideaTop', 'ideaBottom'),
  figures: lengths('least', 'between', 'before', 'after', 'bar', 'underBar'),
  picture: lengths('around'),
  code: lengths('width', 'gap', 'below'),
  chart: lengths('around', 'caption', 'first', 'width', 'slim'),
  details: lengths(
    'before',
    'summary',
    'arrow',
    'stroke',
    'gap',
    'rise',
    'openRise',
    'table',
    'under',
    'words',
    'after',
  ),
  /** `more` is the line that says that a table goes on, and `cover` what hides it at the table's end. */
  table: lengths(
    'before',
    'after',
    'caption',
    'summary',
    'source',
    'group',
    'joined',
    'paragraph',
    'narrowSide',
    'more',
    'cover',
  ),
  /** What stands before the words of a state. */
  state: lengths('start', 'size'),
  notes: lengths('top', 'indent', 'gap', 'target', 'back', 'over', 'arrow'),
  slot: lengths('width', 'height', 'block', 'inline', 'picture', 'after', 'narrowWidth', 'narrowHeight'),
  imprint: lengths('top', 'bottom', 'width'),
  /** On paper from a browser. */
  printed: lengths(
    'top',
    'over',
    'parted',
    'facts',
    'notice',
    'section',
    'boxBlock',
    'boxInline',
    'imprint',
    'imprintTop',
  ),
  /** Corners, in pixels. */
  corners: pixels('focus', 'skip', 'picture', 'code', 'stamp', 'printed'),
  /** Lines, and how far they stand off, in pixels. */
  outlines: pixels('focus', 'offset', 'target', 'stamp', 'over'),
});
