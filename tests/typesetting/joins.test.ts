/** `joins` asks tables of characters; whole expressions of Unicode's properties, which take long to make, are its oracle. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLanguages } from '../../src/language/languages.ts';
import { CharacterSet, leading, trailing } from '../../src/text.ts';
import { joins } from '../../src/write/typesetting.ts';

const pieces = [
  '12',
  '2026',
  '3.',
  '(5',
  '%',
  '76 %-ით',
  '€',
  '№',
  '-',
  '‐',
  '–',
  '“a”',
  '’s',
  '»',
  ')',
  '.',
  ',',
  '²',
  '𝟙',
  '𐒰𐒱',
];
const words = ['IOM', 'ის', 'COVID', 'გვ', 'წელს', 'km', 'GEL', 'ა', 'ab', 'abc', 'აბგ', 'Ω', 'ж', '\uD800'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...words), fc.constantFrom(' ', ' ', '  ')), {
    maxLength: 24,
  })
  .map((all) => all.join(''));

/** The places behind hyphens in a text's words, by expressions. */
function hyphensByExpressions(whole: string): number[] {
  return [...whole.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index: start }) => {
    if (word.length > 24) return [];
    return [...word.matchAll(/(?<=[\p{L}\p{N}%‰°₾€$£“”"»’)])[-\u2010](?=[\p{L}\p{N}])/gu)].flatMap(({ index }) => {
      const bare = word.slice(0, index).replace(/[“”"»’)]{1,3}$/u, '');
      const left = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u.exec(bare)?.[0] ?? '';
      const right = /^[\p{L}\p{N}]+/u.exec(word.slice(index + 1))?.[0] ?? '';
      const isWhole = allLanguages.some(({ script }) => {
        const long = new RegExp(`^\\p{Script=${script}}{3,}$`, 'u');
        return long.test(left) && long.test(right);
      });
      return isWhole ? [] : [start + index];
    });
  });
}

describe('joins', () => {
  it('binds the hyphens that expressions find', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const own = joins(whole, 'ka').filter((at) => /[-\u2010]/.test(whole.charAt(at)));
        // Telephone numbers bind theirs by a rule of their own, also behind a blank or a bracket: 12 -12.
        const found = hyphensByExpressions(whole);
        expect(own.filter((at) => !/\p{Nd}[ ()]?$/u.test(whole.slice(0, at)) || found.includes(at))).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('characters', () => {
  it('are those of the expression, alone and at the ends of texts', () => {
    const expression = /[\p{L}\p{N}]/u;
    const set = new CharacterSet(expression);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text, (one, other) => {
        for (const whole of [one, other]) {
          for (const character of whole) expect(set.test(character)).toBe(expression.test(character));
          expect(leading(whole, set)).toBe(/^[\p{L}\p{N}]*/u.exec(whole)?.[0].length);
          expect(trailing(whole, set)).toBe(trailing(whole, expression));
        }
      }),
    );
  });
});
