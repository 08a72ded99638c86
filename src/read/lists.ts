/** Lists, and terms with what they mean. */
import { languageOf } from '../language/languages.ts';
import type { Block, Blocks, Inline, Lang, List, ListItem, Look, Terms } from '../model/document.ts';
import { readFilled } from './content.ts';
import { readTitle } from './inlines.ts';
import type { Element } from './parse.ts';
import {
  type Around,
  elementsOf,
  languageOf as languageIn,
  lookOf,
  numberOf,
  type Reading,
  reportNone,
} from './reading.ts';

/** WordprocessingML numbers lists on nine levels (ECMA-376-1, 17.9.3). */
export const listLimit = 9;

type Base = Pick<Block, 'at' | 'from' | 'lang'>;

export function readList(element: Element, base: Base, around: Around, reading: Reading): List | null {
  const within = { ...around, lists: around.lists + 1 };
  if (within.lists === listLimit + 1)
    reading.fault('too-deep', element, `Lists are nested more than ${listLimit} levels deep.`, ['Use fewer levels.']);
  const elements = elementsOf(element.children);
  const items = elements.flatMap((item) => (item.name === 'li' ? (readItem(item, within, reading) ?? []) : []));
  const look = lookOf(element, reading);
  if (elements.length > 0) return { type: 'list', ...base, ordered: element.name === 'ol', look, items };
  reportNone(element, 'items', reading);
  return null;
}

function readItem(element: Element, around: Around, reading: Reading): ListItem | null {
  const { own, inner } = languageIn(element, around.lang, reading);
  const blocks = readFilled(element, { ...around, lang: inner }, reading);
  const look = lookOf(element, reading);
  const base = { at: element.at, from: element.from, lang: own };
  return blocks && { ...base, look, share: readShare(element, reading), blocks: withState(blocks, look, inner) };
}

/** The state of an item in words, which else its shape alone would say (WCAG 2.2, 1.3.1). */
function withState(blocks: Blocks, look: Look | null, around: Lang): Blocks {
  const [first, ...rest] = blocks;
  if (look === null || first?.type !== 'paragraph') return blocks;
  const { states } = languageOf(first.lang ?? around).labels;
  const state = Object.hasOwn(states, look) ? states[look as keyof typeof states] : null;
  if (state === null) return blocks;
  const { at, from } = first;
  const words: Inline = { type: 'text', at, from, lang: null, value: ` (${state})` };
  return [{ ...first, children: [...first.children, words] }, ...rest];
}

function readShare(element: Element, reading: Reading): number | null {
  const share = numberOf(element, 'share', reading);
  const attribute = element.attributes.get('share');
  if (share === null || share >= 0 || attribute === undefined) return share;
  reading.fault('bad-value', attribute, 'The share that is done must not be less than zero.', [
    'Write a number from 0 up.',
  ]);
  return null;
}

export function readTerms(element: Element, base: Base, around: Around, reading: Reading): Terms | null {
  const elements = elementsOf(element.children);
  const look = lookOf(element, reading);
  const items = elements.flatMap((term, index) => {
    const details = elements[index + 1];
    if (term.name === 'dt' && details?.name !== 'dd')
      reading.report.error('term-without-details', term.at, 'The term is not followed by its details.', {
        hints: ['Put a <dd> after each <dt>.'],
      });
    if (term.name === 'dd' && elements[index - 1]?.name !== 'dt')
      reading.report.error('details-without-term', term.at, 'The details are not after a term.', {
        hints: ['Put a <dt> before each <dd>.'],
      });
    return term.name === 'dt' && details?.name === 'dd' ? (readPair(term, details, around, reading) ?? []) : [];
  });
  if (elements.length === 0) reportNone(element, 'terms', reading);
  return items.length === 0 ? null : { type: 'terms', ...base, look, items };
}

function readPair(term: Element, details: Element, around: Around, reading: Reading): Terms['items'][number] | null {
  const words = readTitle(term, around.lang, reading);
  const { own, inner } = languageIn(details, around.lang, reading);
  const blocks = readFilled(details, { ...around, lang: inner }, reading);
  if (words === null || blocks === null) return null;
  // The details have no node of their own to carry a language.
  return {
    term: words,
    details: own === null ? blocks : blocks.map((block) => ({ ...block, lang: block.lang ?? own })),
  };
}
