/** Parts beside the flow and around it: callouts, quotes, columns, contents, emblems. */
import type { Aside, Block, Columns, Contents, Emblem, Emblems, Quote } from '../model/document.ts';
import { readPicture } from './figure.ts';
import { readOptional } from './inlines.ts';
import { type Element, given } from './parse.ts';
import {
  type Around,
  choiceOf,
  countOf,
  elementsOf,
  languageOf,
  lookOf,
  only,
  type Reading,
  reportNone,
  wordsOf,
} from './reading.ts';
import { checkOrder, sectionLimit } from './sections.ts';

type Base = Pick<Block, 'at' | 'from' | 'lang'>;

export function readAside(element: Element, base: Base, around: Around, reading: Reading): Aside | null {
  const elements = elementsOf(element.children);
  const blocks = reading.blocks(elements, around);
  const rest = { look: lookOf(element, reading), label: wordsOf(element, 'label', reading) };
  if (elements.length > 0) return { type: 'aside', ...base, ...rest, blocks };
  reportNone(element, 'content', reading);
  return null;
}

export function readQuote(element: Element, base: Base, around: Around, reading: Reading): Quote | null {
  const content = elementsOf(element.children).filter(({ name }) => name !== 'source');
  const blocks = reading.blocks(content, around);
  const source = readOptional(only(element, 'source', reading), around.lang, reading);
  if (content.length > 0) return { type: 'quote', ...base, blocks, source };
  reportNone(element, 'words', reading);
  return null;
}

export function readColumns(element: Element, base: Base, around: Around, reading: Reading): Columns | null {
  const columns = elementsOf(element.children).map((column) => {
    const { own, inner } = languageOf(column, around.lang, reading);
    const elements = elementsOf(column.children);
    if (elements.length === 0) reportNone(column, 'content', reading);
    checkOrder(elements, reading);
    const blocks = reading.blocks(elements, { ...around, lang: inner });
    // A column has no node of its own to carry a language.
    return own === null ? blocks : blocks.map((block) => ({ ...block, lang: block.lang ?? own }));
  });
  if (columns.length === 0) reportNone(element, 'columns', reading);
  return columns.length === 0 ? null : { type: 'columns', ...base, look: lookOf(element, reading), columns };
}

export function readContents(element: Element, base: Base, around: Around, reading: Reading): Contents | null {
  const of = choiceOf(element, 'of', ['sections', 'tables', 'figures'], reading);
  const depth = countOf(element, 'depth', { least: 1, most: sectionLimit, otherwise: 2 }, reading);
  const entries = reading.survey.entries(element, of, depth, around.lang);
  if (entries.length > 0) return { type: 'contents', ...base, of, entries };
  const what = of === 'sections' ? 'sections' : `numbered ${of}`;
  const hints = ['Remove the list.'];
  reading.fault(
    'empty-contents',
    given(element, 'of') ?? element,
    `The document does not have ${what} to list.`,
    hints,
  );
  return null;
}

export function readEmblems(element: Element, base: Base, around: Around, reading: Reading): Emblems | null {
  const elements = elementsOf(element.children);
  if (elements.length === 0) reportNone(element, 'emblems', reading);
  const items = elements.flatMap((item) => readEmblem(item, around, reading) ?? []);
  return items.length === 0 ? null : { type: 'emblems', ...base, items };
}

function readEmblem(element: Element, around: Around, reading: Reading): Emblem | null {
  const name = wordsOf(element, 'name', reading);
  const { own } = languageOf(element, around.lang, reading);
  if (name === null) return null;
  // Its name is all that it says.
  const lang = own ?? name.lang ?? null;
  return { at: element.at, from: element.from, lang, name, picture: readPicture(element, reading) };
}
