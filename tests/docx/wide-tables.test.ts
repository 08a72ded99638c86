/** Tables with many columns: in each the words and numbers are whole, as LibreOffice and Word set them; else they are refused. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Chart, Document } from '../../src/model/document.ts';
import type { Table } from '../../src/model/table.ts';
import { shaperOf } from '../../src/theme/shaping.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { bodyRow, chart, columns, document, headRow, p, section, spanning, table } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { all, type Element, one, opened, type Package, styleOf, textOf } from './kit.ts';

const holding = (made: Table | Chart): Document => document({ body: [section('one', 'One', [made])] });

function numbers(columns: number, head: string, wide: boolean, row = 'International organization'): Table {
  const cells = Array.from({ length: columns - 1 }, (_, column) =>
    `1 234 56${column % 10}.25`.replaceAll(' ', '\u00A0'),
  );
  const heads = cells.map(() => `# ${head}`);
  return { ...table([headRow('# Name', ...heads)], [bodyRow(`# ${row}`, ...cells)]), wide };
}

/** The points of each cell that are left for words, and the width of its widest word in the type of its style. */
async function roomsOf(pack: Package) {
  const { faces } = await gza();
  const [tbl] = all(pack.document, 'w:tbl');
  if (tbl === undefined) throw new Error('no table');
  const number = (element: Element | undefined, name: string) => Number(element?.attributes[name] ?? Number.NaN);
  const margins = all(tbl, 'w:tblCellMar')[0] ?? one(pack.styles, 'w:tblCellMar');
  const side = number(one(margins, 'w:left'), 'w:w') / 20;
  const sizeOf = (id: string) => {
    const style = styleOf(pack, id);
    return {
      size: number(one(style, 'w:sz'), 'w:val') / 2,
      bold: all(style, 'w:b').some(({ attributes }) => attributes['w:val'] !== 'false'),
    };
  };
  return all(tbl, 'w:tc').map((cell) => {
    const { size, bold } = sizeOf(one(cell, 'w:pStyle').attributes['w:val'] ?? '');
    const face = faces.find(({ weight, italic }) => !italic && weight === (bold ? 600 : 400));
    if (face === undefined) throw new Error('no face');
    const words = textOf(cell).split(' ');
    const widest = Math.max(...words.map((word) => (shaperOf(face).shape(word).width * size) / 1000));
    return { text: textOf(cell), room: number(one(cell, 'w:tcW'), 'w:w') / 20 - 2 * side, widest };
  });
}

it.each([
  [4, 'Municipality', false],
  [8, 'Municipality', false],
  [8, 'მუნიციპალიტეტი', true],
  [10, '2026', false],
  [12, 'Municipality', true],
  [15, '2026', true],
])('hold each word and number of %i columns headed %s', async (columns, head, wide) => {
  const report = new Report();
  const pack = await opened(holding(numbers(columns, head, wide)), { report });
  expect(report.diagnostics).toEqual([]);
  const rooms = await roomsOf(pack);
  expect(rooms).toHaveLength(2 * columns);
  // Programs set type up to a hundredth wider than its font says: “Procurement” lost its last letter.
  for (const { text, room, widest } of rooms) expect(room, text).toBeGreaterThanOrEqual(widest * 1.01);
});

it('take smaller type only where they need it', async () => {
  const styles = async (columns: number) =>
    all((await opened(holding(numbers(columns, '2026', false)))).styles, 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    );
  expect(await styles(6)).not.toContain('TableTextCompact');
  expect(await styles(10)).toContain('TableTextCompact');
});

it('divide words with Word’s own hyphens where nothing else helps, and no number', async () => {
  const long = 'Electroencephalographically of it';
  const report = new Report();
  const { document: xml } = await opened(holding(numbers(15, '2026', true, long)), { report });
  expect(report.diagnostics).toEqual([]);
  const cut = all(xml, 'w:tc').filter((cell) => all(cell, 'w:softHyphen').length > 0);
  expect(cut.map(textOf)).toEqual([long]);
});

