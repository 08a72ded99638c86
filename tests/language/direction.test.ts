/** Which way a script runs, held to the letters that Unicode has for it, and to Intl where it knows. */
import bidiOf from 'bidi-js';
import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { directionOf } from '../../src/language/direction.ts';

const scripts = registry.flatMap(({ Type, Subtag }) =>
  Type === 'script' && /^(?!Zyyy)[A-Z][a-z]{3}$/.test(Subtag ?? '') ? [String(Subtag)] : [],
);

/** The first letter of a script; null where Unicode has none, or this Node.js does not know them. */
function letterOf(script: string): string | null {
  let letter: RegExp;
  try {
    letter = new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'u');
  } catch {
    return null;
  }
  for (let code = 0; code < 0x20000; code += 1)
    if (letter.test(String.fromCodePoint(code))) return String.fromCodePoint(code);
  return null;
}

it('is that of the script’s letters, for every script that has some', () => {
  const bidi = bidiOf();
  const judged = scripts.flatMap((script) => {
    const letter = letterOf(script);
    if (letter === null) return [];
    const runsBack = ['R', 'AL'].includes(bidi.getBidiCharTypeName(letter));
    return [[script, runsBack ? 'rtl' : 'ltr'] as const];
  });
  expect(judged.length).toBeGreaterThan(150);
  expect(judged.filter(([, way]) => way === 'rtl').length).toBeGreaterThan(30);
  expect(judged.map(([script]) => [script, directionOf(`und-${script}`)])).toEqual(judged);
});

it.each(['ur-Aran', 'fa-Aran', 'syr-Syre', 'syr-Syrj', 'aii-Syrn'])('%s: a hand of a script runs as it does', (tag) =>
  expect(directionOf(tag)).toBe('rtl'),
);

it('is from right to left for every language of which Intl says so', () => {
  const languages = registry.flatMap(({ Type, Subtag }) =>
    Type === 'language' && /^[a-z]{2,3}$/.test(Subtag ?? '') ? [String(Subtag)] : [],
  );
  const told = languages.filter((tag) => Reflect.get(new Intl.Locale(tag), 'textInfo')?.direction === 'rtl');
  expect(told.filter((tag) => directionOf(tag) === 'ltr')).toEqual([]);
});
