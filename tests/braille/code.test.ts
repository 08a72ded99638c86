/** Texts in cells, as liblouis 3.24 has them (`lou_translate -f unicode.dis,ka.utb` and `en-ueb-g1.ctb`), and what it lacks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brailleOf } from '../../src/language/braille/switch.ts';
import { languageOf } from '../../src/language/languages.ts';
import { heavy } from '../tier.ts';
// Made by conformance/braille/signs.py.
import liblouis from './liblouis.json' with { type: 'json' };

const [ka, en] = [languageOf('ka'), languageOf('en')];
const inKa = (text: string) => brailleOf([{ text, lang: 'ka' }], ka);
const inEn = (text: string) => brailleOf([{ text, lang: 'en' }], en);

describe('as liblouis has it', () => {
  it.each([
    ['გამარჯობა, მსოფლიო!', '⠛⠁⠍⠁⠗⠪⠕⠃⠁⠂ ⠍⠎⠕⠧⠇⠊⠕⠖'],
    ['1 250 და 12,5, 3-ე', '⠼⠁ ⠼⠃⠑⠚ ⠙⠁ ⠼⠁⠃⠂⠼⠑⠂ ⠼⠉⠤⠑'],
    ['(„ციტატა“) 25%', '⠶⠦⠉⠊⠞⠁⠞⠁⠴⠶ ⠼⠃⠑⠳'],
  ])('%s', (text, cells) => expect(inKa(text)).toBe(cells));

  it.each([
    ['Hello World', '⠠⠓⠑⠇⠇⠕ ⠠⠺⠕⠗⠇⠙'],
    ['IOM-wide NGOs McDonald mcDONALD', '⠠⠠⠊⠕⠍⠤⠺⠊⠙⠑ ⠠⠠⠝⠛⠕⠠⠄⠎ ⠠⠍⠉⠠⠙⠕⠝⠁⠇⠙ ⠍⠉⠠⠠⠙⠕⠝⠁⠇⠙'],
    ['IOM (UN) AND OSCE are', '⠠⠠⠠⠊⠕⠍ ⠐⠣⠥⠝⠐⠜ ⠁⠝⠙ ⠕⠎⠉⠑⠠⠄ ⠁⠗⠑'],
    ['IOM 5 UN a', '⠠⠠⠊⠕⠍ ⠼⠑ ⠠⠠⠥⠝ ⠁'],
    ['1,250.5 5 000 3a 3k .5 x.5', '⠼⠁⠂⠃⠑⠚⠲⠑⠐⠑⠐⠚⠚⠚⠐⠉⠰⠁ ⠼⠉⠅ ⠼⠲⠑ ⠭⠲⠼⠑'],
    ['it’s “quoted” ‘s’ École', '⠊⠞⠄⠎ ⠦⠟⠥⠕⠞⠑⠙⠴ ⠠⠦⠎⠠⠴ ⠠⠘⠌⠑⠉⠕⠇⠑'],
    ['officers’ skills', '⠕⠋⠋⠊⠉⠑⠗⠎⠄ ⠎⠅⠊⠇⠇⠎'],
    ['2024–2025, €5 – 25 %', '⠼⠃⠚⠃⠙⠠⠤⠼⠃⠚⠃⠑⠂ ⠈⠑⠼⠑ ⠠⠤ ⠼⠃⠑ ⠨⠴'],
    ['https://x.ge/?q=1', '⠓⠞⠞⠏⠎⠒⠸⠌⠸⠌⠭⠲⠛⠑⠸⠌⠰⠦⠟⠐⠶⠼⠁'],
  ])('%s', (text, cells) => expect(inEn(text)).toBe(cells));
});

it('has every sign of English as liblouis has it, alone, in words and between numbers', () => {
  for (const [sign, [alone, within, between, behind]] of Object.entries<string[]>(liblouis)) {
    expect(inEn(sign), sign).toBe(alone);
    expect(inEn(`x${sign}k`), sign).toBe(within);
    expect(inEn(`5 ${sign} 6`), sign).toBe(between);
    // A letter that would be read as one more digit has its sign, also where it begins a ligature.
    if (!/[æĳﬀﬁﬅ]/.test(sign)) expect(inEn(`5${sign}`), sign).toBe(behind);
  }
});

describe('a number', () => {
  it('is not gone on with by a letter that is read as a digit, in capitals neither', () => {
    expect(inEn('NUMBER AB123456G IS')).toBe('⠠⠠⠠⠝⠥⠍⠃⠑⠗ ⠁⠃⠼⠁⠃⠉⠙⠑⠋⠰⠛ ⠊⠎⠠⠄');
    expect(inEn('AB123456G')).toBe('⠠⠠⠁⠃⠼⠁⠃⠉⠙⠑⠋⠠⠛');
    expect(inEn('½a 2²b 5é')).toBe('⠼⠁⠌⠃⠰⠁ ⠼⠃⠰⠔⠼⠃⠰⠃ ⠼⠑⠘⠌⠑');
  });

  it('stands above and below the line as one', () => {
    expect(inEn('10² 10²³')).toBe('⠼⠁⠚⠰⠔⠼⠃ ⠼⠁⠚⠰⠔⠼⠃⠉');
    expect(inEn('CO₂ xⁿ 10⁻³')).toBe('⠠⠠⠉⠕⠰⠢⠼⠃ ⠭⠰⠔⠝ ⠼⠁⠚⠰⠰⠔⠣⠐⠤⠼⠉⠜');
  });
});

describe('what its tables lack', () => {
  it('is written by a stated mapping', () => {
    expect(inKa('№ 7 – 5 € | ©')).toBe(inKa('# 7 - 5 ევრო / საავტორო უფლება'));
    expect(inEn('₾5 № „x“ 5‰.')).toBe(inEn('GEL\u00A05 # “x“ 5\u00A0per mille.'));
    expect(inEn('Ağrı')).toBe('⠠⠁⠈⠬⠛⠗⠊');
    // A Georgian letter behind a digit would be one more digit.
    expect(inKa('5ბ 5კ')).toBe('⠼⠑⠰⠃ ⠼⠑⠅');
  });

  it('is never written by what is read as something else', () => {
    // The cells of the Georgian table for < and > are letters, and that for º is the hyphen.
    expect(inKa('5 < 6 > 4')).toBe(inKa('5 ნაკლებია 6 მეტია 4'));
    expect(inKa('აქ→იქ')).toBe(inKa('აქ ისარი მარჯვნივ იქ'));
    expect(inKa('25° −5')).toBe(inKa('25\u00A0გრადუსი -5'));
    expect(inKa('£5, (€7)')).toBe(inKa('ფუნტი\u00A05, (ევრო\u00A07)'));
    expect(inKa('10² 10³ 10⁻⁴ 7₂ 5½')).toBe(
      inKa('10\u00A0კვადრატში 10\u00A0კუბში 10\u00A0ზედა ინდექსი -4 7\u00A0ქვედა ინდექსი 2 5\u00A01/2'),
    );
  });

  it('is written by its number where nothing else is known', () => {
    expect(inKa('✓')).toBe('⠄⠡⠭⠼⠃⠛⠁⠉⠄');
    expect(inEn('✗')).toBe('⠄⠡⠭⠼⠃⠛⠁⠛⠄');
    // Its letters a to f have the cells of 1 to 6.
    expect(inKa('\u2733')).toBe('⠄⠡⠭⠼⠃⠛⠉⠉⠄');
    expect(inKa('\u273c')).toBe('⠄⠡⠭⠼⠃⠛⠉⠰⠉⠄');
    expect(inKa('\u27f1')).not.toBe(inKa('\u2761'));
  });
});

describe('a change of code', () => {
  it('is marked by the word, and by the passage from three words on', () => {
    expect(inKa('IOM-ის')).toBe(`⠘⠷${inEn('IOM')}⠘⠾⠤⠊⠎`);
    expect(inKa('C1 და B2')).toBe(`⠘⠷${inEn('C1')} ⠙⠁ ⠘⠷${inEn('B2')}`);
    expect(inKa('(International Organization for Migration)')).toBe(
      `⠶⠐⠷⠄${inEn('International Organization for Migration')}⠠⠐⠾⠶`,
    );
    expect(inEn('The ქართული word')).toBe(`${inEn('The')} ⠘⠷${inKa('ქართული')} ${inEn('word')}`);
  });

  it('has Russian braille for words in its letters, as liblouis has it', () => {
    expect(inKa('ნახე „Съешь“ 5')).toBe(`${inKa('ნახე')} ⠦⠘⠷⠎⠷⠑⠱⠾⠘⠾⠴ ⠼⠑`);
    expect(inEn('Привет Мир')).toBe('⠘⠷⠏⠗⠊⠺⠑⠞ ⠘⠷⠍⠊⠗');
  });

  it('follows the languages of runs', () => {
    const runs = [
      { text: 'ნახე ', lang: 'ka' },
      { text: 'A safe coast 2026', lang: 'en' },
    ];
    expect(brailleOf(runs, ka)).toBe(`${inKa('ნახე')} ⠐⠷⠄${inEn('A safe coast 2026')}⠠⠐⠾`);
  });
});

heavy('writes whatever text in cells, a space for each space', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'abXYზ5 .,-„“(É\u0301✓') }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(ka, en), fc.constantFrom('ka', 'en', 'de', null), (said, language, lang) => {
      const folded = said.normalize('NFC').replace(/\s+/g, ' ').trim();
      const cells = brailleOf([{ text: folded, lang }], language);
      expect(cells).toMatch(/^[\u2801-\u283F ]*$/);
      if (folded !== '') expect(cells.trim()).not.toBe('');
    }),
    { seed: 2026, numRuns: 300 },
  );
});
