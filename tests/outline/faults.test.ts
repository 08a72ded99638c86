/** The least trees that a format once said wrong; the random documents hold them only now and then. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Block, Blocks, Document, Inline, Lang } from '../../src/model/document.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import {
  aside,
  bodyRow,
  columns,
  document,
  figure,
  headRow,
  l,
  li,
  note,
  ol,
  p,
  quote,
  restart,
  section,
  square,
  table,
  terms,
  text,
  ul,
  w,
} from '../make.ts';
import { gza } from '../theme/gza.ts';
import { chartOf } from './data.ts';
import { readAs } from './read-as.ts';

const longWord = 'საზღვრისმართვისპოლიტიკა'.repeat(9);
const ka = <N extends { readonly lang: Lang | null }>(node: N): N => ({ ...node, lang: l('ka') });
const saying = { caption: [text('Caption')], summary: [text('Counted')], source: [text('Source')] };
const data = table([headRow('# A', '# B')], [bodyRow('# a', 'b')], saying);
const bare = { ...data, caption: null, summary: null, source: null };
const chart = { ...chartOf('bar', ['x'], [3], 'A chart'), ...saying };
const plan = { ...chartOf('gantt', ['x'], [3], 'A plan'), lang: l('de') };
const picture = { ...figure(square, 'A road', 'Caption'), description: [p('It runs on.'), ul(['and on'])] };
const item = (...blocks: Blocks): Block => ul([li([...blocks, p('after')]), li('next')]);
const nested = (...blocks: Blocks): Block => item(p('before'), ul(['inner']), ...blocks);

const bodies: Readonly<Record<string, () => Blocks>> = {
  'terms in an item': () => [item(terms([['t', 'd']]))],
  'a quote in an item': () => [item(p('before'), quote([p('q')], 's')), item(quote([p('q')], 's'))],
  'a table in an item': () => [item(p('before'), data), item(bare)],
  'a table after a list in an item': () => [nested(data), nested(bare)],
  'a table after a list': () => [ul(['a']), bare, p('b')],
  'a chart in an item': () => [item(p('before'), chart), item(chart), nested(chart)],
  'a figure in an item': () => [item(picture), nested(picture)],
  'a list at the start of an item': () => [ul([li([ol(['a', 'b'])]), li('c')])],
  'key figures among lists': () => [ul(['a']), ul([li([p('1', 'figure'), p('b', 'label')])], 'figures'), ul(['c'])],
  'a figure without words of its own in a box': () => [aside([ul([li([figure(square, 'A road', 'c')])]), p('after')])],
  'what is counted without a caption': () => [
    { ...data, caption: null },
    { ...chart, caption: null },
  ],
  'a list in a quote': () => [quote([p('a'), ul(['b']), p('c')], 'd'), quote([p('e')])],
  'parts in another language': () => [
    ka(data),
    ka(chart),
    ka(picture),
    ka(quote([p('a')], 'b')),
    ka(terms([['t', 'd']])),
  ],
  'columns in another language': () => [ka(columns([p('a')], [ul(['b'])]))],
  'a plan in a language without words of ours': () => [plan],
  'notes in cells, captions and other notes’ languages': () => [
    { ...data, caption: [text('c'), note('in a caption')], body: [headRow('a', noted('in a cell'))] },
    p([text('a'), ka(note('n')), text('.')]),
  ],
  'a word longer than its line': () => [
    p([text('a'), note(longWord)]),
    terms([[longWord, longWord]]),
    item(p(longWord)),
  ],
  'a note’s mark wider than its line': () => [
    p(Array.from({ length: 12 }, (_, index): Inline => (index === 0 ? text('a') : note('n')))),
    columns([narrow(6)], [p('b')], [terms([[longWord, 'd']])]),
  ],
};

/** A cell with a note in it. */
function noted(words: string) {
  const [cell] = bodyRow('x').cells;
  if (cell === undefined) throw new Error('a row without cells');
  return { ...cell, blocks: [p([text('x'), note(words)])] };
}

/** Lists in lists in a column: no room is left in the end. */
function narrow(depth: number): Block {
  return depth === 0 ? p([text('x'), note('n')]) : ol([li([narrow(depth - 1)])]);
}

const documents: Readonly<Record<string, () => Document>> = {
  ...Object.fromEntries(
    Object.entries(bodies).map(([name, blocks]) => [name, () => document({ body: [section('one', 'One', blocks())] })]),
  ),
  'a numbered section in another language': () =>
    document({ body: [{ ...ka(section('one', 'ერთი', [p('a')])), number: w('1') }] }),
};

const theme = await gza();
const outputs = [
  ['html', html, {}],
  ['docx', docx, {}],
  ['pdf', pdf, {}],
  ['pdf, ua-2', pdf, { pdf: { standard: 'ua-2', source: null } }],
] as const;

describe.each(outputs)('%s', (_, target, options) => {
  beforeEach(restart);

  it.each(Object.entries(documents))('says %s', async (_name, make) => {
    const made = make();
    const job = {
      theme,
      language: languageOf(made.lang),
      name: 'test',
      created: new Date(0),
      report: new Report(),
      ...options,
    };
    const found = await outlineOf(await target.write(made, job), readAs(target.format));
    const expected = expectedOutline(made, { name: 'test', extension: target.extension });
    expect(compareOutlines(expected, found, projections[readAs(target.format)])).toBeNull();
  });
});
