/** Pieces to lines: what stands on one line, and how a word is divided that does not fit. */
import LineBreaker from 'linebreak';
import { matchesIn } from '../../../text.ts';
import { characters } from '../../../theme/coverage.ts';
import { Line } from './line.ts';
import { type LinePiece, piece } from './piece.ts';

/** For sums of widths in floating point, in points. */
const tolerance = 0.001;

/**
 * Sets pieces into lines no wider than `width` points. What may not break stays together unless it cannot fit at all; a
 * word is divided at a soft hyphen. Where a group is wider than a whole line, words that only setting keeps together part; a
 * word that is wider itself is cut between any two characters.
 */
export function breakLines(given: readonly LinePiece[], width: number): Line[] {
  const setter = new LineSetter(width);
  let pieces = given;
  for (let next = 0; next < pieces.length; ) {
    const end = fitting(pieces, next, width - setter.used);
    if (end > next) for (; next < end; next += 1) setter.put(pieces[next] as LinePiece);
    else if (setter.used > 0) setter.close();
    else {
      const group = pieces.slice(next, groupEnd(pieces, next));
      const parted = yielded(group, width);
      if (parted !== null) pieces = [...pieces.slice(0, next), ...parted, ...pieces.slice(next + group.length)];
      else {
        for (const part of group.flatMap((wide) => cutPiece(wide, width))) setter.putOrClose(part);
        next += group.length;
      }
    }
  }
  return setter.finish();
}

/** Where the pieces end that must stand on one line with the one at `start` if they fit on one. */
function groupEnd(pieces: readonly LinePiece[], start: number): number {
  let end = start;
  while (pieces[end]?.noNewLine === true) end += 1;
  return Math.min(end + 1, pieces.length);
}

/** Pieces that must stand on one line if they fit on one. */
function unbreakable(pieces: readonly LinePiece[]): LinePiece[][] {
  const groups: LinePiece[][] = [];
  for (let start = 0, end = 0; start < pieces.length; start = end) {
    end = groupEnd(pieces, start);
    groups.push(pieces.slice(start, end));
  }
  return groups;
}

/**
 * Places where a group that fits no line may end one after all, best first: between words, so that a number keeps what it is a
 * number of; wherever Unicode (UAX 14) lets a line end; at no-break spaces. Indices of the characters after them.
 */
const yields: readonly ((text: string) => number[])[] = [betweenWords, opportunities, atNoBreakSpaces];

function betweenWords(text: string): number[] {
  return opportunities(text).filter((at) => {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    // An ending of one or two letters is nothing without its word: „რიონი“-ს.
    const isEnding = /[-\u2010]$/.test(before) && /^\p{L}{1,2}(?!\p{L})/u.test(after);
    return !/\p{N}.?$/u.test(before) && !/^\p{N}/u.test(after) && !isEnding;
  });
}

function atNoBreakSpaces(text: string): number[] {
  return [...matchesIn(text, /[\u00A0\u202F]/gu)].map(({ index }) => index + 1);
}

function opportunities(text: string): number[] {
  const breaker = new LineBreaker(text);
  const found: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) found.push(next.position);
  return found.filter((at) => at < text.length);
}

/** The pieces of a group that is wider than the line, parted at the best places it has; null where it has none. */
function yielded(group: readonly LinePiece[], width: number): LinePiece[] | null {
  const text = group.map((each) => each.text).join('');
  if (text === '' || widthOf(group) <= width + tolerance) return null;
  const cuts = yields.map((places) => places(text)).find((places) => places.length > 0) ?? [];
  if (cuts.length === 0) return null;
  const parted = cutAt(group, new Set(cuts));
  return groupEnd(parted, 0) < parted.length ? parted : null;
}

/** The width of the widest word, or number with what it is a number of: what a column must hold for no word to be cut. In points. */
export function widestWord(pieces: readonly LinePiece[]): number {
  const words = unbreakable(pieces).flatMap((group) => {
    const cuts = betweenWords(group.map((each) => each.text).join(''));
    return unbreakable(cutAt(group, new Set(cuts)));
  });
  return Math.max(0, ...words.map(widthOf));
}

/** The pieces of a group cut at these places of its text, where lines may end then. */
function cutAt(group: readonly LinePiece[], cuts: ReadonlySet<number>): LinePiece[] {
  let end = 0;
  return group.flatMap((whole) => {
    const start = end;
    end += whole.text.length;
    const own = [...cuts].filter((at) => at > start && at < end).map((at) => at - start);
    if (own.length === 0) return cuts.has(end) ? whole.ending({ noNewLine: false }) : whole;
    return [0, ...own].map((from, index) => {
      const last = index === own.length;
      const { lineEnd, soft, level } = whole;
      const ending = last ? { noNewLine: whole.noNewLine && !cuts.has(end), lineEnd, soft, level } : { level };
      return piece(whole.run, whole.text.slice(from, own[index]), ending);
    });
  });
}

