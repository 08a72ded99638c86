/** Which way the parts of a paragraph run, and where those of a line stand: broken into lines first, put in order then (UAX 9, L2). */
import { fromTheLeft, hasTwoDirections, levelsOf } from '../../../bidi.ts';
import { directionOf } from '../../../language/direction.ts';
import { faceRuns } from '../../../theme/coverage.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { StyledRun } from './inlines.ts';
import type { LinePiece } from './piece.ts';

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
  const isBlank = (at: number): boolean => text.charAt(at).trim() === '';
  const seams = Array.from(levels, (level, at) => {
    // What is blank is a piece of its own, for a line may end with it.
    return level !== levels[at - 1] || (level > 0 && isBlank(at) !== isBlank(at - 1));
  });
  let at = 0;
  for (const run of runs)
    for (const part of faceRuns(run.text, run.style.face)) {
      if ((levels[at] ?? 0) % 2 === 1) seams[at] = true;
      at += part.text.length;
    }
  return seams;
}

/** RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE. */
const [startOfSpan, endOfSpan] = ['\u2067', '\u2069'];

/** The element that an inline has a language from which runs from right to left, if its paragraph does not have it from there. */
function spanOf(element: StructureElement, lang: string): StructureElement | null {
  const own = element.properties.lang;
  if (own !== undefined) return own !== lang && directionOf(own) === 'rtl' ? element : null;
  return element.parent === null ? null : spanOf(element.parent, lang);
}

/** Pieces of one run that stand side by side, and where they begin in the line. */
export interface PlacedRun {
  readonly run: StyledRun;
  /** As they are read; each part is painted from left to right. */
  readonly parts: readonly PlacedPart[];
  readonly at: number;
  readonly width: number;
}
export interface PlacedPart {
  readonly pieces: readonly LinePiece[];
  readonly at: number;
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
    found.push({ run, parts: [{ pieces: pieces.slice(start, end), at }], at, width });
    at += width;
    start = end;
  }
  return found;
}

function inOrder(pieces: readonly LinePiece[]): readonly PlacedRun[] {
  const end = pieces.findLastIndex(({ text }) => text.trim() !== '');
  const places = new Map<LinePiece, number>();
  let at = 0;
  // What is blank at the end of the line stands there, whatever is before it (UAX 9, L1).
  for (const piece of [...fromTheLeft(pieces.slice(0, end + 1), ({ level }) => level), ...pieces.slice(end + 1)]) {
    places.set(piece, at);
    at += piece.width;
  }
  const found: PlacedRun[] = [];
  for (const piece of pieces) {
    const { run, width } = piece;
    const own = { run, parts: [{ pieces: [piece], at: places.get(piece) ?? 0 }], at: places.get(piece) ?? 0, width };
    const before = found.at(-1);
    const whole = before?.run === run ? together(before, own) : null;
    if (whole === null) found.push(own);
    else found[found.length - 1] = whole;
  }
  return found;
}

/** For sums of widths in floating point, in points. */
const tolerance = 0.001;

/** Null for parts of a run that do not touch. */
function together(before: PlacedRun, after: PlacedRun): PlacedRun | null {
  const touches = (left: PlacedRun, right: PlacedRun): boolean => Math.abs(left.at + left.width - right.at) < tolerance;
  if (!touches(before, after) && !touches(after, before)) return null;
  return {
    run: before.run,
    parts: [...before.parts, ...after.parts],
    at: Math.min(before.at, after.at),
    width: before.width + after.width,
  };
}
