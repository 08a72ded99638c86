/** Titles as contents and references quote them: the text and its languages, on one line, without notes, links and stress. */
import { fold, lang, undivided, words } from '../model/build.ts';
import type { Inline, Inlines, Lang, Text } from '../model/document.ts';
import { type Element, given, type MarkupText } from './parse.ts';

/** A piece of a title, in one language. */
export interface TitlePiece extends Pick<Text, 'value' | 'at' | 'from'> {
  readonly lang: Lang;
}

/** The pieces of a title that stands in the language `around`, folded as one line; none if it says nothing. */
export function piecesOf(title: Element, around: Lang, wordsOf: (ref: Element) => string): readonly TitlePiece[] {
  const pieces: TitlePiece[] = [];
  let spaced = true;
  for (const piece of drafts(title, around, wordsOf)) {
    const folded: string = fold(undivided(piece.value.normalize('NFC')));
    const value: string = spaced && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (value === '') continue;
    spaced = value.endsWith(' ');
    pieces.push({ ...piece, value });
  }
  const last = pieces.pop();
  if (last !== undefined && last.value !== ' ') pieces.push({ ...last, value: last.value.replace(/ $/, '') });
  return words(pieces.map(({ value }) => value).join('')) === null ? [] : pieces;
}

function* drafts(element: Element, around: Lang, wordsOf: (ref: Element) => string): Generator<TitlePiece> {
  const own = languageIn(element, around);
  for (const child of element.children) {
    if (child.kind === 'run') yield pieceOf(child, child.value, own);
    else if (child.name === 'br') yield pieceOf(child, ' ', own);
    else if (child.name === 'ref') yield pieceOf(child, wordsOf(child), own);
    else if (child.name !== 'note') yield* drafts(child, own, wordsOf);
  }
}

function pieceOf({ at, from }: Element | MarkupText, value: string, own: Lang): TitlePiece {
  return { value, at, from, lang: own };
}

/** The language inside of an element; a wrong tag is told where the element is read. */
export function languageIn(element: Element, around: Lang): Lang {
  const tag = given(element, 'lang')?.value;
  return (tag === undefined ? null : lang(tag)) ?? around;
}

/** Pieces as inlines for a place in the language `around`: a text for each stretch of one language, in a span if it is another. */
export function spoken(pieces: readonly TitlePiece[], around: Lang): Inlines {
  const stretches: TitlePiece[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last?.lang === piece.lang) stretches.splice(-1, 1, { ...last, value: last.value + piece.value });
    else stretches.push(piece);
  }
  return stretches.map(({ value, at, from, lang: own }): Inline => {
    const text: Text = { type: 'text', value, at, from, lang: null };
    return own === around ? text : { type: 'span', at, from, lang: own, children: [text] };
  });
}
