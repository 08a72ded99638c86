/**
 * Inline nodes, set by the rules that every format shares: bound spaces do not break. Words are divided by the browser alone,
 * where it knows the language: a soft hyphen in the text is spelt out by screen readers and goes along when text is copied.
 */

import type { Language } from '../../language/language.ts';
import { undivided } from '../../model/build.ts';
import type { Inline, Inlines, Lang, Link, Target as LinkTarget, Note } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { beforeMark, joins } from '../typesetting.ts';
import { type BoundWords, boundGroups } from './bound.ts';
import { type Attributes, element, type Html, sequence } from './element.ts';
import { languageAttributes } from './language.ts';
import type { Addresses, FoundNote } from './setting.ts';

/** What inline nodes need to know of where they stand. */
export interface InlineContext {
  /** The document's, for the words that are added. */
  readonly language: Language;
  readonly addresses: Addresses;
  readonly lang: Lang;
  /** Where notes are gathered, in the order in which they are referred to. */
  readonly notes: FoundNote[];
  /** Gathers the languages that something is emphasised in. */
  readonly stressed: Set<Lang>;
}

interface Line {
  readonly context: InlineContext;
  readonly whole: string;
  readonly bound: readonly number[];
  /** How much of `whole` is written. */
  at: number;
  /** How much was written at the last mark of a note; a number is before the next one, if nothing more is. */
  marked: number;
}

/** The inlines of one block. */
export function setInlines(inlines: Inlines, context: InlineContext): Html {
  const whole = plain(inlines);
  const line: Line = { context, whole, bound: joins(whole, context.lang), at: 0, marked: -1 };
  return setAll(inlines, context.lang, line);
}

function setAll(inlines: Inlines, lang: Lang, line: Line): Html {
  return sequence(inlines.map((node) => setInline(node, node.lang ?? lang, line)));
}

function setInline(node: Inline, lang: Lang, line: Line): Html {
  const attributes = languageAttributes(node.lang);
  switch (node.type) {
    case 'text': {
      const html = setText(node.value, line);
      const from = line.context.addresses.origin?.(node.from) ?? null;
      return node.lang === null && from === null ? html : element('span', { 'data-from': from, ...attributes }, html);
    }
    case 'strong':
      return element('strong', attributes, setAll(node.children, lang, line));
    case 'emphasis':
      line.context.stressed.add(lang);
      return element('em', attributes, setAll(node.children, lang, line));
    case 'span':
      return element('span', attributes, setAll(node.children, lang, line));
    case 'link':
      return element('a', { ...linkTo(node, line.context), ...attributes }, setAll(node.children, lang, line));
    case 'lineBreak':
      line.at += 1;
      return element('br');
    case 'abbreviation':
      return element('abbr', { title: node.expansion.value, ...attributes }, setAll(node.children, lang, line));
    case 'missing':
      // Copied is what is seen: the words cannot be selected.
      return element(
        'span',
        attributes,
        sequence(
          element('span', { 'aria-hidden': 'true' }, setAll(node.children, lang, line)),
          element('span', { class: 'said' }, node.words),
        ),
      );
    case 'note':
      line.context.notes.push({ note: node, lang });
      return setReference(node, line);
    default:
      node satisfies never;
      throw new Error('a node that the model does not have');
  }
}

// Ids of a document begin with a letter, so these never meet them.
export const noteId = (note: Note): string => `_note-${note.number}`;
export const referenceId = (note: Note): string => `_ref-${note.number}`;

/** DPUB-ARIA 1.1: `doc-noteref` is a link to a note. In a list of links a number alone would say little. */
function setReference(note: Note, line: Line): Html {
  const { language } = line.context;
  const name = language.chrome.noteNamed.replace('{n}', `${note.number}`);
  const attributes = { id: referenceId(note), href: `#${noteId(note)}`, role: 'doc-noteref', 'aria-label': name };
  const before = line.marked === line.at ? '1' : line.whole.charAt(line.at - 1);
  line.marked = line.at;
  return element('sup', {}, element('a', attributes, `${beforeMark(before)}${note.number}`));
}

function linkTo(link: Link, { addresses }: InlineContext): Attributes {
  const address = addressOf(link.target, addresses);
  // On paper the address is written after the words, unless the words are the address.
  const spelt = link.target.type === 'web' && bare(plain(link.children)) === bare(address);
  const hreflang = link.target.type === 'edition' ? link.target.edition.value : null;
  return { href: address, hreflang, 'data-spelt': spelt };
}

function addressOf(target: LinkTarget, addresses: InlineContext['addresses']): string {
  switch (target.type) {
    case 'web':
      return target.href.value;
    case 'place':
      return addresses.place(target.id.value);
    case 'edition':
      return addresses.edition(target.edition.value);
    case 'file':
      return encodeURIComponent(target.file.value);
  }
}

function bare(address: string): string {
  return address
    .replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, '')
    .replace(/(?<![\s/])[\s/]+$/, '')
    .replaceAll(' ', '');
}

/** A style sheet lets plain words and long groups come apart where they may not fit. */
function boundClass({ firm, long }: BoundWords): string {
  if (!firm) return 'nb words';
  return long ? 'nb long' : 'nb';
}

/**
 * The next piece of the line's text. Words that are bound to each other stand in a span that does not wrap: a no-break
 * space or word joiner would be copied, a span is not. (A span of only the space and what follows it is undone by
 * Chromium 156 under `text-wrap: balance`.)
 */
function setText(value: string, line: Line): Html {
  const start = line.at;
  const end = start + value.length;
  line.at = end;
  const pieces: (Html | string)[] = [];
  let from = start;
  for (const group of boundGroups(line.whole, line.bound, start, end)) {
    const words = line.whole.slice(group.start, group.end);
    pieces.push(undivided(line.whole.slice(from, group.start)));
    pieces.push(element('span', { class: boundClass(group) }, undivided(words)));
    from = group.end;
  }
  pieces.push(undivided(line.whole.slice(from, end)));
  return sequence(pieces);
}
