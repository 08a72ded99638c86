/** Which way the parts of a paragraph run, and where those of a line stand: broken into lines first, put in order then (UAX 9, L2). */
import { fromTheLeft, hasTwoDirections, levelsOf } from '../../../language/bidi.ts';
import { directionOf } from '../../../language/direction.ts';
import { wordRuns } from '../../../theme/coverage.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { StyledRun } from './inlines.ts';
import { type LinePiece, piece } from './piece.ts';

/** By the index of each character of a paragraph. */
export interface Ways {
  /** Odd for what runs from right to left. */
  readonly levels: Uint8Array;
  /** Whether a new piece begins there: each runs one way, and one that runs from right to left is of one face, as one string shows it. */
  readonly seams: readonly boolean[];
}

/**
 * Which way the characters of a paragraph run. Null where all of it runs from left to right. Words marked as of a language that runs from right to left are ordered among themselves, as `dir` has it in HTML.
 */
export function waysIn(runs: readonly StyledRun[], text: string, lang: string): Ways | null {
  const base = directionOf(lang);
  if (base === 'ltr' && !hasTwoDirections(text)) return null;
  let marked = '';
  let open: StructureElement | null = null;
  const places: number[] = [];
  for (const { text: own, slot } of runs) {
    const span = slot === null ? null : spanOf(slot.element, lang);
    if (span !== open) marked += `${open === null ? '' : endOfSpan}${span === null ? '' : startOfSpan}`;
    open = span;
    for (let at = 0; at < own.length; at += 1) places.push(marked.length + at);
    marked += own;
  }
  const all = levelsOf(marked, base);
  const levels = Uint8Array.from(places, (place) => all[place] ?? 0);
  return { levels, seams: seamsIn(runs, text, levels) };
}

function seamsIn(runs: readonly StyledRun[], text: string, levels: Uint8Array): readonly boolean[] {
  const seams = Array.from(levels, (level, at) => level !== levels[at - 1]);
  const isOdd = (at: number): boolean => (levels[at] ?? 0) % 2 === 1;
  let at = 0;
  for (const run of runs)
    for (const part of wordRuns(run.text, run.style.face)) {
      if (isOdd(at)) seams[at] = true;
      at += part.text.length;
    }
  // A space goes along with the words that it parts; what ends a stretch is said after it.
  for (let last = text.length - 1; last > 0; last -= 1)
    if (text[last] === ' ' && isOdd(last) && seams[last + 1] !== false) seams[last] = true;
  for (let start = 0, end = 1; end <= text.length; end += 1) {
    if (end < text.length && seams[end] !== true) continue;
    // Readers turn no string round that has no letter of such a script: signs between words are shown one by one.
    if (isOdd(start) && !hasTwoDirections(text.slice(start, end)))
      for (let sign = start + 1; sign < end; sign += 1) seams[sign] ||= !goesOn(text, sign);
    start = end;
  }
  return seams;
}

/** Whether a unit is half of the character that it stands in, or a mark on the one before it. */
function goesOn(text: string, at: number): boolean {
  return /^(?:\p{M}|\u200D|[\uDC00-\uDFFF])/u.test(text.slice(at, at + 2));
}

/** RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE. */
const [startOfSpan, endOfSpan] = ['\u2067', '\u2069'];

/** The element that an inline has a language from which runs from right to left, if its paragraph does not have it from there. */
function spanOf(element: StructureElement, lang: string): StructureElement | null {
  const own = element.properties.lang;
  if (own !== undefined) return own !== lang && directionOf(own) === 'rtl' ? element : null;
  return element.parent === null ? null : spanOf(element.parent, lang);
}

/** Where something begins in its line, and how much of it it takes. */
interface Place {
  readonly at: number;
  readonly width: number;
}

/** Pieces of one run that stand side by side, and the place of what is seen of them: without the spaces at an end. */
export interface PlacedRun extends Place {
  readonly run: StyledRun;
  readonly parts: readonly PlacedPart[];
}

/** What is painted in one go: as it is read, all of it from left to right, or all of it, in one font, from right to left. */
export interface PlacedPart extends Place {
  readonly pieces: readonly LinePiece[];
}

/** The runs of a line, as they are read. */
export function placed(pieces: readonly LinePiece[]): readonly PlacedRun[] {
  return pieces.some(({ level }) => level > 0) ? inOrder(pieces) : oneAfterTheOther(pieces);
}

