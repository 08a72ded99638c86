/** Text and what runs in it. White space folds as in HTML: to one space, and to none at the edges of a block. */
import type { Place } from '../diagnostics.ts';
import { fold, href, id, lang } from '../model/build.ts';
import type { Inline, Inlines, Lang, Link, Note, Sourced, Target, Text } from '../model/document.ts';
import { faultOfAddress } from '../model/meant-address.ts';
import { plain } from '../model/walk.ts';
import { nameHints } from '../suggestion.ts';
import { missingValue } from './labels.ts';
import { type Attribute, type Child, type Element, given } from './parse.ts';
import { quote } from './quote.ts';
import { forTemplates, inLanguage, languageOf, type Reading, reportEmpty, wordsOf } from './reading.ts';
import { isInline } from './vocabulary.ts';

/** The content of a block: may be empty. `around` is the language that it stands in. */
export function readInlines(children: readonly Child[], around: Lang, reading: Reading): Inlines {
  const flow = new Flow();
  const drafts = children.flatMap((child) => draft(child, around, flow, reading));
  flow.end();
  return drafts.flatMap((node) => settle(node, reading));
}

/** Whether inlines say nothing. */
export function isSilent(inlines: Inlines): boolean {
  return plain(inlines).trim() === '';
}

/** The inlines of an element that must say something. */
export function readWords(element: Element, around: Lang, reading: Reading): Inlines | null {
  const inlines = readInlines(element.children, around, reading);
  if (!isSilent(inlines)) return inlines;
  // What does not belong here has been told by `check.ts`; that nothing else is here is no second mistake.
  if (element.children.every((child) => child.kind === 'run' || isInline(child.name))) reportEmpty(element, reading);
  return null;
}

/** The inlines of an element for which the tree has no node, so that a language needs one. */
export function readTitle(element: Element, around: Lang, reading: Reading): Inlines | null {
  const { own, inner } = languageOf(element, around, reading);
  const inlines = readWords(element, inner, reading);
  return inlines && inLanguage(inlines, element, own);
}

/** The same of an element that may be empty; then the data had none, and it is null. */
export function readOptional(element: Element | null, around: Lang, reading: Reading): Inlines | null {
  if (element === null) return null;
  const { own, inner } = languageOf(element, around, reading);
  const inlines = readInlines(element.children, inner, reading);
  return isSilent(inlines) ? null : inLanguage(inlines, element, own);
}

type Draft = { -readonly [Key in keyof Text]: Text[Key] };

/** Follows text across elements, to fold its white space. */
class Flow {
  #spaced = true;
  #last: Draft | null = null;

  add(text: Draft): void {
    const folded = fold(text.value);
    text.value = this.#spaced && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (text.value === '') return;
    this.#spaced = text.value.endsWith(' ');
    this.#last = text;
  }

