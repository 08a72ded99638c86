/**
 * What of a theme's looks a format does not draw, and what it has instead. Nothing that a theme names is left out in silence: a test
 * holds this list to what the writers draw, docs/themes.md shows it, and a theme that extends another is told of what it says in vain.
 */
import { pathText } from '../json/path.ts';
import type { ThemeReading } from '../theme/findings.ts';
import { isFields } from '../theme/tokens.ts';

export const drawingFormats = ['pdf', 'word', 'html'] as const;
export type DrawingFormat = (typeof drawingFormats)[number];

export const formatNames: Readonly<Record<DrawingFormat, string>> = { pdf: 'PDF', word: 'Word', html: 'web pages' };

/** What a value for it is said under. */
const mediumOf: Readonly<Record<DrawingFormat, string>> = { pdf: 'page', word: 'word', html: 'screen' };

export interface Undrawn {
  /** Names parted by stops; `*` stands for one of them, and at the end for all that follow. */
  readonly path: string;
  readonly by: readonly DrawingFormat[];
  readonly instead: string;
}

const ofPages = {
  by: ['word', 'html'],
  instead: 'It is a length of pages of PDF; the others have theirs in "word" and "screen".',
} as const;
const inWord = { by: ['word'], instead: 'Word has its own for it.' } as const;

export const undrawn: readonly Undrawn[] = [
  { path: 'section.*.ring.ground', by: ['word', 'html'], instead: 'The ground of the page.' },
  { path: 'section.*.ring.number', by: ['html'], instead: '"screen.ring.number".' },
  { path: 'section.*.stop.*', by: ['word', 'html'], instead: 'A section without a number has no stop.' },
  { path: 'section.*.opening.bar.*', by: ['word'], instead: 'A rule without a bar on its start.' },
  { path: 'section.*.number.gap', by: ['word'], instead: 'A space.' },
  { path: 'aside.*.radius', by: ['pdf', 'word'], instead: 'Square corners.' },
  { path: 'aside.*.wide', by: ['html'], instead: 'Boxes are as wide as the text.' },
  { path: 'aside.*.before', by: ['word', 'html'], instead: 'The room around paragraphs.' },
  { path: 'aside.*.after', by: ['word', 'html'], instead: 'The room around paragraphs.' },
  { path: 'ul.*.rail.*', by: ['word'], instead: 'Marks without a rail.' },
  { path: 'ol.*.rail.*', by: ['word'], instead: 'Marks without a rail.' },
  { path: 'ul.*.rail.color', by: ['html'], instead: 'The role "rail".' },
  { path: 'ol.*.rail.color', by: ['html'], instead: 'The role "rail".' },
  { path: 'ul.*.mark.size', by: ['word'], instead: 'A character of the text.' },
  { path: 'ol.*.mark.size', by: ['word'], instead: 'A character of the text.' },
  { path: 'ul.*.mark.followsWords', by: ['pdf', 'html'], instead: 'Marks have a colour of their own.' },
  { path: 'ol.*.mark.followsWords', by: ['pdf', 'html'], instead: 'Marks have a colour of their own.' },
  { path: 'ul.*.before', ...ofPages },
  { path: 'ol.*.before', ...ofPages },
  { path: 'ul.*.after', by: ['word'], instead: 'The gap between items.' },
  { path: 'ol.*.after', by: ['word'], instead: 'The gap between items.' },
  { path: 'ol.*.after', by: ['html'], instead: 'The room under paragraphs.' },
  { path: 'li.focus.filled', by: ['pdf', 'html'], instead: 'An item in focus is filled.' },
  {
    path: 'li.focus.filled',
    by: ['word'],
    instead: 'Its words are in its colour, and its mark where marks follow the words.',
  },
  { path: 'li.focus.dashed', by: ['pdf', 'word', 'html'], instead: 'It has no line of its own.' },
  { path: 'li.*.filled', by: ['word', 'html'], instead: 'Today is filled, all else is not.' },
  { path: 'li.*.dashed', by: ['word', 'html'], instead: 'The way ahead is dashed.' },
  { path: 'figures.rule.*', by: ['word'], instead: 'No rule.' },
  { path: 'figures.bar.stands', ...inWord },
  { path: 'figures.bar.round', ...inWord },
  { path: 'figures.bar.room', ...ofPages },
  { path: 'figures.bar.above', ...ofPages },
  ...['gap', 'room', 'after', 'radius', 'stroke', 'dash', 'inset', 'above'].map(
    (name): Undrawn => ({ path: `timeline.${name}`, ...ofPages }),
  ),
  { path: 'quote.opening.bar.*', by: ['word'], instead: 'A rule without a bar on its start.' },
  { path: 'dl.*.width', by: ['html'], instead: 'Terms take two parts of seven.' },
  { path: 'contents.ring.*', by: ['word'], instead: 'Numbers without a ring.' },
  { path: 'contents.ring.ground', by: ['html'], instead: 'The ground of the page.' },
  { path: 'contents.rail.*', by: ['word'], instead: 'Numbers without a rail.' },
  { path: 'contents.rail.color', by: ['html'], instead: 'The role "rail".' },
  { path: 'contents.leader', by: ['html'], instead: 'Web pages have no page numbers to lead to.' },
  { path: 'contents.room', by: ['word', 'html'], instead: 'It is the room for page numbers in PDF.' },
  { path: 'contents.before', by: ['word', 'html'], instead: '"screen.toc.before"; in Word the room of paragraphs.' },
  { path: 'contents.after', by: ['word', 'html'], instead: '"screen.toc.after"; in Word the room of paragraphs.' },
  { path: 'contents.chapter.*', by: ['html'], instead: '"screen.toc.gap".' },
  { path: 'caption.before', by: ['html'], instead: '"screen.table" and "screen.chart".' },
  { path: 'caption.after', by: ['html'], instead: '"screen.table" and "screen.chart".' },
  { path: 'figure.*', by: ['html'], instead: '"screen.picture.around".' },
  { path: 'table.rules.group.width', by: ['html'], instead: 'One pixel.' },
  { path: 'table.padding.close', by: ['word', 'html'], instead: 'It is for cells of PDF that lack room.' },
  { path: 'table.sign.offset', ...ofPages },
  { path: 'table.sign.radius', ...ofPages },
  { path: 'table.sign.stroke', ...ofPages },
  { path: 'table.beside', by: ['word', 'html'], instead: 'The padding of cells.' },
  {
    path: 'chart.axis.width',
    by: ['word', 'html'],
    instead: 'Charts are drawings, whose axes have the width of pages.',
  },
  { path: 'note.rule.*', by: ['word'], instead: 'Word’s own line.' },
  { path: 'emblems.border.radius', by: ['word'], instead: 'Square corners.' },
  { path: 'emblems.side', ...ofPages },
  { path: 'cover.plain.arrangement', by: ['word'], instead: 'The drawing of the cover, where the theme has one.' },
  { path: 'cover.plain.opening.*', by: ['word'], instead: 'No rule over the cover.' },
  { path: 'cover.plain.rule.*', by: ['word', 'html'], instead: 'No rule under a cover without facts.' },
  { path: 'cover.plain.facts', by: ['html'], instead: 'By "arrangement": columns on a field, rows on the page.' },
  ...['title.gap', 'title.top', 'foot', 'footGap', 'languages'].map(
    (name): Undrawn => ({ path: `cover.plain.${name}`, ...ofPages }),
  ),
  { path: 'cover.plain.title.width', by: ['html'], instead: '"screen.head.width" and "screen.parted.title".' },
  { path: 'cover.plain.top', by: ['html'], instead: '"screen.head.top".' },
  { path: 'cover.head.opening.*', by: ['word', 'html'], instead: 'On web pages that of "cover.plain"; in Word none.' },
  ...['clear', 'text', 'title.height', 'top', 'under'].map(
    (name): Undrawn => ({ path: `cover.head.${name}`, ...ofPages }),
  ),
  ...['height', 'title.leading', 'title.size', 'title.width'].map(
    (name): Undrawn => ({ path: `cover.head.${name}`, by: ['html'], instead: 'The title’s style, and "screen.head".' }),
  ),
  {
    path: 'page.*',
    by: ['word', 'html'],
    instead: 'Word has "page.word" and no rule in its heads; web pages have no heads.',
  },
];