it('hold a word over two columns', async () => {
  const long = 'Gegenseitigkeitsvereinbarungen';
  const made = table(
    [headRow('# Name', spanning(`# ${long}`, { columnSpan: 2, scope: 'column-group' })), headRow('# a', '# b', '# c')],
    [bodyRow('# Some words of an indicator', '1', '2')],
    { columns: [0.9, 0.05, 0.05].map((share) => ({ align: 'start', share })) },
  );
  const rooms = await roomsOf(await opened(holding(made)));
  for (const { text, room, widest } of rooms) expect(room, text).toBeGreaterThanOrEqual(widest);
});

it('are refused once, with the millimetres that are missing, in whichever format finds it', async () => {
  const report = new Report();
  const made = holding(numbers(30, 'Municipality', true));
  await opened(made, { report });
  const job = { theme: await gza(), language: languageOf(made.lang), name: 'test', created: new Date(0), report };
  await pdf.write(made, job);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['table-too-wide']);
  expect(report.diagnostics[0]?.message).toMatch(/need \d+ mm .* The page has 265 mm: \d+ mm are missing/);
  // As many as their columns fill.
  expect(report.diagnostics[0]?.hints).toEqual([expect.stringMatching(/^Make [3-9] tables of it, each with the same/)]);
});

it('name the cell whose word no page can hold, and what makes a table narrow', async () => {
  const hintOf = async (made: Document) => {
    const report = new Report();
    const job = { theme: await gza(), language: languageOf(made.lang), name: 'test', created: new Date(0), report };
    await pdf.write(made, job);
    return report.diagnostics.map(({ code, message, hints }) => `${code}: ${message} ${hints.join(' ')}`);
  };
  const long = table([headRow('# Name', '# Code')], [bodyRow('# One', '1234567890'.repeat(30))]);
  expect(await hintOf(holding(long))).toEqual([
    expect.stringMatching(/^table-too-wide: .* Shorten the longest word or number of this cell\.$/),
  ]);
  const drawn = chart({ ['Donaudampfschifffahrts'.repeat(6)]: 1, Other: 2 });
  expect(await hintOf(holding(drawn))).toEqual([
    expect.stringMatching(/^table-too-wide: The 2 columns of the chart’s table need .* Shorten the longest word/),
  ]);
  const narrow = columns([numbers(7, 'Total', false)], [p('Text')]);
  expect(await hintOf(document({ body: [section('one', 'One', [narrow])] }))).toEqual([
    expect.stringMatching(
      /^table-too-wide: .* There are \d+ mm: \d+ mm are missing\. Move the table out of what makes it so narrow, such as columns\.$/,
    ),
  ]);
});

it('are told once of each language by a build of all formats, which measure them some millimetres apart', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-wide-'));
  const both = (ka: string, en: string) => ({ ka, en });
  const columns = Array.from({ length: 30 }, () => ({ head: both('მუნიციპალიტეტი', 'Municipality'), as: 'number' }));
  const rows = [{ cells: columns.map(() => ({ number: 12_345_678 })) }];
  const blocks = [{ type: 'table', caption: both('რიცხვები', 'Numbers'), columns, rows }];
  const words = both('სიტყვები', 'Words');
  const data = {
    ...{
      kind: 'document',
      languages: ['ka', 'en'],
      date: '2026-11-23',
      title: words,
      description: words,
      author: words,
    },
    ...{ keywords: [words], cover: { kind: words }, imprint: { copyright: words } },
    sections: [{ id: 'one', title: both('თავი', 'One'), blocks }],
  };
  writeFileSync(path.join(root, 'x.json'), JSON.stringify(data));
  const { diagnostics } = await createEngine({ root }).build('x.json', { formats: ['pdf', 'docx', 'print', 'html'] });
  const places = diagnostics.filter(({ code }) => code === 'table-too-wide').map(({ at }) => at?.path);
  const head = '$.sections[0].blocks[0].columns[0].head';
  expect(places.toSorted()).toEqual([`${head}.en`, `${head}.ka`]);
});