  /** The end of a line: of the block, or at a line break. */
  end(): void {
    if (this.#last?.value.endsWith(' ')) this.#last.value = this.#last.value.slice(0, -1);
    this.#last = null;
    this.#spaced = true;
  }
}

function draft(child: Child, around: Lang, flow: Flow, reading: Reading): Inline[] {
  if (child.kind === 'run') {
    const text: Draft = {
      type: 'text',
      value: child.value.normalize('NFC'),
      at: child.at,
      from: child.from,
      lang: null,
    };
    flow.add(text);
    return [text];
  }
  const { at, from, name } = child;
  if (name === 'br') {
    flow.end();
    return [{ type: 'lineBreak', at, from, lang: null }];
  }
  if (name === 'missing') return [missingValue(around, { at, from })];
  if (name === 'ref') return draftReference(child, around, flow, reading);
  if (name === 'note') return draftNote(child, around, reading);
  return draftMark(child, around, flow, reading);
}

function draftMark(child: Element, around: Lang, flow: Flow, reading: Reading): Inline[] {
  const { at, from, name } = child;
  const language = languageOf(child, around, reading);
  const children = child.children.flatMap((inner) => draft(inner, language.inner, flow, reading));
  const base = { at, from, lang: language.own, children };
  switch (name) {
    case 'strong':
      return [{ type: 'strong', ...base }];
    case 'em':
      return [{ type: 'emphasis', ...base }];
    case 'span':
      return [{ type: 'span', ...base }];
    case 'abbr': {
      const expansion = wordsOf(child, 'title', reading);
      return expansion === null ? children : [{ type: 'abbreviation', expansion, ...base }];
    }
    case 'a': {
      const target = readTarget(child, reading);
      return target === null ? children : [{ type: 'link', target, ...base }];
    }
    default:
      return children;
  }
}

/** A footnote is a line of its own. */
function draftNote(child: Element, around: Lang, reading: Reading): Note[] {
  const { own, inner } = languageOf(child, around, reading);
  const children = readWords(child, inner, reading);
  const number = reading.survey.noteNumberOf(child);
  return children === null ? [] : [{ type: 'note', at: child.at, from: child.from, lang: own, number, children }];
}

/** Its words are in the document's language, wherever it stands, but for what a title that they quote has of others. */
function draftReference(child: Element, around: Lang, flow: Flow, reading: Reading): Link[] {
  const to = given(child, 'to');
  const name = to === null ? null : id(to.value);
  if (to === null) return [];
  const words = reading.survey.labelOf(to.value);
  if (name === null || !reading.survey.has(name)) reportUnknown(to, reading);
  else if (words === null)
    reading.fault('reference-without-words', to, `The target ${quote(to.value)} has neither a number nor a title.`, [
      'Write <a href="#…"> with words of your own.',
    ]);
  if (name === null || words === null) return [];
  const { lang } = reading.context;
  const target: Target = { type: 'place', id: sourced(name, to.from) };
  const base = { at: child.at, from: child.from, lang: around === lang ? null : lang };
  const children = words.map((node) => quoted(node, { at: child.at, from: to.from }, flow));
  return [{ type: 'link', ...base, target, quotes: true, children }];
}

/** Words of a title, as if they stood where they are quoted. */
function quoted(node: Inline, place: Pick<Text, 'at' | 'from'>, flow: Flow): Inline {
  if (node.type !== 'text')
    return 'children' in node
      ? { ...node, ...place, children: node.children.map((child) => quoted(child, place, flow)) }
      : node;
  const text: Draft = { ...node, ...place };
  flow.add(text);
  return text;
}

function reportUnknown(to: Attribute, reading: Reading): void {
  reading.fault('unknown-reference', to, `Nothing in the document has the id ${quote(to.value)}.`, [
    ...idHints(to.value, reading),
  ]);
}

function idHints(name: string, { survey }: Reading): readonly string[] {
  const none = ['Give the section, table, figure or chart that it leads to an id, and write that after #.'];
  return survey.ids.length === 0 ? none : nameHints(name, survey.ids, 'ids');
}

/** Leaves out what folding or missing data has emptied. */
function settle(node: Inline, reading: Reading): Inline[] {
  if (node.type === 'lineBreak') return [node];
  if (node.type === 'text') return node.value === '' ? [] : [node];
  const children = node.children.flatMap((child) => settle(child, reading));
  if (node.type === 'link' && isSilent(children)) {
    const hints = ['Give it the words that say where it leads.'];
    reading.fault('empty-link', node, 'The link does not have any words.', hints, 'WCAG 2.2, 2.4.4');
    return [];
  }
  return children.length === 0 ? [] : [{ ...node, children }];
}

function readTarget(element: Element, reading: Reading): Target | null {
  const address = given(element, 'href');
  const edition = given(element, 'edition');
  if (address !== null && edition !== null) {
    reading.report.error('two-targets', element.at, 'The link has an href and an edition.', {
      hints: ['Remove one of them.'],
    });
    return null;
  }
  if (edition !== null) return readEdition(edition, reading);
  if (address !== null) return readAddress(address, reading);
  reading.fault('missing-target', element, 'The link does not have an address.', [
    'Give it an address.',
    ...forTemplates(element, 'Give it an href or an edition; put it in {{#if …}} if the address may be missing.'),
  ]);
  return null;
}

function readEdition(attribute: Attribute, reading: Reading): Target | null {
  const known = reading.context.editions.map((edition) => edition.lang);
  const value = lang(attribute.value);
  if (value !== null && known.includes(value)) return { type: 'edition', edition: { value, from: attribute.from } };
  reading.fault('unknown-edition', attribute, `The document has no edition in ${quote(attribute.value)}.`, [
    ...nameHints(attribute.value, known, 'languages of the document'),
  ]);
  return null;
}

function readAddress(attribute: Attribute, reading: Reading): Target | null {
  const { value: address, from } = attribute;
  if (address.startsWith('#')) {
    const name = id(address.slice(1));
    if (name !== null) return { type: 'place', id: sourced(name, from) };
    const message = `${quote(address)} is not the name of a place in the document.`;
    reading.fault('bad-address', attribute, message, idHints(address.slice(1), reading));
    return null;
  }
  const value = href(address);
  if (value !== null) return { type: 'web', href: sourced(value, from) };
  const { message, hint } = faultOfAddress(address, quote(address));
  reading.fault('bad-address', attribute, message, [hint]);
  return null;
}

function sourced<T>(value: T, from: Place): Sourced<T> {
  return { value, from };
}
