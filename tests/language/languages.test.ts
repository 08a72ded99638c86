/** Which language a tag means, and that the list and its languages agree. */
import { expect, it } from 'vitest';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import { allLanguages, knownLanguage, languageOf, languages, localeOf } from '../../src/language/languages.ts';

it.each(['ka', 'ka-GE', 'ka-Geor-GE', 'KA'])('%s is Georgian', (tag) => expect(languageOf(tag)).toBe(ka));

// Kabyle, Kalaallisut and Kara-Kalpak are other languages.
const others = ['kab', 'kl', 'kaa', 'kat', 'de', 'eng', 'hy', 'und'].filter((tag) => !Object.hasOwn(languages, tag));
it.each(others)('%s is none of ours and gets English words', (tag) => {
  expect(knownLanguage(tag)).toBeNull();
  expect(languageOf(tag)).toBe(en);
});

it('has a region for a bare tag only, and leaves other tags as they are', () => {
  expect(['ka', 'en', 'en-US', 'kab'].map(localeOf)).toEqual(['ka-GE', 'en-GB', 'en-US', 'kab']);
});

it.each(Object.entries(languages))('%s stands in the list under its own tag', (tag, language) => {
  expect(language.tag).toBe(tag);
  expect(new Intl.Locale(language.locale).language).toBe(tag);
  expect(new Intl.Locale(tag).maximize().script).toBe(language.script);
});

it.each(allLanguages)('$tag has no word that is blank, but for what it has none of', (language) => {
  const blank: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (value === '') blank.push(path);
    if (typeof value === 'object' && value !== null && !(value instanceof RegExp))
      for (const [name, inner] of Object.entries(value)) visit(inner, `${path}.${name}`);
  };
  visit(language, language.tag);
  expect(blank).toEqual([]);
});

it.each(allLanguages)('$tag finds each month of its own, in full and short', ({ dates, prose }) => {
  prose.months.forEach((month, index) => {
    for (const name of [dates.months[index], dates.shortMonths[index]]) {
      expect(`1 ${name} 2026`).toMatch(month);
      expect(`1 ${name} 2026`).toMatch(prose.anyMonth);
    }
  });
});
