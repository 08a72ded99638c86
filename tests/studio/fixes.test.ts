import { describe, expect, it } from 'vitest';
import { fixFor } from '../../src/studio/fixes.ts';

const fixed = (code: string, text: string, lang = 'en') =>
  fixFor(code, `$.title.${lang}`, { title: { [lang]: text } })?.value;

describe('certain mends', () => {
  it.each([
    ['hyphen-as-dash', 'a - b', 'a – b'],
    ['missing-space', 'people,families;towns 2,5', 'people, families; towns 2,5'],
    ['hyphen-in-range', '2024-2026, 577-25-25, 5-3', '2024–2026, 577-25-25, 5-3'],
    ['three-dots', 'wait... no....', 'wait… no....'],
    ['straight-apostrophe', "the mission's", 'the mission’s'],
    ['space-before-mark', 'so , it is .', 'so, it is.'],
    ['double-space', 'a \u00a0b', 'a\u00a0b'],
    ['heading-colon', 'Overview:', 'Overview'],
    ['soft-hyphen', 'mi\u00adgration', 'migration'],
    ['ascii-quotes', 'the "road" here', 'the “road” here'],
  ])('%s', (code, before, after) => {
    expect(fixed(code, before)).toBe(after);
  });

  it('writes the marks of the language', () => {
    expect(fixed('ascii-quotes', '"ab" და "cd"', 'ka')).toBe('„ab“ და „cd“');
    expect(fixed('closing-quote', '„ab”', 'ka')).toBe('„ab“');
  });

  it('leaves addresses and languages of marks as they are', () => {
    const text = '[a - b](https://x.org/a,b - c){lang=en} https://x.org/a,b x,y';
    expect(fixed('missing-space', text)).toBe('[a - b](https://x.org/a,b - c){lang=en} https://x.org/a,b x, y');
  });

  it('offers none where it is not certain', () => {
    expect(fixed('ascii-quotes', 'a "b')).toBeUndefined();
    expect(fixed('ascii-quotes', 'a"b" c')).toBeUndefined();
    expect(fixed('cut-sentence', 'a - b')).toBeUndefined();
    expect(fixFor('missing-space', '$.title.en', { title: {} })).toBeNull();
    expect(fixFor('missing-space', null, {})).toBeNull();
  });

  it('shows the words that change', () => {
    expect(fixFor('missing-space', '$.t', { t: 'for people,families - here' })).toEqual({
      path: '$.t',
      of: 'for people,families - here',
      was: 'people,families',
      now: 'people, families',
      value: 'for people, families - here',
    });
  });
});
