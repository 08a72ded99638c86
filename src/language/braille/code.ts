/** What a braille code is: how a language writes its texts in cells of six dots. */
import { noBreak } from '../../text.ts';

/** Text in cells: characters of U+2800–U+283F, and spaces between words, no-break ones where the text has them. */
export type Cells = string;

export interface BrailleCode {
  /** As the files say which code they are in. */
  readonly name: string;
  /** The letters that are the code's own; what stands beside them is said in the code that is in force. */
  readonly letters: RegExp;
  /** A text in this code. Total: a sign that the code lacks is written by its number, so that nothing is lost. */
  write(text: string): Cells;
}

/** Whether a character is a space as a code takes it: a plain one, or one at which no line ends. */
export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === noBreak;
}

/** A cell by the numbers of its dots: `145` is ⠙, `0` is empty. Several with hyphens between them. */
export function dots(numbers: string): Cells {
  return numbers
    .split('-')
    .map((cell) =>
      String.fromCodePoint(
        0x2800 + [...cell].reduce((sum, dot) => sum + (dot === '0' ? 0 : 1 << (Number(dot) - 1)), 0),
      ),
    )
    .join('');
}

/** Signs with their cells, in pairs between spaces: `. 256 , 2`. */
export function signsOf(pairs: string): ReadonlyMap<string, Cells> {
  const all = pairs.trim().split(/[ \n]+/);
  return new Map(all.flatMap((sign, index) => (index % 2 === 0 ? [[sign, dots(all[index + 1] ?? '')]] : [])));
}

export const numberSign = dots('3456');
/** Says that what follows is a letter, where it would be read as a digit. */
export const letterSign = dots('56');
const digitCells = ['245', '1', '12', '14', '145', '15', '124', '1245', '125', '24'].map(dots);

/** Whether a cell is read as a digit where a number goes on. */
export function isDigitCell(cell: string): boolean {
  return digitCells.includes(cell);
}

export function digit(character: string): Cells {
  return digitCells[Number(character)] ?? '';
}

/**
 * A sign that a code has no cells for, by its number in Unicode between two apostrophes: `'x2713'`, as liblouis writes it, but with
 * a number sign before digits and a letter sign before letters behind them: 1 to 6 and a to f are the same cells.
 */
export function unknownSign(character: string): Cells {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  const parts = hex.match(/\d+|[a-f]+/g) ?? [];
  const cells = parts.map((part, index) =>
    /\d/.test(part)
      ? numberSign + [...part].map(digit).join('')
      : `${index === 0 ? '' : letterSign}${[...part].map((letter) => dots(hexLetters[letter] ?? '0')).join('')}`,
  );
  return `${dots('3-16-1346')}${cells.join('')}${dots('3')}`;
}

const hexLetters: Readonly<Record<string, string>> = { a: '1', b: '12', c: '14', d: '145', e: '15', f: '124' };
