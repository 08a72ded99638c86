/** Notes of one chart or table are read in their order, wherever in it they are called. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { bodyRow, document, headRow, li, note, p, restart, section, table, text, ul } from '../make.ts';
import { chartOf } from '../outline/data.ts';
import { gza } from '../theme/gza.ts';

const noted = () => ({
  caption: [text('a'), note('of the caption')],
  summary: [text('b'), note('of the summary')],
  source: [text('c'), note('of the source')],
});

it.each([
  ['a chart', () => ({ ...chartOf('bar', ['d'], [1], 'e'), ...noted() })],
  ['a table', () => table([headRow('f')], [bodyRow('g')], noted())],
])('of %s, in a section and in a list', async (_, made) => {
  restart();
  const own = document({ body: [section('s', 'S', [made(), ul([li([made()]), li([p('h')])])])] });
  const job = {
    theme: await gza(),
    language: languageOf(own.lang),
    name: 'x',
    created: new Date(0),
    report: new Report(),
  };
  const found = await outlineOf(await pdf.write(own, job), 'pdf');
  const expected = expectedOutline(own, { name: 'x', extension: 'pdf' });
  expect(compareOutlines(expected, found, projections.pdf)).toBeNull();
});
