/** A code that writes sign by sign: letters and signs each by their cells, numbers behind the number sign. */
import {
  type BrailleCode,
  type Cells,
  digit,
  isDigitCell,
  isSpace,
  letterSign,
  numberSign,
  unknownSign,
} from './code.ts';
import { type Instead, readAs } from './instead.ts';

export interface SignTable {
  readonly name: string;
  readonly letters: RegExp;
  readonly signs: ReadonlyMap<string, Cells>;
  /** What stands for a sign that the code lacks. */
  readonly instead: Instead;
}

export function tableCode({ name, letters, signs, instead }: SignTable): BrailleCode {
  const write = (text: string): Cells => {
    let cells = '';
    let numeric = false;
    for (const character of readAs(text, instead)) {
      if (/[0-9]/.test(character)) {
        cells += `${numeric ? '' : numberSign}${digit(character)}`;
        numeric = true;
        continue;
      }
      const sign = isSpace(character) ? character : (signs.get(character) ?? unknownSign(character));
      cells += `${numeric && isDigitCell(sign) ? letterSign : ''}${sign}`;
      numeric = false;
    }
    return cells;
  };
  return { name, letters, write };
}
