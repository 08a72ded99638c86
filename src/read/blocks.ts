/** Elements to blocks. A block that is wrong is reported and left out, so that the rest is still checked. */
import { id } from '../model/build.ts';
import type {
  Aside,
  Block,
  Blocks,
  Emblem,
  Emblems,
  Inlines,
  Lang,
  List,
  ListItem,
  Section,
} from '../model/document.ts';
import { readFigure, readPicture } from './figure.ts';
import { isSilent, readInlines } from './inlines.ts';
import { type Child, type Element, given, isBlank } from './parse.ts';
import { inLanguage, languageOf, lookOf, quote, type Reading, wordsOf } from './reading.ts';
import { isInline } from './vocabulary.ts';

/** Where a block stands. */
export interface Around {
  readonly lang: Lang;
  /** Sections around it. */
  readonly sections: number;
  /** Lists around it. */
  readonly lists: number;
}

/** HTML has six levels of headings, and the title takes the first. */
export const sectionLimit = 5;
/** WordprocessingML numbers lists on nine levels (ECMA-376-1, 17.9.3). */
export const listLimit = 9;

export function elementsOf(children: readonly Child[]): readonly Element[] {
  return children.filter((child) => child.kind === 'element');
}

/** The blocks among elements; others are not looked at, for `check.ts` has told of them. */
export function readBlocks(elements: readonly Element[], around: Around, reading: Reading): Blocks {
  return elements.flatMap((element) => readBlock(element, around, reading) ?? []);
}

function readBlock(element: Element, around: Around, reading: Reading): Block | null {
  const { own, inner } = languageOf(element, around.lang, reading);
  const base = { at: element.at, lang: own };
  const within = { ...around, lang: inner };
  switch (element.name) {
    case 'section':
      return readSection(element, base, within, reading);
    case 'p': {
      const children = readWords(element, inner, reading);
      return children && { type: 'paragraph', ...base, look: lookOf(element, reading), children };
    }
    case 'ul':
    case 'ol':
      return readList(element, base, within, reading);
    case 'aside':
      return readAside(element, base, within, reading);
    case 'figure':
      return readFigure(element, base, inner, reading);
    case 'emblems':
      return readEmblems(element, base, within, reading);
    case 'languages': {
      const { editions } = reading.context;
      return editions.length > 1 ? { type: 'languages', ...base, editions } : null;
    }
    default:
      return null;
  }
}

type Base = Pick<Block, 'at' | 'lang'>;

/** The inlines of an element that must say something. */
export function readWords(element: Element, around: Lang, reading: Reading): Inlines | null {
  const inlines = readInlines(element.children, around, reading);
  if (!isSilent(inlines)) return inlines;
  // What does not belong here has been told by `check.ts`; that nothing else is here is no second mistake.
  if (elementsOf(element.children).every(({ name }) => isInline(name))) reportEmpty(element, reading);
  return null;
}

function readSection(element: Element, base: Base, around: Around, reading: Reading): Section | null {
  const { report } = reading;
  const within = { ...around, sections: around.sections + 1 };
  if (within.sections === sectionLimit + 1)
    report.error('too-deep', element.at, `Sections stand more than ${sectionLimit} deep inside of one another.`);
  const elements = elementsOf(element.children);
  const title = readHeading(element, elements, around.lang, reading);
  checkOrder(elements, reading);
  const blocks = readBlocks(elements, within, reading);
  const attribute = given(element, 'id');
  const name = attribute && id(attribute.value);
  if (attribute && name === null)
    reading.fault('bad-id', attribute, `${quote(attribute.value)} cannot be the id of a section.`, [
      'A small letter, then small letters, digits and hyphens, 64 at most.',
    ]);
  const look = lookOf(element, reading);
  if (title === null || attribute === null || name === null) return null;
  return { type: 'section', ...base, id: { value: name, from: attribute.from }, look, number: null, title, blocks };
}

function readHeading(section: Element, elements: readonly Element[], around: Lang, reading: Reading): Inlines | null {
  const { report } = reading;
  const [heading, second] = elements.filter(({ name }) => name === 'h');
  if (heading === undefined) {
    report.error('missing-heading', section.at, 'The section has no heading.', { hints: ['Start it with an <h>.'] });
    return null;
  }
  if (heading !== elements[0])
    report.error('misplaced-element', heading.at, 'The heading is not first in its section.');
  if (second !== undefined)
    report.error('second-heading', second.at, 'The section has a second heading.', {
      hints: ['Give it a <section> of its own.'],
    });
  const { own, inner } = languageOf(heading, around, reading);
  const title = readWords(heading, inner, reading);
  return title && inLanguage(title, heading, own);
}

