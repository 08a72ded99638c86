/** Markdown has one line of heads: it names columns by all rows of them. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { markdown } from '../../src/write/markdown/markdown.ts';
import { placesOf } from '../../src/write/markdown/places.ts';
import {
  bodyRow,
  contents,
  document,
  figure,
  headRow,
  link,
  p,
  section,
  span,
  spanning,
  square,
  table,
  text,
} from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();

it('names columns by all rows of heads', async () => {
  const years = spanning('Year', { columnSpan: 2, scope: 'column-group' });
  const shown = table([headRow('# Town', years), headRow('', '# 2024', '# 2025')], [bodyRow('Batumi', '5', '7')]);
  const made = document({ title: 'T', body: [section('one', 'One', [shown])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  expect(new TextDecoder().decode(bytes)).toContain(
    '| Town | Year<br>2024 | Year<br>2025 |\n| --- | --: | --: |\n| Batumi | 5 | 7 |\n',
  );
  const expected = expectedOutline(made, { name: 'test', extension: 'md' });
  expect(compareOutlines(expected, await outlineOf(bytes, 'md'), projections.md)).toBeNull();
});

it('says the metadata, the languages of parts, and where links and contents lead', async () => {
  const shown = {
    ...table([headRow('# Town')], [bodyRow('Batumi')]),
    id: section('towns', 'x', []).id,
    caption: p('Towns: 5').children,
  };
  const made = document({
    title: 'T',
    body: [
      section('one', 'One', [
        contents('tables', [[1, 'towns', 'Table 1', 'Towns: 5']]),
        p([link('#towns', 'this table'), text(' and '), span('ka', 'უსაფრთხო'), text('.')]),
        shown,
      ]),
    ],
  });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  const page = new TextDecoder().decode(bytes);
  expect(page).toMatch(/^---\ntitle: "T"\n(?:.+\n)+lang: en\ndate: \d{4}-\d\d-\d\d\n---\n\n# T\n/);
  expect(page).toContain('[this table](#towns) and <span lang="ka">უსაფრთხო</span>.');
  expect(page).toContain('<a id="towns"></a>Towns: 5\n');
  expect(page).toContain('- [Table 1 Towns: 5](#towns)\n');
  const found = await outlineOf(bytes, 'md');
  expect(found).toMatchObject({ lang: 'en', title: 'T' });
  expect(compareOutlines(expectedOutline(made, { name: 'test', extension: 'md' }), found, projections.md)).toBeNull();
});

it('hands out copies of pictures: a thread loses what it hands out, and the next document has the same picture', async () => {
  const made = document({ title: 'T', body: [section('one', 'One', [figure(square, 'A square')])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [, picture] = await markdown.write(made, job);
  expect(picture?.bytes).toEqual(square.bytes);
  expect(picture?.bytes.buffer).not.toBe(square.bytes.buffer);
});

it('gives a table no name that programs make of a heading', async () => {
  const shown = {
    ...table([headRow('# Town')], [bodyRow('Batumi')]),
    id: section('results-1', 'x', []).id,
    caption: p('Towns').children,
  };
  const sections = [section('one', 'Results', []), section('two', 'Results', [shown]), section('three', 'End', [])];
  const places = placesOf(document({ title: 'T', body: sections }));
  const names = [...places.values()].map(({ name }) => name);
  expect(names).toContain('results-1');
  expect(new Set(names).size).toBe(names.length);
});
