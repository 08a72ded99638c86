/** Advice: for who asks, with a word list that is a stand-in; the real ones are packages of their own. */
import { expect, it } from 'vitest';
import { advise } from '../../src/advice/advice.ts';
import { rules } from '../../src/advice/rules.ts';
import { openSpellers, type Speller } from '../../src/advice/speller.ts';
import { exitCodeOf } from '../../src/cli/findings.ts';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import type { Document } from '../../src/model/document.ts';
import { documentOf, en, p, section } from '../audit/documents.ts';

const listed = ['სათაური', 'ტექსტი', 'არის', 'კარგი', 'ჩვენი'];

/** Knows these words, and suggests the first of them. */
function listOf(words: readonly string[]): Speller {
  const known = new Set(words);
  return { correct: (word) => known.has(word), suggest: () => words.slice(0, 1), add: (word) => known.add(word) };
}

async function adviceOf(document: Document, words: readonly string[] = []): Promise<readonly Diagnostic[]> {
  const report = new Report();
  await advise([document], words, report, async () => listOf(listed));
  return report.diagnostics;
}

async function adviceOn(texts: readonly string[], words: readonly string[] = []): Promise<readonly Diagnostic[]> {
  const paragraphs = texts.map((text, index) => p(text, { line: index + 2 }));
  return adviceOf(documentOf({ body: [section('a', 'სათაური', paragraphs)] }), words);
}

it('finds a word that the list lacks once, with its places and what may be meant', async () => {
  const found = await adviceOn(['ტექსტი არის კარქი.', 'ჩვენი კარქი ტექსტი.']);
  expect(found).toMatchObject([
    { code: 'spelling', severity: 'advice', at: { line: 2 }, related: [{ at: { line: 3 } }] },
  ]);
  expect(found[0]?.hints).toEqual([
    'Did you mean “სათაური”?',
    'If it is right, add it to the config: "words": ["კარქი"].',
  ]);
});

it('takes -ize as the United Nations write it, where the list has -ise', () => {
  const document = documentOf({
    lang: en,
    body: [section('a', 'Organizations', [p('organizations organized', { line: 2 })])],
  });
  const unknown = async (words: readonly string[]) => {
    const report = new Report();
    await advise([document], [], report, async () => listOf(words));
    return report.diagnostics.length;
  };
  return expect(Promise.all([unknown(['organisations', 'organised']), unknown(['organisations'])])).resolves.toEqual([
    0, 1,
  ]);
});

it('passes over words of the project, abbreviations, addresses, numbers and other scripts', async () => {
  expect(await adviceOn(['ეტრატი კარგი არის; IOM, info@iom.int, example.org, 12-ე, grant.'], ['ეტრატი'])).toEqual([]);
});

it.each(rules.map(({ code }) => code))('%s: passes what is right, and finds what is wrong, where', async (code) => {
  const [pass, fail] = [await import(`./${code}/pass.ts`), await import(`./${code}/fail.ts`)];
  expect(await adviceOf(pass.document)).toEqual([]);
  const found = (await adviceOf(fail.document)).map(
    ({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`,
  );
  expect(found).toEqual(fail.expected);
});

it('says what to install where a word list is missing, and checks the rest', async () => {
  const report = new Report();
  const spellers = await openSpellers(['ka', 'en'], [], report, async (lang) =>
    lang === 'ka' ? listOf(listed) : null,
  );
  expect([...spellers.keys()]).toEqual(['ka']);
  expect(report.diagnostics).toMatchObject([{ code: 'speller-missing', severity: 'advice' }]);
  expect(report.diagnostics[0]?.hints[0]).toContain('npm install nspell dictionary-en-gb');
});

it('stops nothing, not even a strict check', async () => {
  expect(exitCodeOf(await adviceOn(['კარქი ტექსტი.']), true)).toBe(0);
});
