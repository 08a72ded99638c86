/** Words and scripts of texts. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { hasScript, isProse, wordsIn } from '../../src/audit/letters.ts';
import { scriptOf } from '../../src/language/script.ts';
import type { Lang } from '../../src/model/document.ts';

it.each([
  ['a word, its mark and don’t', ['a', 'word', 'its', 'mark', 'and', 'don’t']],
  ['e\u0301te\u0301 well-known', ['e\u0301te\u0301', 'well-known']],
  ['two\u00A0words  here', ['two', 'words', 'here']],
  ['3 of 12, 7th', ['of', 'th']],
  // Addresses and their parts are no words.
  ['see www.example.org and write to a@b or and/or', ['see', 'and', 'write', 'to', 'or']],
  ['version 2.x of it', ['version', 'of', 'it']],
  ['It ends.', ['It', 'ends']],
  ['. . .', []],
])('%s', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

it.each([
  ['two words in small letters', ['borders', 'and', 'Georgia', 'migration'], true],
  ['one is no prose', ['migration', 'IOM'], false],
  ['particles of names are none', ['Office', 'for', 'the', 'South', 'Caucasus'], false],
  ['units are none', ['kg', 'km', 'm'], false],
  ['names in capitals are none', ['Tbilisi', 'Batumi', 'Poti'], false],
  ['with marks and hyphens', ['don’t', 'well-known'], true],
  ['two, one of them twice', ['word', 'word'], true],
  ['accents', ['e\u0301te\u0301', 'mari\u0301a'], true],
] as const)('is prose: %s', (_, words, prose) => {
  expect(isProse(words)).toBe(prose);
});

it.each([
  ['zh-Hans-CN', '汉字'],
  ['zh-TW', '漢字'],
  ['ja', 'ひらがな'],
  ['ja', 'カタカナ'],
  ['ko-KR', '한국'],
  ['ur-Aran', 'اردو'],
  ['de-Latf', 'Wort'],
  ['en-Qaaa', 'word'],
])('%s is written in letters such as those of %s', (tag, letters) => {
  expect(hasScript(letters, scriptOf(tag as Lang))).toBe(true);
  expect(hasScript('123', scriptOf(tag as Lang))).toBe(false);
});

it('no script that a tag can name ends in an exception', () => {
  const registered = createRequire(import.meta.url)('language-subtag-registry/data/json/script.json') as object;
  const codes = Object.keys(registered).map((code) => `${code.slice(0, 1).toUpperCase()}${code.slice(1)}`);
  expect(codes.length).toBeGreaterThan(200);
  for (const code of codes) expect(typeof hasScript('word', code), code).toBe('boolean');
});
