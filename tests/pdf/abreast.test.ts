/** Key figures side by side: as many in a row as leave each number and word whole. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { textArea } from '../../src/theme/page-size.ts';
import { layOut } from '../../src/write/pdf/lay/layout.ts';
import { drawCharts } from '../../src/write/pdf/page/charts.ts';
import { setDocument } from '../../src/write/pdf/set/content.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import { chart, columns, document, l, li, p, section, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { made } from './made.ts';

const theme = await gza();

/** The texts of the lines, and how many key figures stand in the first row. */
function setFigures(values: readonly string[], label = 'people'): { texts: string[]; across: number } {
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const list = ul(
    values.map((value) => li([p(value, 'figure'), p(label, 'label')])),
    'figures',
  );
  const { sections } = setDocument(document({ body: [section('one', 'One', [list])] }), job, made());
  const items = layOut(sections, { images: {} }, { size: theme.page }).pages.flatMap((page) =>
    page.items.filter(({ type }) => type === 'line'),
  );
  const lines = items.map(({ item }) => item as Line & { x: number; y: number });
  const texts = lines.map((line) => line.inlines.map(({ text }) => text).join(''));
  const tops = lines.filter((_, index) => values.includes(texts[index] ?? '')).map((line) => line.y);
  return { texts, across: tops.filter((y) => y === tops[0]).length };
}

describe('key figures', () => {
  it('stand four in a row where each number has room, in two or one where it has not', () => {
    const others = ['12', '7', '96'];
    for (const [value, across] of [
      ['248', 4],
      ['0.4\u00A0/\u00A01.5', 2],
      ['248,387.10', 2],
      ['248\u00A0387\u00A0000\u00A0000,10', 1],
    ] as const) {
      const set = setFigures([value, ...others]);
      expect(set.texts, value).toEqual(expect.arrayContaining([value, ...others]));
      expect(set.across, value).toBe(across);
    }
  });

  it('leave the words of their labels whole', () => {
    const word = 'გადამზადებულთათვისგანკუთვნილი';
    expect(setFigures(['1', '2', '3', '4'], word).texts).toContain(word);
  });

  it.each([
    ['123,456,789', []],
    ['123,456,789,012,345', []],
    ['123,456,789,012,345.678901', ['figure-too-wide']],
  ] as const)('that are too wide for a column are set smaller, or refused: %s', (value, codes) => {
    const report = new Report();
    const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report };
    const list = ul([li([p(value, 'figure'), p('lari', 'label')])], 'figures');
    const body = [section('one', 'One', [columns([p('a')], [p('b')], [list])])];
    const { sections } = setDocument(document({ body }), job, made());
    const { pages } = layOut(sections, { images: {} }, { size: theme.page });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(codes);
    if (codes.length > 0) return;
    const lines = pages.flatMap(({ items }) => items.filter(({ type }) => type === 'line'));
    const texts = lines.map(({ item }) => (item as Line).inlines.map(({ text }) => text).join(''));
    expect(texts).toContain(value);
  });
});

it('draws a chart for its column, or for the whole panel on which columns stand one under the other', async () => {
  const bars = chart({ Women: 700, Men: 560 });
  const one = document({ body: [section('one', 'One', [columns([p('a')], [bars])])] });
  // A panel of 60 mm.
  const narrow = { ...theme, page: { ...theme.page, width: theme.page.left + theme.page.right + 170 } };
  const widthIn = async (form: 'pages' | 'panels') => (await drawCharts(one, narrow, { form })).get(bars)?.width;
  expect(await widthIn('pages')).toBeCloseTo((170 - theme.looks.columns.gap.page) / 2, 3);
  expect(await widthIn('panels')).toBeCloseTo(textArea(narrow.page).width, 3);
});