/** Whether a value is what a path of the list names, or is within it. */
export function isAt(path: string, value: string): boolean {
  const [wanted, found] = [path.split('.'), value.split('.')];
  const rest = wanted.at(-1) === '*' ? wanted.slice(0, -1) : wanted;
  return (
    found.length >= rest.length &&
    rest.every((name, index) => name === '*' || name === found[index] || found[index] === '*')
  );
}

/** What a format has instead of a value of looks; null where it draws it. */
export function insteadOf(value: string, format: DrawingFormat): string | null {
  return undrawn.find(({ path, by }) => by.includes(format) && isAt(path, value))?.instead ?? null;
}

/** Whether fields are the values of one thing for several media, and not groups: the looks themselves, and those of pages, have groups of these names. */
function isByMedium(value: object, path: readonly string[]): boolean {
  return path.length > 0 && path[0] !== 'page' && Object.values(mediumOf).some((medium) => medium in value);
}

/** Warns of what a theme that extends another says itself and a format does not draw: all that such a theme says is meant. */
export function warnOfUndrawn(own: unknown, reading: ThemeReading): void {
  const looks = ['$extensions', 'etrati', 'looks'];
  const visit = (value: unknown, path: readonly string[]): void => {
    // Nothing is named so.
    if (value === null || value === false || value === 0) return;
    if (isFields(value) && !isByMedium(value, path)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
      return;
    }
    // Of what is said by medium, that which is said for the format.
    const isFor = (format: DrawingFormat) => !isFields(value) || mediumOf[format] in value;
    const by = drawingFormats.filter((format) => isFor(format) && insteadOf(path.join('.'), format) !== null);
    const [first] = by;
    if (first === undefined || path[0] === 'word' || path.includes('word')) return;
    const message = `"${path.join('.')}" is not drawn by ${by.map((format) => formatNames[format]).join(' and ')}.`;
    const hints = by.map((format) => `Instead, for ${formatNames[format]}: ${insteadOf(path.join('.'), format)}`);
    reading.report.warning('look-undrawn', reading.json.placeOf(pathText([...looks, ...path])), message, { hints });
  };
  const at = looks.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), own);
  if (isFields(at)) visit(at, []);
}
