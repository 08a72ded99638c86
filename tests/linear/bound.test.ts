/** A number is on one line with what it counts, and its digits with each other, wherever in a line it comes. */
import { beforeEach, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Inlines } from '../../src/model/document.ts';
import { brf } from '../../src/write/braille/braille.ts';
import type { FormatWriter } from '../../src/write/targets.ts';
import { text } from '../../src/write/text/text.ts';
import { document, p, restart, section, strong, text as words } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();
beforeEach(restart);

/** The lines of a paragraph behind words of each length. */
async function linesOf(writer: FormatWriter, lang: 'ka' | 'en', inlines: Inlines, wrap = 40): Promise<string[]> {
  const letter = lang === 'ka' ? 'ა' : 'a';
  const blocks = Array.from({ length: 40 }, (_, index) =>
    p([words(`${letter.repeat(index + 1)} `), ...inlines, words(` ${letter.repeat(9)} ${letter.repeat(9)}`)]),
  );
  const made = document({ title: 'T', lang, body: [section('one', 'Part', blocks)] });
  const job = {
    ...{ theme, language: languageOf(lang), name: 'test', created: new Date(0), report: new Report() },
    ...{ text: { wrap }, braille: { cells: 40, lines: 60 } },
  };
  return new TextDecoder().decode(await writer.write(made, job)).split(/\r?\n/);
}

const whole = (lines: readonly string[], what: string) => lines.filter((line) => line.includes(what)).length;

it.each([
  ['ka', '44 %', '44 %', '#DD \\'],
  ['ka', '№ 12', '№ 12', '> #AB'],
  ['ka', '2026 წლის', '2026 წლის', '#BJBF ?LIS'],
  ['ka', '1\u00A0250', '1 250', '#A #BEJ'],
  ['ka', '1\u202F250\u202F000', '1 250 000', '#A #BEJ #JJJ'],
  ['en', '44 km', '44 km', '#DD KM'],
] as const)('%s: %s', async (lang, given, inText, inBraille) => {
  expect(whole(await linesOf(text, lang, [words(given)]), inText)).toBe(40);
  expect(whole(await linesOf(brf, lang, [words(given)]), inBraille)).toBe(40);
});

it('holds over marks and changes of code', async () => {
  expect(whole(await linesOf(text, 'ka', [strong('44'), words(' %')]), '44 %')).toBe(40);
  expect(whole(await linesOf(brf, 'ka', [words('5 km')]), '#E ^(KM')).toBe(40);
});

it('gives way where no line holds it', async () => {
  const long = 'one two three four five six seven eight nine ten'.replaceAll(' ', '\u00A0');
  const lines = await linesOf(text, 'en', [words(long)], 30);
  expect(lines.filter((line) => line.length > 40 || /three.+nine/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('\u00A0'))).toEqual([]);
  expect(whole(await linesOf(brf, 'en', [words(long)]), 'ONE')).toBe(40);
});
