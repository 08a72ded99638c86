/** Numbers as speech synthesis reads them right: espeak-ng drops ₾ and reads digits with spaces between them one by one. */
import type { Language } from '../language/language.ts';

const number = '[\\u2212\\d][\\d.,]*\\d|\\d';

/** A number or an amount of money in words that can be read aloud, if it is written as the language writes them. */
export function spoken(text: string, { currencies, numerals }: Language): string {
  const { group } = numerals;
  const isBlank = group.trim() === '';
  const whole = isBlank ? text.replace(new RegExp(`(?<=\\d)${group}(?=\\d{3}(?!\\d))`, 'g'), '') : text;
  return Object.entries(currencies).reduce((result, [code, name]) => {
    const [before = '', after = ''] = numerals.money('0', code).split('0').map(literally);
    const written = before === '' ? `(?<=\\d)()${after}` : `(?<!\\p{L})${before}(${number})${after}`;
    return result.replace(new RegExp(written, 'gu'), (_, digits: string) => `${digits} ${name}`);
  }, whole);
}

/** The expression for a sign of a currency; people write it without its space too. */
function literally(sign: string): string {
  return sign.replace(/[$.]/g, '\\$&').replaceAll('\u00A0', '\u00A0?');
}
