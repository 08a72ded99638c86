/** Which face sets which part of a text: the theme's own where it can, else the first of its fallbacks that can. */
import { graphemesIn } from '../graphemes.ts';
import type { FontFace } from './theme.ts';

/** A stretch of text in one face. */
export interface FaceRun {
  readonly face: FontFace;
  readonly text: string;
}

/** Whether a face or one of its fallbacks draws a code point. */
export function draws(face: FontFace, codePoint: number): boolean {
  return face.covers(codePoint) || face.fallbacks.some((fallback) => fallback.covers(codePoint));
}

/** Whether a face needs none of its fallbacks for a text. */
export function drawsAll(face: FontFace, text: string): boolean {
  for (const character of text) if (!face.covers(character.codePointAt(0) ?? 0) && !isLayout(character)) return false;
  return true;
}

/** Tabs and line ends are no glyphs. */
function isLayout(character: string): boolean {
  return character === '\t' || character === '\n' || character === '\r';
}

/**
 * The text in stretches of one face. A letter and its marks stay together where a face has both; what no face draws stays
 * in the own face, whose box says so.
 */
export function faceRuns(text: string, own: FontFace): readonly FaceRun[] {
  if (own.fallbacks.length === 0 || drawsAll(own, text)) return [{ face: own, text }];
  const runs: { face: FontFace; text: string }[] = [];
  const add = (face: FontFace, part: string): void => {
    const last = runs.at(-1);
    if (last?.face === face) last.text += part;
    else runs.push({ face, text: part });
  };
  for (const grapheme of characters(text)) {
    const whole = faceOf(grapheme, own);
    if (whole !== null) add(whole, grapheme);
    else for (const character of grapheme) add(faceOf(character, own) ?? own, character);
  }
  return runs;
}

/** The same with spaces in the face of the word before them, if that has any: one font shows a line of words in one string. */
export function wordRuns(text: string, own: FontFace): readonly FaceRun[] {
  const runs: FaceRun[] = [];
  for (const run of faceRuns(text, own)) {
    const last = runs.at(-1);
    const goesOn =
      last !== undefined && (run.face === last.face || (isBlank(run.text) && drawsAll(last.face, run.text)));
    if (goesOn) runs[runs.length - 1] = { face: last.face, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function faceOf(text: string, own: FontFace): FontFace | null {
  return [own, ...own.fallbacks].find((face) => drawsAll(face, text)) ?? null;
}

/** In UTF-16 units. V8 copies the whole text for each of its graphemes, so it is given a piece at a time. */
const pieceLength = 200;

/** What a reader sees as single characters. */
export function* characters(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isEnd = at + pieceLength >= text.length;
    const found = [...graphemesIn(text.slice(at, at + pieceLength))];
    // The last may go on behind the piece.
    const whole = isEnd || found.length === 1 ? found : found.slice(0, -1);
    for (const { segment } of whole) {
      yield segment;
      at += segment.length;
    }
  }
}
