/** Large print in Word: what stays together on a page, and what need not. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeDocument } from '../../src/large/document.ts';
import { largeTheme } from '../../src/large/theme.ts';
import type { Blocks, Document } from '../../src/model/document.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { bodyRow, document, headRow, lookOf, note, p, section, spanning, table, terms, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = largeTheme(await gza());

async function written(body: Document['body'], imprint: Blocks | null = null): Promise<string> {
  const made = largeDocument(document({ body: [...body], imprint }), theme);
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  return strFromU8(unzipSync(await docx.write(made, job))['word/document.xml'] ?? new Uint8Array());
}

const keeps = (xml: string, words: string): boolean => {
  const paragraph = xml.split('<w:p>').find((one) => one.includes(`>${words}<`)) ?? '';
  return /<w:keepNext(?: w:val="(?:true|1)")?\/>/.test(paragraph);
};

it('keeps the rows of a record on one page, and lets the next record go on in another', async () => {
  const rows = ['Batumi', 'Gori', 'Poti'].map((town) => bodyRow(`# ${town}`, `${town} 1`, `${town} 2`, `${town} 3`));
  const xml = await written([section('one', 'One', [table([headRow('# Town', '# A', '# B', '# C')], rows)])]);
  expect(['Batumi 1', 'Batumi 2', 'Batumi 3', 'Gori 1'].map((words) => keeps(xml, words))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

it('lets go of rows that call notes, for LibreOffice leaves pages white with them', async () => {
  const noted = (words: string, scope: 'row' | null) => ({
    ...spanning('', { scope }),
    blocks: [p([text(words), note('A note.')])],
  });
  const rows = ['Batumi', 'Gori', 'Poti', 'Khulo'].map((town, index) =>
    bodyRow(index === 1 ? noted(town, 'row') : `# ${town}`, `${town} 1`, noted(`${town} 2`, null), `${town} 3`),
  );
  const xml = await written([section('one', 'One', [table([headRow('# Town', '# A', '# B', '# C')], rows)])]);
  expect(['Batumi', 'Batumi 1', 'Batumi 2', 'Gori', 'Gori 1'].map((words) => keeps(xml, words))).toEqual([
    ...[true, true, false],
    ...[false, true],
  ]);
});

it('lets a list and a part begin wherever there is room', async () => {
  const long = Array.from({ length: 12 }, (_, index) => p(`Paragraph ${index} ${'of some words '.repeat(30)}`));
  const parts = ['one', 'two'].map((name) => ({
    ...section(name, name, [...long, ul(['First', 'Second', 'Third'])]),
    look: lookOf('opening'),
  }));
  const xml = await written(parts);
  expect(keeps(xml, 'Second')).toBe(false);
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
});

it('goes on with the last part where the one before ends, though an imprint follows it', async () => {
  const parts = ['one', 'two'].map((name) => section(name, name, [p('A few words.')]));
  const xml = await written(parts, [p('© Author')]);
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
});

it('draws the shapes of states and the sign of a callout as much larger as the letters beside them', async () => {
  const { looks, styles } = await gza();
  const by = theme.styles.body.page.size / styles.body.page.size;
  expect(theme.looks.word.sign.state / looks.word.sign.state).toBeCloseTo(by);
  expect(theme.looks.word.sign.attention / looks.word.sign.attention).toBeCloseTo(by);
});

it('lets terms that take a good part of a page go on over its end, with two together at each', async () => {
  const long = 'A meaning of many words, which takes several lines in large print. '.repeat(3);
  const entries = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((term) => [`Term ${term}`, long] as const);
  const xml = await written([section('one', 'One', [terms(entries)])]);
  const term = (name: string) => /<w:keepNext/.test(xml.split('<w:p>').find((one) => one.includes(`>${name}<`)) ?? '');
  expect(entries.map(([name]) => term(name))).toEqual([true, false, false, false, true, false]);
  const few = await written([section('one', 'One', [terms(entries.slice(0, 2))])]);
  expect(/<w:keepNext/.test(few.split('<w:p>').find((one) => one.includes('>Term One<')) ?? '')).toBe(true);
});

it('lets a table of few rows that takes a good part of a page go on over its end, its head with its first row', async () => {
  const rows = (words: string) => Array.from({ length: 5 }, (_, index) => bodyRow(`# ${words} ${index}`, 'It is so.'));
  const kept = async (words: string) => {
    const xml = await written([section('one', 'One', [table([headRow('# Name', '# What')], rows(words))])]);
    return ['Name', ...rows(words).map((_, index) => `${words} ${index}`)].map((name) => keeps(xml, name));
  };
  const long = 'A name that is told in a good many words which take several lines '.repeat(4).trim();
  expect(await kept('Town')).toEqual([true, true, true, true, true, false]);
  expect(await kept(long)).toEqual([true, false, false, true, true, false]);
});
