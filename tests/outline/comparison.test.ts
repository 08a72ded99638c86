/** Files held against each other, whoever made them; and files held against their documents. */
import { expect, it } from 'vitest';
import { lang } from '../../src/model/build.ts';
import { compareFiles, outlineFile } from '../../src/outline/comparison.ts';
import { failureOf, prove } from '../../src/prove.ts';
import { document, p, section } from '../make.ts';

const page = (body: string) => outlineFile({ name: 'a.html', format: 'html', bytes: Buffer.from(body) });
const compare = async (one: string, other: string) => {
  const [comparison] = compareFiles([await page(`<html lang="en">${one}`), await page(`<html lang="en">${other}`)]);
  return comparison?.differences.map(({ kind, path, otherPath }) => `${kind}: ${path} | ${otherPath}`);
};

it('tells all places where two files part, each in its own file', async () => {
  const one = '<h1>A</h1><p>a</p><p>b</p><h2>B</h2><p>c</p><ul><li>d</li></ul><p lang="ka">e</p>';
  expect(await compare(one, one)).toEqual([]);
  expect(await compare(one, '<h1>A</h1><p>a</p><h2>B</h2><p>x</p><ul><li>d</li><li>n</li></ul><p>e</p>')).toEqual([
    'missing: “A” › paragraph 2 | heading “B”',
    'text: “B” › paragraph | “B” › paragraph',
    'extra: “B” › list › item 2 | “B” › list › item 2',
    'language: “B” › paragraph 2 | “B” › paragraph 2',
  ]);
});

it('finds its way again after a part that is missing, new or moved', async () => {
  const parts = Array.from({ length: 40 }, (_, index) => `<p>${index}</p>`);
  const moved = [...parts.slice(0, 5), ...parts.slice(20), '<h2>new</h2>', ...parts.slice(5, 20)];
  const found = await compare(parts.join(''), moved.join(''));
  expect(found?.filter((each) => each.startsWith('missing'))).toHaveLength(15);
  expect(found?.filter((each) => each.startsWith('extra'))).toHaveLength(16);
});

it('takes a link to an edition for the same in each format', async () => {
  const files = await Promise.all(
    ['html', 'xhtml'].map((ending) => page(`<html lang="en"><p><a href="report.ka.${ending}">ქ</a></p>`)),
  );
  expect(compareFiles(files)[0]?.differences[0]?.message).toBe('“ქ” leads to report.ka.xhtml, expected report.ka.*');
});

it('tells a table or list that is cut at the end of a page once', async () => {
  const head = '<thead><tr><th scope="col">A</th></tr></thead>';
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `<tr><td>Row ${from + index}</td></tr>`).join('');
  const of = (body: string) => page(`<html lang="en"><title>t</title>${body}<p>After</p></html>`);
  const whole = `<table>${head}${rows(0, 30)}</table><ol><li>a</li><li>b</li><li>c</li></ol>`;
  const cut = `<table>${head}${rows(0, 9)}</table><table>${head}${rows(9, 20)}</table><table>${head}${rows(20, 30)}</table>
    <ol><li>a</li><li>b</li></ol><ol start="3"><li>c</li></ol>`;
  const files = [await of(whole), await of(cut)] as const;
  const told = (all: readonly (typeof files)[number][]) =>
    compareFiles(all)[0]?.differences.map(({ message }) => message);
  expect(told(files)).toEqual([
    'is in 3 tables one after the other, expected one',
    'is in 2 lists one after the other, expected one',
  ]);
  expect(told([files[1], files[0]])).toEqual([
    'is one table, expected 3 one after the other',
    'is one list, expected 2 one after the other',
  ]);
  // A word that differs in it is told besides; another table is another table.
  expect(told([files[0], await of(cut.replace('Row 12', 'Row X'))])).toHaveLength(3);
  expect(told([files[1], files[1]])).toEqual([]);
  const three = await of(
    '<ol><li>a</li></ol><ol><li>b</li><li>c</li></ol><p>x</p><ol><li>d</li><li>e</li><li>f</li></ol>',
  );
  expect(told([three, three])).toEqual([]);
});

it('proves that a file says what its document says, and tells where not', async () => {
  const made = document({ title: 'Title', body: [section('one', 'One', [p('a'), p('b')])] });
  const file = (body: string) => ({
    ...{ name: 'x.en.html', format: 'html' as const, lang: lang('en') ?? '' },
    bytes: Buffer.from(`<html lang="en"><title>Title</title><h1>Title</h1><h2>One</h2>${body}`),
  });
  const proof = await prove(made, file('<p>a</p><p>b</p>'));
  expect(proof && failureOf(proof)).toBeNull();
  expect(proof).toMatchObject({
    file: 'x.en.html',
    lang: 'en',
    nodes: 4,
    notCompared: ['stress (bold and italics)'],
    unread: [],
  });
  const failed = await prove(made, file('<p>a</p>'));
  expect(failed && failureOf(failed)).toBe(
    '"x.en.html" does not say what its document says, in one place; first at “One” › paragraph 2: missing: paragraph “b”.',
  );
  const untitled = {
    ...file(''),
    bytes: Buffer.from(String(file('<p>a</p><p>b</p>').bytes).replace('Title', 'Other')),
  };
  expect((await prove(made, untitled))?.differences.map(({ kind, message }) => [kind, message])).toEqual([
    ['title', 'the document has the title “Other”, expected the title “Title”'],
  ]);
  expect(await prove(made, { ...file(''), name: 'x.en.print.pdf', format: 'print' })).toBeNull();
});
