/** A code that writes sign by sign: letters and signs each by their cells, numbers behind the number sign. */
import { type BrailleCode, type Cells, digit, dots, numberSign, unknownSign } from './code.ts';

export interface SignTable {
  readonly name: string;
  readonly letters: RegExp;
  readonly signs: ReadonlyMap<string, Cells>;
  /** What stands for a sign that the code lacks, in signs that it has. */
  readonly instead: ReadonlyMap<string, string>;
}

/** Says that what follows is a letter, where it would be read as a digit. */
const letterSign = dots('56');

export function tableCode({ name, letters, signs, instead }: SignTable): BrailleCode {
  const digits = new Set([...'0123456789'].map(digit));
  const write = (text: string): Cells => {
    const all = [...[...text.normalize('NFC')].map((sign) => instead.get(sign) ?? sign).join('')];
    let cells = '';
    let numeric = false;
    for (const character of all) {
      if (/[0-9]/.test(character)) {
        cells += `${numeric ? '' : numberSign}${digit(character)}`;
        numeric = true;
        continue;
      }
      const sign = character === ' ' ? ' ' : (signs.get(character) ?? unknownSign(character));
      cells += `${numeric && digits.has(sign) ? letterSign : ''}${sign}`;
      numeric = false;
    }
    return cells;
  };
  return { name, letters, write };
}
