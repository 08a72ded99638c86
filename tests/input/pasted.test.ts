import { describe, expect, it } from 'vitest';
import { mendText } from '../../src/input/pasted.ts';

const mended = (text: string) => mendText(text).text;
const kinds = (text: string) => mendText(text).mended.map(({ kind }) => kind);

describe('what was pasted along', () => {
  it.each([
    ['25\u202F000', '25\u00A0000'],
    ['25\u2009000 GEL', '25\u00A0000 GEL'],
    ['5\u2009%', '5\u00A0%'],
    ['10\u2007km', '10\u00A0km'],
    ['a\u2003b', 'a b'],
    ['one\u2009–\u2009two', 'one – two'],
    ['a\u3000b', 'a b'],
    ['Zero\u200Bwidth', 'Zerowidth'],
    ['a\u2060b\uFEFFc\u180Ed\uFFFCe', 'abcde'],
    ['word\u200Cs and\u200D more', 'words and more'],
    ['Ltd\u200E \u202Aplain\u202C', 'Ltd plain'],
    ['organi\u00ADzation', 'organization'],
    ['opt\u001Fional, 25\u001Eyear', 'optional, 25\u2011year'],
    ['ﬁrst oﬃce, ﬂow, staﬀ, ﬅ', 'first office, flow, staff, st'],
    ['ＩＯＭ １２％', 'IOM 12%'],
    ['𝗕𝗼𝗹𝗱 𝟏𝟐', 'Bold 12'],
    ['20 ℃, 5 ㎡, 3 ㎞', '20 °C, 5 m², 3 km'],
    ['one\u000Btwo\u2028three', 'one\ntwo\nthree'],
    ['one\u2029two', 'one\n\ntwo'],
    ['\uF0B7 one', '• one'],
    ['name\tnumber', 'name number'],
    ['one  two', 'one two'],
    ['one \u00A0two', 'one two'],
    ['25 \u00A0000', '25\u00A0000'],
    ['✔\uFE0F done, ☎\uFE0F', '✔ done, ☎'],
  ])('%j is mended', (given, wanted) => {
    expect(mended(given)).toBe(wanted);
    expect(kinds(given).length).toBeGreaterThan(0);
    expect(mended(wanted)).toBe(wanted);
  });

  it.each([
    ['no-break spaces', 'a\u00A0b, 25\u00A0000'],
    ['hyphens, minus and primes', '19\u201120, −5, 43′ 21″'],
    ['joined pictures', '👨\u200D👩\u200D👧'],
    ['pictures with a selector', '👁\uFE0F\u200D🗨'],
    ['joiners in Persian', 'می\u200Cخواهم'],
    ['marks of direction beside Hebrew', 'שלום\u200F!'],
    ['wide forms in Japanese', '日本ＡＢＣ'],
    ['the lines of a list', 'Text:\n\n- one\n  - two'],
    ['line ends by two blanks', 'one  \ntwo'],
    ['letters and their marks', 'e\u0301 и\u0301'],
    ['what is only Georgian', 'ჩვეულებრივი ტექსტი – 25 ₾.'],
  ])('%s are left', (_, text) => {
    expect(mendText(text)).toEqual({ text, mended: [] });
  });

  it('takes a megabyte of anything in little time', () => {
    for (const one of [
      '\u200E',
      '\u00AD',
      ' ',
      '\t',
      '\u2009',
      '\u200D',
      '\uFE0F',
      'ﬁ',
      '\u00A0',
      'a ',
      '\uFF21',
      'a\u200Dא',
    ]) {
      const started = performance.now();
      mendText(one.repeat(1_000_000 / one.length));
      expect(performance.now() - started, JSON.stringify(one)).toBeLessThan(4000);
    }
  });
});
