/** Words that stand on several lines: said as one, though painted in parts. */
import { softHyphen } from '../../typesetting.ts';
import type { Line } from './inlines.ts';
import type { LinePiece } from './piece.ts';

/**
 * What the lines of one page say of each word that is divided between lines. A soft hyphen ends what goes on over the page: no
 * reader takes the line's end for a space.
 */
export function dividedWords(lines: readonly Line[]): ReadonlyMap<symbol, string> {
  const words = new Map<symbol, { text: string; goesOn: boolean }>();
  for (const line of lines) {
    if (line.artifact === true) continue;
    for (const { word, text, goesOn } of line.inlines)
      if (word !== null) words.set(word, { text: (words.get(word)?.text ?? '') + text, goesOn });
  }
  return new Map([...words].map(([word, { text, goesOn }]) => [word, goesOn ? text + softHyphen : text]));
}

/** Pieces of a line, cut where a divided word begins or ends. */
export function stretches(pieces: readonly LinePiece[]): readonly (readonly LinePiece[])[] {
  if (pieces.every(({ word }) => word === pieces[0]?.word)) return [pieces];
  const found: LinePiece[][] = [];
  for (const part of pieces) {
    const last = found.at(-1);
    if (last?.[0]?.word === part.word) last.push(part);
    else found.push([part]);
  }
  return found;
}
