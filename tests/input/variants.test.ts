/** Addresses of one page in several languages, and of pages that are not one. */
import { expect, it } from 'vitest';
import { withoutLanguage } from '../../src/input/check/variants.ts';
import { allLanguages } from '../../src/language/languages.ts';

const same = (one: string, other: string) =>
  withoutLanguage(one, allLanguages) === withoutLanguage(other, allLanguages);

it.each([
  ['https://example.org/ka/news', 'https://example.org/en/news'],
  ['https://example.org/geo/news', 'https://example.org/eng/news/'],
  ['https://example.org/news', 'https://example.org/en/news'],
  ['https://example.org/ka-GE/news', 'https://example.org/en-gb/news'],
  ['https://ka.wikipedia.org/wiki/საქართველო', 'https://en.wikipedia.org/wiki/Georgia_(country)'],
  ['https://www.ka.example.org/a', 'https://www.en.example.org/a'],
  ['https://example.org/a?lang=ka&page=2', 'https://example.org/a?lang=en&page=2'],
  ['https://example.org/a?page=2', 'https://example.org/a?page=2&hl=en_US'],
  ['https://example.org/files/report.ka.pdf', 'https://example.org/files/report.en.pdf'],
  ['https://example.org/files/report_geo.pdf', 'https://example.org/files/report_eng.pdf'],
])('%s and %s are one page', (one, other) => expect(same(one, other)).toBe(true));

it.each([
  ['https://example.org/ka/news', 'https://example.org/en/about'],
  ['https://example.org/ka', 'https://example.com/en'],
  ['https://ka.example.org/a', 'https://en.example.com/a'],
  ['https://ge.example.org/visas', 'https://ge.example.org/contact'],
  ['https://example.org/a?lang=ka&page=2', 'https://example.org/a?lang=en&page=3'],
  ['https://example.org/ru/news', 'https://example.org/en/news'],
  ['https://example.org/a#ka', 'https://example.org/a#en'],
  ['mailto:ka@example.org', 'mailto:en@example.org'],
  ['#ka', '#en'],
])('%s and %s are two', (one, other) => expect(same(one, other)).toBe(false));