/** How far the word that begins at `start` fits into `room` points, by whole groups, with the hyphen if that is not all of it. */
function fitting(pieces: readonly LinePiece[], start: number, room: number): number {
  let width = 0;
  let best = start;
  for (let next = start; next < pieces.length; ) {
    const end = groupEnd(pieces, next);
    const last = pieces[end - 1];
    let own = 0;
    for (; next < end; next += 1) own += pieces[next]?.width ?? 0;
    width += own;
    const visible = width - (last?.trailingCut ?? 0);
    if (visible > room + tolerance) break;
    const ends = last?.soft !== true;
    if (ends || visible + hyphenWidth(last) <= room + tolerance) best = end;
    if (ends) break;
  }
  return best;
}

/** Without the spaces at their end. */
function widthOf(pieces: readonly LinePiece[]): number {
  let width = 0;
  for (const part of pieces) width += part.width;
  return width - (pieces.at(-1)?.trailingCut ?? 0);
}

function hyphenWidth(part: LinePiece): number {
  return piece(part.run, part.text, { hyphen: true, level: part.level }).width - part.width;
}

/** The line that is being set. */
class LineSetter {
  used = 0;
  readonly #lines: Line[] = [];
  readonly #width: number;
  #parts: LinePiece[] = [];
  /** The last part of the line before, if its word goes on in this one. */
  #before: LinePiece | null = null;

  constructor(width: number) {
    this.#width = width;
  }

  put(part: LinePiece): void {
    const goesOn = this.#parts.length === 0 && this.#before?.run === part.run;
    this.#parts.push(goesOn && part.word === null ? part.ending({ word: this.#before?.word ?? null }) : part);
    this.used += part.width;
    if (part.lineEnd) this.close();
  }

  finish(): Line[] {
    this.close(false);
    return this.#lines;
  }

  putOrClose(part: LinePiece): void {
    if (this.used > 0 && this.used + part.width - part.trailingCut > this.#width + tolerance) this.close();
    this.put(part);
  }

  /** `goesOn`: whether text follows, which without a space between belongs to the last word. */
  close(goesOn = true): void {
    const last = this.#parts.pop();
    if (last === undefined) return;
    // A word's own hyphen, where it may break, says itself that the word goes on.
    const own = !last.noNewLine && last.text.endsWith('-') && /\p{L}\p{L}-$/u.test(last.text);
    const isDivided = goesOn && !last.lineEnd && !own && !/\s$/.test(last.text);
    this.#parts.push(isDivided ? divided(last) : last);
    const parts = joined(this.#parts, this.#width);
    this.#lines.push(new Line(this.#width, parts));
    this.#before = isDivided ? (parts.at(-1) ?? null) : null;
    this.#parts = [];
    this.used = 0;
  }
}

/** The last part of a line whose word goes on in the next. */
function divided(part: LinePiece): LinePiece {
  const word = part.word ?? Symbol(part.text);
  return part.soft
    ? piece(part.run, part.text, { hyphen: true, word, goesOn: true, level: part.level })
    : part.ending({ word, goesOn: true });
}

/** The parts of a line with those of one word put together again, to be shaped as a whole. */
function joined(parts: readonly LinePiece[], width: number): readonly LinePiece[] {
  if (!parts.some(({ soft }) => soft)) return parts;
  const whole: LinePiece[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before?.soft !== true || before.run !== part.run || before.level !== part.level) whole.push(part);
    else whole[whole.length - 1] = joinedPiece(before, part);
  }
  return whole.length < parts.length && widthOf(whole) > width ? parts : whole;
}

function joinedPiece(before: LinePiece, part: LinePiece): LinePiece {
  const { noNewLine, lineEnd, soft, goesOn, level } = part;
  const hyphen = part.shape.text !== part.text;
  // A part between two line ends belongs to one word with both neighbours.
  const word = before.word ?? part.word;
  return piece(part.run, before.text + part.text, { noNewLine, lineEnd, soft, hyphen, word, goesOn, level });
}

/** Cuts a piece that is wider than the column, between whole characters, so that each part fits. */
function cutPiece(wide: LinePiece, width: number): LinePiece[] {
  const { run, noNewLine, lineEnd, soft, level } = wide;
  const room = width + run.style.tracking - (soft ? hyphenWidth(wide) : 0);
  // The mark of a note is one sign: each part would call the note again.
  if (wide.width - wide.trailingCut <= room || run.note !== undefined) return [wide];
  const all = [...characters(wide.text)];
  const parts: LinePiece[] = [];
  for (let from = 0; from < all.length; ) {
    const count = most(all.length - from, (n) => {
      const text = all.slice(from, from + n).join('');
      const part = piece(run, text, { level });
      return part.width - part.trailingCut <= room;
    });
    const text = all.slice(from, from + count).join('');
    from += count;
    const last = from >= all.length;
    parts.push(piece(run, text, last ? { noNewLine, lineEnd, soft, level } : { level }));
  }
  return parts;
}

/** The largest number from 1 to `limit` that `fits`, where none fits above one that does not; 1 if none fits. */
function most(limit: number, fits: (n: number) => boolean): number {
  let low = 1;
  let high = 2;
  while (high <= limit && fits(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, limit + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
