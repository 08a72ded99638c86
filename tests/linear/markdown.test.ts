/** Markdown has one line of heads: it names columns by all rows of them. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Inline, Inlines } from '../../src/model/document.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { markdown } from '../../src/write/markdown/markdown.ts';
import { placesOf } from '../../src/write/markdown/places.ts';
import {
  aside,
  bodyRow,
  contents,
  document,
  emphasis,
  figure,
  headRow,
  link,
  lookedRow,
  note,
  p,
  quote,
  restart,
  section,
  span,
  spanning,
  square,
  strong,
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

it('steps in with the rows of parts', async () => {
  const shown = table([headRow('# Who', '# Trained')], [bodyRow('# All', '7'), lookedRow('sub', '# women', '4')]);
  const made = document({ title: 'T', body: [section('one', 'One', [shown])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  expect(new TextDecoder().decode(bytes)).toContain('| All | 7 |\n| \u00A0\u00A0women | 4 |\n');
  const expected = expectedOutline(made, { name: 'test', extension: 'md' });
  expect(compareOutlines(expected, await outlineOf(bytes, 'md'), projections.md)).toBeNull();
});

it('says in each row what reaches into it, and calls its notes once', async () => {
  const build = async (words: Inlines) => {
    const ramp = { ...spanning('', { rowSpan: 2 }), blocks: [p(words)] };
    const seen = { ...spanning('', { rowSpan: 2 }), blocks: [figure(square, 'A ramp')] };
    const body = [
      bodyRow(spanning('Ground', { rowSpan: 2, scope: 'row' }), '# G-01', '4', ramp, seen),
      bodyRow('# G-02', '6'),
      bodyRow('# First', '# F-01', '2', '', ''),
    ];
    const shown = table([headRow('# Floor', '# Room', '# Beds', '# Note', '# Seen')], body);
    const made = document({ title: 'T', body: [section('one', 'One', [shown])] });
    const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
    const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
    return { made, bytes };
  };
  const wood = text('Of wood.');
  const noted = await build([text('ramp'), { ...wood, type: 'note', number: 1, children: [wood] } as Inline]);
  const rows = new TextDecoder().decode(noted.bytes).split('\n');
  expect(rows.filter((line) => /^\| (?:Ground|First)/.test(line))).toEqual([
    expect.stringMatching(/^\| Ground \| G-01 \| 4 \| ramp\[\^1\] \| !\[.*\|$/),
    '| Ground | G-02 | 6 | ramp |  |',
    '| First | F-01 | 2 |  |  |',
  ]);
  expect(rows.filter((line) => line.startsWith('[^'))).toEqual(['[^1]: Of wood.']);
  const { made, bytes } = await build([text('ramp')]);
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

it('writes stress in stars where all programs read them so, and as an element elsewhere', async () => {
  restart();
  const cases: readonly (readonly [Inlines, string])[] = [
    [
      [strong([text('one')]), note('N'), text(' and '), emphasis([text('two')]), note('N')],
      '**one**[^1] and *two*[^2]',
    ],
    [[text('a'), strong([text('b')]), text('c'), emphasis([text('d')]), text('e')], 'a**b**c*d*e'],
    [[strong([text('a')]), text('(b), '), emphasis([text('(x)')]), text('y')], '**a**(b), <em>(x)</em>y'],
    [[strong([text('“a”')]), text(', '), strong([text('€5')]), text('x')], '**“a”**, **€5**x'],
    [[text('x'), strong([text('€5')]), text(' a '), strong([text('b')])], 'x<strong>€5</strong> a **b**'],
    [[strong([text('a')]), emphasis([text('b')]), strong([text('c')])], '**a**<em>b</em>**c**'],
    [[strong([text('six '), emphasis([text('se')]), text(' ven ')]), text('x')], '**six <em>se</em> ven** x'],
    [
      [strong([link('https://iom.int/a_(b)', 'a')]), text(' '), link('https://iom.int', [strong('c')])],
      '**[a](<https://iom.int/a\\_(b)>)** [**c**](https://iom.int)',
    ],
    [[span('ka', 'ა'), strong([text('b')]), text('*')], '<span lang="ka">ა</span>**b**\\*'],
  ];
  const made = document({
    title: 'T',
    body: [
      section(
        'one',
        'One',
        cases.map(([inlines]) => p(inlines)),
      ),
    ],
  });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  const lines = new TextDecoder().decode(bytes).split('\n');
  for (const [, written] of cases) expect(lines).toContain(written);
  const expected = expectedOutline(made, { name: 'test', extension: 'md' });
  const found = await outlineOf(bytes, 'md');
  expect(compareOutlines(expected, found, projections.md)).toBeNull();
  // A page that has lost one says something else.
  const lost = await outlineOf(new TextEncoder().encode(lines.join('\n').replace('**one**', 'one')), 'md');
  expect(compareOutlines(expected, lost, projections.md)).toMatchObject({ kind: 'stress' });
});

it('names a box that only its shape says elsewhere', async () => {
  const box = (label: string) => aside([p('Come to us.'), p('Soon.')], 'callout', label);
  const bold = quote([p([strong('Bold')]), p('x')]);
  const made = document({ title: 'T', body: [section('one', 'One', [box('Important'), box('Come to us.'), bold])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  expect(new TextDecoder().decode(bytes)).toContain(
    '\n> <strong>Important</strong>\n>\n> Come to us.\n>\n> Soon.\n\n> Come to us.\n>\n> Soon.\n\n> **Bold**\n>\n> x\n',
  );
  const expected = expectedOutline(made, { name: 'test', extension: 'md' });
  expect(compareOutlines(expected, await outlineOf(bytes, 'md'), projections.md)).toBeNull();
});

it('hands out copies of pictures: a thread loses what it hands out, and the next document has the same picture', async () => {
  const made = document({ title: 'T', body: [section('one', 'One', [figure(square, 'A square')])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [, picture] = await markdown.write(made, job);
  expect(picture?.bytes).toEqual(square.bytes);
  expect(picture?.bytes.buffer).not.toBe(square.bytes.buffer);
});

it('escapes an ampersand only where it would begin a reference', async () => {
  const words = 'AT&T, see https://etrati.example/a?d=1&e=2#f and &copy; &#169; &#x; & so on';
  const made = document({ title: 'T', body: [section('one', 'One', [p(words)])] });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const [{ bytes } = { bytes: new Uint8Array() }] = await markdown.write(made, job);
  expect(new TextDecoder().decode(bytes)).toContain(
    'AT&T, see https://etrati.example/a?d=1&e=2#f and \\&copy; \\&#169; \\&#x; & so on',
  );
  const expected = expectedOutline(made, { name: 'test', extension: 'md' });
  expect(compareOutlines(expected, await outlineOf(bytes, 'md'), projections.md)).toBeNull();
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
