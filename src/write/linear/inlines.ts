/** Words with marks as runs: links followed by their addresses, notes by their numbers. */

import { saysAddress } from '../../model/address.ts';
import type { Id, Inline, Inlines, Lang, Link } from '../../model/document.ts';
import { placeToName } from '../../model/place-name.ts';
import { trailing } from '../../text.ts';
import type { LinearNote, LinearRun } from './line.ts';

export interface RunContext {
  readonly lang: Lang;
  /** The file of the document in another language. */
  readonly edition: (lang: Lang) => string;
  /** The heading or caption that a link in the document leads to. */
  readonly place: (id: Id) => string | null;
}

export interface FoundRuns {
  readonly runs: readonly LinearRun[];
  readonly notes: readonly LinearNote[];
}

/** A run before addresses are written behind the words that lead there. */
interface LinkedRun extends LinearRun {
  readonly target: string | null;
}

export function runsOf(inlines: Inlines, context: RunContext): FoundRuns {
  const notes: LinearNote[] = [];
  const pieces = inlines.flatMap((node) => setInline(node, context, null, notes));
  return { runs: tidy(withAddresses(pieces)), notes };
}

function setInline(node: Inline, outer: RunContext, target: string | null, notes: LinearNote[]): LinkedRun[] {
  const context = node.lang === null ? outer : { ...outer, lang: node.lang };
  const { lang } = context;
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: unsteered(node.value), lang, target }];
    case 'lineBreak':
      return [{ type: 'break', text: ' ', lang, target }];
    case 'missing':
      return [{ type: 'text', text: node.words, lang, target }];
    case 'note': {
      const { runs } = runsOf(node.children, context);
      notes.push({ mark: `${node.number}`, lang, runs });
      return [{ type: 'mark', text: `${node.number}`, lang, target }];
    }
    case 'link':
      return node.children.flatMap((child) => setInline(child, context, targetOf(node, context), notes));
    case 'strong':
    case 'emphasis':
    case 'span':
    case 'abbreviation':
      return node.children.flatMap((child) => setInline(child, context, target, notes));
    default:
      return node satisfies never;
  }
}

/** Where a link leads: an address, or `#` and the heading or caption of a place in the document. */
function targetOf({ target }: Link, { edition, place }: RunContext): string | null {
  switch (target.type) {
    case 'web':
      return target.href.value;
    case 'edition':
      return edition(target.edition.value);
    case 'file':
      return target.file.value;
    case 'place': {
      const found = place(target.id.value);
      return found && `#${found}`;
    }
    default:
      return target satisfies never;
  }
}

/** Behind the last words of each link its address, unless they say it; links to one address with nothing between are one. */
function withAddresses(pieces: readonly LinkedRun[]): LinearRun[] {
  const runs: LinearRun[] = [];
  for (let at = 0; at < pieces.length; ) {
    const target = pieces[at]?.target ?? null;
    let end = at + 1;
    for (let next = end; next < pieces.length; next += 1) {
      const piece = pieces[next];
      if (piece?.target === target) end = next + 1;
      else if (piece?.type !== 'mark' && piece?.text.trim() !== '') break;
    }
    const group = pieces.slice(at, end);
    runs.push(...group.map(({ type, text, lang }) => ({ type, text, lang })));
    const words = group.map(({ type, text }) => (type === 'mark' ? '' : text)).join('');
    const address = target === null ? null : addressOf(words, target);
    const last = group.at(-1);
    const type = target?.startsWith('#') === true ? 'place' : 'address';
    if (address !== null && last !== undefined) runs.push({ type, text: address, lang: last.lang });
    at = end;
  }
  return runs;
}

function addressOf(words: string, target: string): string | null {
  if (target.startsWith('#')) return placeToName(words, target.slice(1));
  if (!/^(?:https?|mailto|tel):/.test(target)) return target;
  return saysAddress(words, target) ? null : target;
}

/** Without what only steers where lines end. */
export function unsteered(text: string): string {
  return text
    .replace(/[\u00AD\u2060\u200B\uFEFF]/g, '')
    .replace(/\u2011/g, '-')
    .replace(/[\t\r\n\f\u2028\u2029]/g, ' ');
}

const space = /[ \u00A0\u202F]/;

/** One space between words, whatever run it stands in, and none at the ends; an address stands before the space behind its words. */
function tidy(runs: readonly LinearRun[]): readonly LinearRun[] {
  const tidied: LinearRun[] = [];
  let open = true;
  for (const run of runs) {
    if (run.type === 'break') {
      trimEnd(tidied);
      if (tidied.length > 0) tidied.push(run);
      open = true;
    } else if (run.type === 'address' || run.type === 'place') {
      const last = tidied.at(-1);
      const gap = open && last?.type === 'text' && space.test(last.text.at(-1) ?? '');
      if (gap) trimEnd(tidied);
      tidied.push(run, ...(gap ? [{ ...last, text: ' ' }] : []));
    } else {
      // The mark of a note stands at the word that it is for.
      if (run.type === 'mark') trimEnd(tidied);
      const folded = run.text.replace(/ {2,}/g, ' ');
      const text = open ? folded.replace(/^[ \u00A0\u202F]+/, '') : folded;
      if (text === '') continue;
      open = space.test(text.at(-1) ?? '');
      const last = tidied.at(-1);
      const joins = last?.type === 'text' && run.type === 'text' && last.lang === run.lang;
      if (joins) tidied[tidied.length - 1] = { ...last, text: last.text + text };
      else tidied.push({ ...run, text });
    }
  }
  trimEnd(tidied);
  return tidied;
}

function trimEnd(runs: LinearRun[]): void {
  for (let last = runs.pop(); last !== undefined; last = runs.pop()) {
    const text = last.type === 'break' ? '' : last.text.slice(0, trailing(last.text, /[ \u00A0\u202F]/));
    if (text === '') continue;
    runs.push({ ...last, text });
    return;
  }
}
