/**
 * Reads the marks of a paragraph: stress, links and escapes, in one go from its start to its end. Time grows with its length,
 * whatever stands in it. What marks what is CommonMark's (6.2, 6.3), as micromark has it, with which a test compares all
 * that is read here; which stars open and close is a rule of ours, since CommonMark's leaves `**„სათაური“**და` as stars and
 * makes `2*3*4` stress.
 */
import type { TextRange } from '../model/marks.ts';
import { Resources } from './resource.ts';

export type Noted = NotedText | NotedStress | NotedLink;

export interface NotedText extends TextRange {
  readonly type: 'text';
}

export interface NotedStress extends TextRange {
  readonly type: 'strong' | 'em';
  readonly children: readonly Noted[];
}

export interface NotedLink extends TextRange {
  readonly type: 'link';
  readonly children: readonly Noted[];
  /** Where the bracket after its words stands. */
  readonly close: number;
  readonly isTitled: boolean;
}

/** Stars side by side; those that have marked something are taken off. */
interface Stars {
  readonly type: 'stars';
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

type Unsettled = Noted | Stars;

/** A bracket that has opened: its offset, and how many parts stand before it. */
interface OpenBracket {
  readonly start: number;
  readonly index: number;
}

const signs = /\\[!-/:-@[-`{-~]|\*+|[[\]]/g;
const space = /[\s\p{Z}]/u;
const opening = /\p{Ps}/u;
const word = /[\p{L}\p{N}]/u;

/** What a paragraph says, each part with its place in the text. */
export function readParagraph(text: string, span: TextRange): readonly Noted[] {
  return new ParagraphReader(text.slice(span.start, span.end), span.start).read();
}

class ParagraphReader {
  readonly #text: string;
  readonly #resources: Resources;
  readonly #base: number;
  readonly #parts: Unsettled[] = [];
  readonly #brackets: OpenBracket[] = [];
  /** How many of them stand around a link: they open none. */
  #around = 0;
  /** Up to where all is in parts. */
  #end = 0;

  /** `base` is where the paragraph begins in what offsets are of. */
  constructor(text: string, base: number) {
    this.#text = text;
    this.#resources = new Resources(text);
    this.#base = base;
  }

  read(): readonly Noted[] {
    signs.lastIndex = 0;
    for (let found = signs.exec(this.#text); found !== null; found = signs.exec(this.#text)) {
      const [sign] = found;
      if (sign.startsWith('*')) this.#stars(found.index, signs.lastIndex);
      else if (sign === '[') this.#open(found.index);
      else if (sign === ']') this.#close(found.index);
    }
    this.#wordsTo(this.#text.length);
    return stressed(this.#parts);
  }

  #wordsTo(offset: number): void {
    if (offset > this.#end) this.#parts.push({ type: 'text', start: this.#base + this.#end, end: this.#base + offset });
    this.#end = offset;
  }

  #stars(start: number, end: number): void {
    this.#wordsTo(start);
    this.#parts.push(starsIn(this.#text, { start, end }, this.#base));
    this.#end = end;
  }

  #open(offset: number): void {
    this.#wordsTo(offset);
    this.#brackets.push({ start: this.#base + offset, index: this.#parts.length });
    // A part of its own, which is taken off if it opens a link.
    this.#wordsTo(offset + 1);
  }

  #close(offset: number): void {
    const open = this.#brackets.pop();
    const isAround = this.#brackets.length < this.#around;
    this.#around = Math.min(this.#around, this.#brackets.length);
    if (open === undefined || isAround || this.#text[offset + 1] !== '(') return;
    const resource = this.#resources.at(offset + 1);
    if (resource === null) return;
    this.#wordsTo(offset);
    const [, ...words] = this.#parts.splice(open.index);
    this.#parts.push({
      type: 'link',
      start: open.start,
      end: this.#base + resource.end,
      children: stressed(words),
      close: this.#base + offset,
      isTitled: resource.isTitled,
    });
    this.#around = this.#brackets.length;
    this.#end = resource.end;
    signs.lastIndex = resource.end;
  }
}

/**
 * Stars open before anything but a space, and one alone only after what is no letter or digit. They close before anything, after
 * anything but a space or a bracket or quotation mark that opens („ is one, “ is none).
 */
function starsIn(text: string, { start, end }: TextRange, base: number): Stars {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  return {
    type: 'stars',
    start: base + start,
    end: base + end,
    opens: !space.test(after) && (end - start > 1 || !word.test(before)),
    closes: !space.test(before) && !opening.test(before),
  };
}

/** Parts, in place of stars what they mark. Those that are left over are words. */
function stressed(parts: readonly Unsettled[]): readonly Noted[] {
  if (parts.every(({ type }) => type !== 'stars')) return joined(parts);
  const done: Unsettled[] = [];
  const openers = new Openers();
  for (const part of parts) {
    if (part.type === 'stars') {
      while (part.closes && close(part, done, openers));
      if (lengthOf(part) === 0) continue;
      if (part.opens) openers.add(part, done.length);
    }
    done.push(part);
  }
  return joined(done);
}

/** Makes one mark of what has opened last and what closes it; false if nothing has. */
function close(closer: Stars, done: Unsettled[], openers: Openers): boolean {
  const index = openers.nearest(closer);
  const opener = done[index];
  if (opener?.type !== 'stars' || lengthOf(closer) === 0) return false;
  openers.cut(index);
  const used = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1;
  opener.end -= used;
  closer.start += used;
  // What is left over between them is read by itself: some of its stars may be fewer now than when they did not fit.
  const children = stressed(done.splice(index + 1));
  if (lengthOf(opener) === 0) done.pop();
  else openers.add(opener, index);
  done.push({ type: used === 2 ? 'strong' : 'em', start: opener.end, end: closer.start, children });
  return true;
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}

/**
 * Stars that may open, by where they stand among the parts. Whether two fit depends on their lengths divided by three, so
 * that they are kept by that, and none that does not fit is looked at.
 */
class Openers {
  readonly #kinds = [false, true].flatMap((closes) =>
    [0, 1, 2].map((rest) => ({ closes, rest, indices: [] as number[] })),
  );

  add(stars: Stars, index: number): void {
    this.#kinds[(lengthOf(stars) % 3) + (stars.closes ? 3 : 0)]?.indices.push(index);
  }

  /** Where the last stands that fits what closes; -1 for none. */
  nearest(closer: Stars): number {
    const rest = lengthOf(closer) % 3;
    let index = -1;
    for (const kind of this.#kinds) {
      const isBoth = kind.closes || closer.opens;
      if (isBoth && rest !== 0 && (kind.rest + rest) % 3 === 0) continue;
      index = Math.max(index, kind.indices.at(-1) ?? -1);
    }
    return index;
  }

  /** Takes off those from an index on. */
  cut(index: number): void {
    for (const { indices } of this.#kinds) while ((indices.at(-1) ?? -1) >= index) indices.pop();
  }
}

/** Marks, with all between two of them as one text. */
function joined(parts: readonly Unsettled[]): readonly Noted[] {
  const noted: Noted[] = [];
  let words: { readonly type: 'text'; readonly start: number; end: number } | null = null;
  for (const part of parts) {
    const { type, start, end } = part;
    if (type !== 'text' && type !== 'stars') {
      noted.push(part);
      words = null;
    } else if (words !== null) words.end = end;
    else {
      words = { type: 'text', start, end };
      noted.push(words);
    }
  }
  return noted;
}