/** What follows a nested section would be read as part of it. */
function checkOrder(elements: readonly Element[], { report }: Reading): void {
  const first = elements.findIndex(({ name }) => name === 'section');
  if (first < 0) return;
  const stray = elements.slice(first).find(({ name }) => name !== 'section');
  if (stray !== undefined)
    report.error('misplaced-element', stray.at, `<${stray.name}> comes after a nested section.`, {
      hints: ['Put it before the nested sections or into one of them.'],
    });
}

function readList(element: Element, base: Base, around: Around, reading: Reading): List | null {
  const within = { ...around, lists: around.lists + 1 };
  if (within.lists === listLimit + 1)
    reading.report.error('too-deep', element.at, `Lists stand more than ${listLimit} deep inside of one another.`);
  const elements = elementsOf(element.children);
  const items = elements.flatMap((item) => (item.name === 'li' ? (readItem(item, within, reading) ?? []) : []));
  const look = lookOf(element, reading);
  if (elements.length > 0) return { type: 'list', ...base, ordered: element.name === 'ol', look, items };
  reportNone(element, 'items', reading);
  return null;
}

function reportEmpty({ name, at }: Element, { report }: Reading): void {
  report.error('empty-element', at, `<${name}> is empty.`, {
    hints: ['Put it in {{#if …}} if its text may be missing.'],
  });
}

function reportNone({ name, at }: Element, what: string, { report }: Reading): void {
  report.error('empty-element', at, `<${name}> has no ${what}.`, {
    hints: [`Put it in {{#if …}} if there may be no ${what}.`],
  });
}

function readItem(element: Element, around: Around, reading: Reading): ListItem | null {
  const { own, inner } = languageOf(element, around.lang, reading);
  const { children } = element;
  const isBlockChild = (child: Child) => child.kind === 'element' && !isInline(child.name);
  const start = children.findIndex(isBlockChild);
  const opening = start < 0 ? children : children.slice(0, start);
  const stray = children.slice(opening.length).find((child) => !isBlockChild(child) && !isWhite(child));
  if (stray !== undefined)
    reading.report.error('misplaced-text', stray.at, 'Text comes after a block in the same item.', {
      hints: ['Put it in a <p>.'],
    });
  const inlines = readInlines(opening, inner, reading);
  const first = opening.find((child) => !isWhite(child))?.at ?? element.at;
  const paragraph: Blocks = isSilent(inlines)
    ? []
    : [{ type: 'paragraph', at: first, lang: null, look: null, children: inlines }];
  const rest = readBlocks(elementsOf(children.slice(opening.length)), { ...around, lang: inner }, reading);
  const blocks = [...paragraph, ...rest];
  const look = lookOf(element, reading);
  if (blocks.length > 0) return { at: element.at, lang: own, look, share: null, blocks };
  if (start < 0) readWords(element, inner, reading);
  return null;
}

function isWhite(child: Child): boolean {
  return child.kind === 'run' && isBlank(child.value);
}

function readAside(element: Element, base: Base, around: Around, reading: Reading): Aside | null {
  const elements = elementsOf(element.children);
  const blocks = readBlocks(elements, around, reading);
  const rest = { look: lookOf(element, reading), label: wordsOf(element, 'label', reading) };
  if (elements.length > 0) return { type: 'aside', ...base, ...rest, blocks };
  reportNone(element, 'content', reading);
  return null;
}

function readEmblems(element: Element, base: Base, around: Around, reading: Reading): Emblems | null {
  const elements = elementsOf(element.children);
  if (elements.length === 0) reportNone(element, 'emblems', reading);
  const items = elements.flatMap((item) => readEmblem(item, around, reading) ?? []);
  return items.length === 0 ? null : { type: 'emblems', ...base, items };
}

function readEmblem(element: Element, around: Around, reading: Reading): Emblem | null {
  const name = wordsOf(element, 'name', reading);
  const { own } = languageOf(element, around.lang, reading);
  return name && { at: element.at, lang: own, name, picture: readPicture(element, reading) };
}
