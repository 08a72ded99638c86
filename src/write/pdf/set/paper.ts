/**
 * What paper says in place of what links do: a web link its address, a reference its page. An address stands behind the words of
 * its link if it is short; else a number does, which the list of addresses at the end of the document has. Nothing is said twice.
 */
import type { Language } from '../../../language/language.ts';
import { printedAddress, saysAddress } from '../../../model/address.ts';
import { id, look } from '../../../model/build.ts';
import type { Block, Document, Id, Inlines, Link, List, Paragraph, Section } from '../../../model/document.ts';
import { childrenOf, type Held, heldBy } from '../../../model/kinds.ts';
import { blocksOf, outermost, plain } from '../../../model/walk.ts';
import { draws } from '../../../theme/coverage.ts';
import type { Theme } from '../../../theme/theme.ts';

/** What follows the words of a link. */
export type OnPaper =
  | { readonly type: 'words'; readonly text: string }
  /** The number of the page that `id` stands on, between two texts. */
  | { readonly type: 'page'; readonly id: string; readonly before: string; readonly after: string };

export interface Paper {
  /** The document with its list of addresses. */
  readonly document: Document;
  readonly links: ReadonlyMap<Link, OnPaper>;
  /** What holds the room of page numbers until they are known, by the ids of places; `roomAtFirst` where it has none. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Most documents that refer to their pages have more than nine. */
export const roomAtFirst = '00';

/** The look of the list of addresses and of its section: the last of the body. */
export const addressesLook = look('addresses');

/** A longer address breaks the sentence that it stands in. In letters: half a line of a page, less than a line of a panel. */
const longestInText = 32;
/** And so long is a longer word in the cell of a table. */
const longestInCell = 20;

interface Asked {
  readonly theme: Pick<Theme, 'faces'>;
  readonly language: Language;
  /** Whether its pages are numbered: on a folded sheet all is at hand, and no panel has a number. */
  readonly paged: boolean;
}

/** The document as paper has it. */
export function onPaper(document: Document, { theme, language, paged }: Asked): Paper {
  const links = new Map<Link, OnPaper>();
  /** With their numbers in the list. */
  const listed = new Map<string, number>();
  const [face] = theme.faces;
  const isDrawn = (text: string) =>
    [...text].every((sign) => face === undefined || draws(face, sign.codePointAt(0) ?? 0));
  const sayOf = ({ link, before, whole, narrow }: Found): OnPaper | null => {
    const within = isWithin(before);
    if (link.target.type === 'edition' || link.target.type === 'file') return null;
    if (link.target.type === 'place') {
      if (!paged) return null;
      const [start = '', end = ''] = language.chrome.onPage.split('{n}');
      const target = link.target.id.value;
      return { type: 'page', id: target, before: (within ? ', ' : ' (') + start, after: within ? end : `${end})` };
    }
    const address = link.target.href.value;
    if (saysAddress(whole, address)) return null;
    const readable = printedAddress(address);
    const printed = isDrawn(readable) ? readable : printedAddress(address, { ascii: true });
    if (printed.length <= (narrow ? longestInCell : longestInText))
      return { type: 'words', text: within ? `, ${printed}` : ` (${printed})` };
    const number = listed.get(printed) ?? listed.size + 1;
    listed.set(printed, number);
    return { type: 'words', text: `\u00A0[${number}]` };
  };
  for (const found of linksOf(document)) {
    const printed = sayOf(found);
    if (printed !== null) links.set(found.link, printed);
  }
  const body =
    listed.size === 0 ? document.body : [...document.body, addressesOf(document, [...listed.keys()], language)];
  return { document: { ...document, body }, links, numbers: new Map() };
}

/** Whether a text ends within brackets. */
function isWithin(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) > (text.match(/\)/g)?.length ?? 0);
}

interface Found {
  readonly link: Link;
  /** What its paragraph says before it, and as a whole. */
  readonly before: string;
  readonly whole: string;
  /** Whether it stands in a cell or in a column. */
  readonly narrow: boolean;
}

/** In reading order. */
function* linksOf(document: Document): Generator<Found> {
  const { cover } = document;
  for (const block of cover.before) yield* linksIn(block, false);
  yield* linksAmong(cover.title.children, false);
  for (const block of outermost(document).slice(cover.before.length)) yield* linksIn(block, false);
}

function linksIn(block: Block, within: boolean): Generator<Found> {
  const isRow = block.type === 'list' && (block.look === 'figures' || block.look === 'timeline');
  return linksHeld(heldBy(block), within || block.type === 'table' || block.type === 'columns' || isRow);
}

function* linksHeld(all: readonly Held[], narrow: boolean): Generator<Found> {
  for (const held of all) {
    if (held.type === 'inlines') yield* linksAmong(held.inlines, narrow);
    else if (held.type === 'blocks') for (const block of held.blocks) yield* linksIn(block, narrow);
    else if (held.type === 'part') yield* linksHeld(held.held, narrow);
  }
}

/** The links of one paragraph; a note is one of its own. */
function* linksAmong(inlines: Inlines, narrow: boolean): Generator<Found> {
  const whole = plain(inlines);
  let before = '';
  function* among(part: Inlines): Generator<Found> {
    for (const node of part) {
      if (node.type === 'text') before += node.value;
      else if (node.type === 'lineBreak') before += ' ';
      else if (node.type === 'note') yield* linksAmong(node.children, false);
      else {
        if (node.type === 'link') yield { link: node, before, whole, narrow };
        yield* among(childrenOf(node));
      }
    }
  }
  yield* among(inlines);
}

/** The list of the addresses that are too long for the text. */
function addressesOf(document: Document, listed: readonly string[], language: Language): Section {
  const base = { at: document.at, from: document.from, lang: null };
  const text = (value: string): Inlines => [{ ...base, type: 'text', value }];
  const paragraph = (address: string): Paragraph => ({
    ...base,
    type: 'paragraph',
    look: null,
    children: text(address),
  });
  const items = listed.map((address) => ({ ...base, look: null, share: null, blocks: [paragraph(address)] }));
  const list: List = { ...base, type: 'list', ordered: true, look: addressesLook, items };
  const title = text(language.chrome.linkAddresses);
  const own = { value: freeId(document), from: document.from };
  return { ...base, type: 'section', id: own, look: addressesLook, number: null, title, blocks: [list] };
}

function freeId(document: Document): Id {
  const taken = new Set<string>();
  for (const block of blocksOf(document)) if ('id' in block && block.id !== null) taken.add(block.id.value);
  let name = 'link-addresses';
  for (let more = 2; taken.has(name); more += 1) name = `link-addresses-${more}`;
  const free = id(name);
  if (free === null) throw new Error(`no id: ${name}`);
  return free;
}
