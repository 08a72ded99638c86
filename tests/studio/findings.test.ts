/** What findings say in Georgian: a sentence and its mend for each code that a document can raise. */
import { describe, expect, it } from 'vitest';
import { stages } from '../../src/rulebook.ts';
import { findingWords } from '../../src/studio/page/finding-words.ts';
import georgian from '../../src/studio/page/words/findings.ka.json' with { type: 'json' };

const words: Readonly<Record<string, readonly string[]>> = georgian;
/** Stages that a person at the studio meets; templates, themes and the command line are not among them. */
const met = ['Files', 'Data', 'Pictures', 'Document', 'Advice'];

describe('findings in Georgian', () => {
  it('has each code that a document can raise', () => {
    const asked = stages.filter(({ title }) => met.includes(title));
    expect(asked.map(({ title }) => title)).toEqual(met);
    const codes = asked.flatMap(({ meanings, found }) => [...Object.keys(meanings), ...found.map(({ code }) => code)]);
    expect(codes.filter((code) => words[code] === undefined)).toEqual([]);
  });

  it('has no code that there is not', () => {
    const codes = stages.flatMap(({ meanings, found }) => [...Object.keys(meanings), ...found.map(({ code }) => code)]);
    expect(Object.keys(words).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(Object.entries(words))('%s: whole sentences of Georgian letters', (_, pair) => {
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