function oneAfterTheOther(pieces: readonly LinePiece[]): readonly PlacedRun[] {
  const found: PlacedRun[] = [];
  let at = 0;
  for (let start = 0; start < pieces.length; ) {
    const { run } = pieces[start] as LinePiece;
    let [end, width] = [start, 0];
    for (; pieces[end]?.run === run; end += 1) width += pieces[end]?.width ?? 0;
    const seen = width - (pieces[end - 1]?.trailingCut ?? 0);
    found.push({ run, parts: [{ pieces: pieces.slice(start, end), at, width }], at, width: seen });
    at += width;
    start = end;
  }
  return found;
}

function inOrder(given: readonly LinePiece[]): readonly PlacedRun[] {
  const pieces = withoutLastSpaces(given);
  const places = new Map<LinePiece, number>();
  let at = 0;
  for (const piece of fromTheLeft(pieces, ({ level }) => level)) {
    places.set(piece, at);
    at += piece.width;
  }
  const found: PlacedRun[] = [];
  for (let start = 0; start < pieces.length; ) {
    const { run } = pieces[start] as LinePiece;
    const parts: PlacedPart[] = [];
    for (; pieces[start]?.run === run; start += 1) {
      const piece = pieces[start] as LinePiece;
      const [last, next] = [parts.at(-1), { pieces: [piece], at: places.get(piece) ?? 0, width: piece.width }];
      const one = last === undefined ? null : joint(last, next);
      if (one === null) parts.push(next);
      else parts[parts.length - 1] = one;
    }
    found.push(...whole(run, parts));
  }
  return found;
}

/** One where all parts of a run touch, else each for itself: between them words of another run may stand. */
function whole(run: StyledRun, parts: readonly PlacedPart[]): readonly PlacedRun[] {
  const [from, to] = endsOf(parts);
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const groups = Math.abs(to - from - width) < tolerance ? [parts] : parts.map((part) => [part]);
  return groups.map((own) => {
    const [at, end] = endsOf(own.map(seenOf).filter((part) => part.width > 0));
    return { run, parts: own, at, width: Math.max(0, end - at) };
  });
}

/** Without the spaces after its last word, which stand on its left in what runs from right to left. */
function seenOf({ pieces, at, width }: PlacedPart): Place {
  const last = pieces.at(-1);
  const cut = last?.trailingCut ?? 0;
  return { at: last?.shape.backwards === true ? at + cut : at, width: width - cut };
}

function endsOf(places: readonly Place[]): readonly [from: number, to: number] {
  return [Math.min(...places.map(({ at }) => at)), Math.max(...places.map(({ at, width }) => at + width))];
}

/** What is blank at the end of a line stands there, whatever is before it (UAX 9, L1). */
function withoutLastSpaces(pieces: readonly LinePiece[]): readonly LinePiece[] {
  const last = pieces.at(-1);
  const words = last?.text.trimEnd() ?? '';
  if (last === undefined || last.level === 0 || words.length === last.text.length) return pieces;
  const blank = piece(last.run, last.text.slice(words.length));
  return [
    ...pieces.slice(0, -1),
    ...(words === '' ? [] : [piece(last.run, words, { level: last.level, word: last.word })]),
    blank,
  ];
}

/** For sums of widths in floating point, in points. */
const tolerance = 0.001;

/** Null for what is not painted in one go. */
function joint(last: PlacedPart, next: PlacedPart): PlacedPart | null {
  const [one, other] = [last.pieces[0]?.shape, next.pieces[0]?.shape];
  const goesOnInOneGo =
    one?.backwards === true && other?.backwards === true
      ? touches(next, last) && one.glyphs[0]?.face === other.glyphs[0]?.face && isTurned(last) && isTurned(next)
      : one?.backwards === false && other?.backwards === false && touches(last, next);
  return goesOnInOneGo ? { pieces: [...last.pieces, ...next.pieces], ...around(last, next) } : null;
}

/** Whether readers know by its letters that a string runs from right to left. */
function isTurned({ pieces }: PlacedPart): boolean {
  return pieces.some(({ text }) => hasTwoDirections(text));
}

function touches(left: Place, right: Place): boolean {
  return Math.abs(left.at + left.width - right.at) < tolerance;
}

function around(one: Place, other: Place): Place {
  return { at: Math.min(one.at, other.at), width: one.width + other.width };
}
