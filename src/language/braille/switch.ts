/**
 * Texts of several languages in the codes of each, with the indicators of The Rules of Unified English Braille, 14.3, where the
 * code changes: before up to two words the word indicator, around more the passage indicators. In a text whose own code is not
 * UEB they are turned round (13.7.3) and enclose what is in UEB.
 */
import { trailing } from '../../text.ts';
import type { Language } from '../language.ts';
import { allLanguages, knownLanguage } from '../languages.ts';
import { type BrailleCode, type Cells, dots, isSpace } from './code.ts';
import { russian } from './russian.ts';
import { ueb } from './ueb.ts';

/** Text of one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47; null where nothing says it. */
  readonly lang: string | null;
}

/** The indicators of a change of code. */
export const switches = {
  word: dots('45-12356'),
  wordEnd: dots('45-23456'),
  passage: dots('5-12356-3'),
  passageEnd: dots('6-5-23456'),
};

const codes: readonly BrailleCode[] = [...new Set([...allLanguages.map(({ braille }) => braille), ueb, russian])];

/** A piece of text with the code that it is written in. */
export interface CodePiece {
  readonly code: BrailleCode;
  readonly text: string;
}

/** The cells of a text, a space for each of its spaces, no-break ones included. */
export function brailleOf(runs: readonly LanguageRun[], language: Language): Cells {
  const pieces = piecesOf(runs, language);
  return pieces
    .map(({ code, text }, index) => {
      if (code === language.braille) return code.write(text);
      const ends = index === pieces.length - 1 || isSpace(pieces[index + 1]?.text[0]);
      return enclosed(code.write(text), ends);
    })
    .join('');
}

const space = /[ \u00A0]/;

function enclosed(cells: Cells, ends: boolean): Cells {
  if (cells.split(space).length > 2) return `${switches.passage}${cells}${switches.passageEnd}`;
  return `${switches.word}${cells.replace(space, (found) => `${found}${switches.word}`)}${ends ? '' : switches.wordEnd}`;
}

/** A text in pieces of one code each. Pieces of another code than the language's begin and end with no space. */
export function piecesOf(runs: readonly LanguageRun[], language: Language): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  for (const { text, lang } of runs) {
    const own = codeOf(lang, language);
    // Words and the spaces between them.
    for (const part of text.match(/[ \u00A0]+|[^ \u00A0]+/g) ?? [])
      for (const piece of isSpace(part[0]) ? [{ code: language.braille, text: part }] : inWord(part, own, language))
        append(pieces, piece);
  }
  return joined(pieces, language.braille);
}

/** Languages that we have no code of are written in that of their letters, else in the document's. */
function codeOf(lang: string | null, language: Language): BrailleCode {
  return lang === null ? language.braille : (knownLanguage(lang)?.braille ?? language.braille);
}

/** What stands around a word that is another code's: brackets, quotation marks, stops. */
const opening = /^[\p{Ps}\p{Pi}\p{Pf}"']*/u;
const closing = /[\p{Pe}\p{Pf}\p{Pi}"'.,;:!?]/u;

/**
 * The parts of a word. One with letters of a single code is that code's, with its signs and digits, as addresses are, and what is around
 * it (brackets, stops) is the text's; where letters of several meet, each has its own. A word without letters of any code is in the
 * run's, and signs alone are in the text's.
 */
function inWord(word: string, own: BrailleCode, { braille }: Language): CodePiece[] {
  const found = codes.filter(({ letters }) => letters.test(word));
  const [only] = found;
  if (only === undefined) return [{ code: /[^\p{P}\p{S}]/u.test(word) ? own : braille, text: word }];
  if (found.length === 1) {
    if (only === own && only === braille) return [{ code: own, text: word }];
    const [before = ''] = opening.exec(word) ?? [];
    const rest = word.slice(before.length);
    const end = trailing(rest, closing);
    const outer = own === only ? own : braille;
    return [
      { code: outer, text: before },
      { code: only, text: rest.slice(0, end) },
      { code: outer, text: rest.slice(end) },
    ];
  }
  // Letters, and what follows them until the next letters.
  const parts: CodePiece[] = [];
  let code = own;
  for (const character of word) {
    const letterOf = found.find(({ letters }) => letters.test(character));
    code = letterOf ?? (/\p{M}/u.test(character) ? code : braille);
    parts.push({ code, text: character });
  }
  return parts;
}

function append(pieces: CodePiece[], piece: CodePiece): void {
  if (piece.text === '') return;
  const last = pieces.at(-1);
  if (last?.code === piece.code) pieces[pieces.length - 1] = { code: last.code, text: last.text + piece.text };
  else pieces.push(piece);
}

/** A space between two words of another code is that code's. */
function joined(pieces: readonly CodePiece[], base: BrailleCode): readonly CodePiece[] {
  const all: CodePiece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    const between =
      /^[ \u00A0]+$/.test(piece.text) && before !== undefined && before.code !== base && before.code === after?.code;
    append(all, between ? { code: before.code, text: piece.text } : piece);
  }
  return all;
}
