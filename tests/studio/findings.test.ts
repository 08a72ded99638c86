/**
 * What findings say in Georgian: a sentence and its mend for each code that a document can raise. A new code is put there as null by
 * UPDATE_GOLDEN=1 npx vitest run tests/studio/findings.test.ts: the studio says it in English until a person writes its words, and no
 * version comes out before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stages } from '../../src/rulebook.ts';
import { type CodeWords, findingWords } from '../../src/studio/page/finding-words.ts';
import { findingAfter } from '../../src/studio/page/found.ts';
import { freshFindings } from '../../src/studio/page/new-findings.ts';
import type { StudioFinding } from '../../src/studio/protocol.ts';
import { packageRoot } from '../../src/world.ts';

const name = 'src/studio/page/words/findings.ka.json';
const file = path.join(packageRoot, name);
/** Stages that a person at the studio meets; templates, themes and the command line are not among them. */
const met = ['Files', 'Data', 'Pictures', 'Document', 'Advice'];
const codesOf = (among: typeof stages) =>
  among.flatMap(({ meanings, found }) => [...Object.keys(meanings), ...found.map(({ code }) => code)]);
const asked = codesOf(stages.filter(({ title }) => met.includes(title)));

function words(): CodeWords {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** First in the file, where a person sees them. */
function putAsNull(codes: readonly string[]): void {
  const lines = codes.map((code) => `\n  ${JSON.stringify(code)}: null,`).join('');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{', `{${lines}`));
}

describe('findings in Georgian', () => {
  it('has each code that a document can raise', () => {
    expect(stages.map(({ title }) => title)).toEqual(expect.arrayContaining(met));
    const lacking = () => [...new Set(asked)].filter((code) => words()[code] === undefined);
    if (process.env.UPDATE_GOLDEN === '1') putAsNull(lacking());
    expect(lacking(), `not in ${name}; UPDATE_GOLDEN=1 puts them there as null`).toEqual([]);
  });

  it('has no code that there is not', () => {
    const codes = codesOf(stages);
    expect(Object.keys(words()).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('has words for each in a version that comes out', () => {
    const [, heading] = /^## (.*)$/m.exec(readFileSync(path.join(packageRoot, 'CHANGELOG.md'), 'utf8')) ?? [];
    expect(heading).toMatch(/^(?:Unreleased|\d)/);
    if (heading === 'Unreleased') return;
    const open = Object.entries(words()).flatMap(([code, pair]) => (pair === null ? [code] : []));
    expect(open, `to be written in ${name}`).toEqual([]);
  });

  const written = Object.entries(words()).flatMap(([code, pair]) => (pair === null ? [] : [[code, pair] as const]));
  for (const [code, pair] of Object.entries(words())) if (pair === null) it.todo(`${code}: its words, in ${name}`);

  it.each(written)('%s: whole sentences of Georgian letters', (_, pair) => {
    expect(pair).toHaveLength(2);
    for (const text of pair) {
      expect(text).toMatch(/\.$/);
      expect(text).toMatch(/\p{Script=Georgian}/u);
      expect(text).not.toMatch(/\p{Script=Cyrillic}|[ \u00a0]{2}|["']|”(?!\.$)|\s[,.;]/u);
    }
  });

  it('names the words of the document that the finding quotes, and keeps its own words beside', () => {
    const finding = {
      code: 'unknown-field',
      message: 'There is no field "titel" here.',
      hints: ['Did you mean "title"?'],
    };
    const said = findingWords(finding, 'ka');
    expect(said.says).toMatch(/„titel“\.$/);
    expect(said.exact).toBe('There is no field "titel" here. Did you mean "title"?');
    expect(findingWords(finding, 'en')).toMatchObject({ lang: 'en', says: finding.message, exact: null });
    expect(findingWords({ ...finding, code: 'template-markup' }, 'ka').lang).toBe('en');
  });
});

describe('what is told as new', () => {
  const one = { code: 'starter-text', path: '$.title', message: '34 texts are still as etrati init wrote them.' };
  const blank = { code: 'blank', path: '$.a', message: 'The text is blank.' };

  it('is no finding whose number has changed', () => {
    const next = { ...one, path: '$.about', message: one.message.replace('34', '33') };
    expect(freshFindings([one, blank], [next, blank])).toEqual([]);
    expect(freshFindings([next], [one])).toEqual([]);
  });

  it('is the same at another place, and a second one', () => {
    expect(freshFindings([blank], [blank, { ...blank, path: '$.b' }])).toHaveLength(1);
    expect(freshFindings([blank], [{ ...blank, path: '$.b' }])).toHaveLength(1);
    const long = { code: 'long', path: '$.a', message: '55 signs are too many.' };
    expect(freshFindings([long], [long, { ...long, path: '$.b', message: '60 signs are too many.' }])).toHaveLength(1);
  });
});

describe('the next finding', () => {
  const at = (path: string | null, code = 'blank'): StudioFinding => {
    const more = { severity: 'warning', message: '', hints: [], clause: null, place: null, fix: null } as const;
    return { ...more, code, path };
  };
  const all = [at('$.a'), at(null), at('$.b'), at('$.a', 'long'), at('$.c')];
  const pathAfter = (path: string | null, by: 1 | -1) => findingAfter(all, path, by)?.path;

  it('is that of the next place, and after the last one the first', () => {
    expect(['$.a', '$.b', '$.c'].map((path) => pathAfter(path, 1))).toEqual(['$.b', '$.c', '$.a']);
    expect(['$.a', '$.b', '$.c'].map((path) => pathAfter(path, -1))).toEqual(['$.c', '$.a', '$.b']);
  });

  it('is the first from where none is, and the last the other way', () => {
    expect([pathAfter(null, 1), pathAfter('$.d', 1)]).toEqual(['$.a', '$.a']);
    expect([pathAfter(null, -1), pathAfter('$.d', -1)]).toEqual(['$.c', '$.c']);
    expect(findingAfter([at(null)], null, 1)).toBeUndefined();
  });
});
