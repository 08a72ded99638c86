/** A language that is only begun: what it says, and what it knows that it does not. */
import { expect, it } from 'vitest';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import { hy } from './hy.ts';

it('says its own, and the rest in English', () => {
  expect(hy.labels.counted).toEqual({ table: 'Աղյուսակ', figure: 'Նկար', chart: 'Գծապատկեր' });
  expect(hy.chrome.skipToContent).toBe('Անցնել բովանդակությանը');
  expect(hy.chrome.draft).toBe(en.chrome.draft);
  expect(hy.prose.anyMonth).toBe(en.prose.anyMonth);
  expect(hy.setting.divisions('այբ')).toEqual([]);
});

it('knows what is still English, by the largest part of which nothing is said', () => {
  expect(hy.stillEnglish).toContain('charts');
  expect(hy.stillEnglish).toContain('chrome.draft');
  const written = ['labels', 'labels.counted', 'labels.section', 'numerals', 'tag', 'chrome', 'chrome.skipToContent'];
  expect(hy.stillEnglish.filter((part) => written.includes(part))).toEqual([]);
  expect(hy.stillEnglish.filter((part) => part.startsWith('charts.'))).toEqual([]);
});

it('is whole where it is one of ours', () => {
  expect([ka, en].map(({ stillEnglish }) => stillEnglish)).toEqual([[], []]);
});
