/** Tags of languages: well-formed, registered, and what a wrong one was meant to be. */
import { describe, expect, it } from 'vitest';
import { languageTag, meantLanguage } from '../../src/language/tags.ts';

describe('a tag', () => {
  it.each([
    ...[
      'ka',
      'en',
      'ka-GE',
      'en-GB',
      'xmf',
      'sva',
      'bbl',
      'zh-Hant-TW',
      'sl-rozaj',
      'es-419',
      'ru-Latn',
      'und',
      'mul',
      'qaa',
    ],
    ...['de-CH-1996', 'ka-x-old', 'en-u-ca-buddhist'],
  ])('%s is one', (tag) => expect(languageTag(tag)).toBe(tag));

  it.each([
    ['KA', 'ka'],
    ['en-gb', 'en-GB'],
    ['ka-geor', 'ka-Geor'],
    ['iw', 'he'],
  ])('%s is written %s', (tag, canonical) => expect(languageTag(tag)).toBe(canonical));

  it.each([
    ...[
      'zz',
      'ge',
      'eng',
      'kat',
      'geo',
      'georgian',
      'ka_GE',
      'ka-ZQ',
      'ka-Abcd',
      'en-nosuch',
      'x',
      '',
      ' ka',
      'ka ',
      'ка',
    ],
    ...['__proto__', 'constructor', 'ka--GE', 'ka-GE-GE', '"ka"', 'toString'],
  ])('%s is none', (tag) => expect(languageTag(tag)).toBeNull());
});

describe('a wrong tag', () => {
  it.each([
    ['ge', 'ka'],
    ['GE', 'ka'],
    ['geo', 'ka'],
    ['kat', 'ka'],
    ['eng', 'en'],
    ['gb', 'en'],
    ['us', 'en'],
    ['gr', 'el'],
    ['ua', 'uk'],
    ['ka_GE', 'ka-GE'],
    ['en_GB', 'en-GB'],
    ['ka-ZQ', 'ka'],
    ['Georgian', 'ka'],
    ['ქართული', 'ka'],
    ['English', 'en'],
    ['русский', 'ru'],
    ['"ka"', 'ka'],
    [' ka ', 'ka'],
  ])('%s was meant to be %s', (written, meant) => expect(meantLanguage(written)).toBe(meant));

  it.each(['zz', 'x', '', 'zzzz', '__proto__', '12', 'a'.repeat(60)])('of %s nothing can be told', (written) =>
    expect(meantLanguage(written)).toBeNull(),
  );
});
