import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const texts = new Map(files.map((file) => [file, readFileSync(path.join(src, file), 'utf8')]));

/** Names of types that may be declared in more than one file, and why. */
const shared: Readonly<Record<string, string>> = {};

it('has one meaning for each exported name of a type', () => {
  const homes = new Map<string, string[]>();
  for (const [file, text] of texts)
    for (const [, name = ''] of text.matchAll(/^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm))
      homes.set(name, [...(homes.get(name) ?? []), file]);
  expect(homes.size).toBeGreaterThan(300);
  const several = [...homes].filter(([, all]) => all.length > 1).sort();
  expect(several.filter(([name]) => shared[name] === undefined)).toEqual([]);
  expect(Object.keys(shared).filter((name) => (homes.get(name)?.length ?? 0) < 2)).toEqual([]);
});

it('names things by what they are, not by having been said or wanted', () => {
  // A constant or function, a type, a parameter with its type, a parameter of an arrow function.
  const vague = new RegExp(
    [
      '(?:const|let|function\\*?) #',
      '(?:type|interface|class) #',
      '[(,]\\s*#\\??: (?:[A-Z]|string|number|boolean|readonly)',
      '[(,]\\s*#(?:, \\w+)*\\)? =>',
    ]
      .join('|')
      .replaceAll('#', '(?:said|told|way|wanted|Way)\\b'),
  );
  expect([...texts].filter(([, text]) => vague.test(withoutComments(text))).map(([file]) => file)).toEqual([]);
  // It can fail.
  expect(vague.test('const said = 1')).toBe(true);
  expect(vague.test('each((way) => way)')).toBe(true);
  expect(vague.test('type Way =')).toBe(true);
  expect(vague.test('it said: no')).toBe(false);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '');
}
