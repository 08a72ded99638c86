/** The list of languages, found by folder, and what the studio calls them. After a new one: UPDATE_GOLDEN=1 npx vitest run tests/language/list.test.ts. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languageTags } from '../../src/language/languages.ts';
import { pageLanguages } from '../../src/studio/page/words.ts';
import { packageRoot } from '../../src/world.ts';

const folder = path.join(packageRoot, 'src/language');

/** Its order stays: the first that a person is told of are ours. */
function listOf(before: string): string {
  const there = readdirSync(folder).flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []);
  const listed = (/languages = \{ ([^}]*) \}/.exec(before)?.[1] ?? '').split(', ');
  const all = [...listed.filter((tag) => there.includes(tag)), ...there.filter((tag) => !listed.includes(tag)).sort()];
  const imports = [...all.toSorted(), 'language']
    .sort()
    .map((name) =>
      name === 'language'
        ? "import type { Language } from './language.ts';"
        : `import { ${name} } from './${name}.ts';`,
    );
  return [
    '/** The languages of this folder, a file each. tests/language/list.test.ts writes this list. */',
    ...imports,
    '',
    `export const languages = { ${all.join(', ')} } satisfies Readonly<Record<string, Language>>;`,
    '',
  ].join('\n');
}

/** As the person's language says them (CLDR): `{ "en": { "ka": "Georgian" }, … }`. */
function namesOf(tags: readonly string[]): string {
  const inLanguage = (page: string) => {
    const names = new Intl.DisplayNames(page, { type: 'language', fallback: 'none' });
    return Object.fromEntries(tags.map((tag) => [tag, names.of(tag) ?? tag]));
  };
  return `${JSON.stringify(Object.fromEntries(pageLanguages.map((page) => [page, inLanguage(page)])), null, 2)}\n`;
}

it('lists the languages of its folder', () => {
  const file = path.join(folder, 'list.ts');
  const before = readFileSync(file, 'utf8');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, listOf(before));
  expect(readFileSync(file, 'utf8')).toBe(listOf(before));
  if (process.env.UPDATE_GOLDEN !== '1') expect(languageTags.length).toBeGreaterThan(1);
});

it('has a name for each in the languages of the studio', () => {
  const file = path.join(packageRoot, 'src/studio/page/words/languages.json');
  const list = readFileSync(path.join(folder, 'list.ts'), 'utf8');
  const tags = (/languages = \{ ([^}]*) \}/.exec(list)?.[1] ?? '').split(', ');
  const text = namesOf(tags);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
