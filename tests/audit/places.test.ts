/** Whatever is wrong with data is told at the data: its file, its line, its path, in words that know no elements. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { packageRoot } from '../../src/world.ts';
import { Project } from '../cli/project.ts';

interface Block {
  type: string;
  [field: string]: unknown;
}
interface Guide {
  sections: { id: string; title: unknown; blocks: Block[] }[];
  [field: string]: unknown;
}

const words = (text: string) => ({ ka: `${text} ა`, en: text });
const caption = words('What this finds');
const series = (...values: (number | null)[]) => ({ name: words('All'), values });
const chart = (kind: string, all: readonly unknown[], rest = {}): Block => ({
  ...{ type: 'chart', chart: kind, caption, categories: [words('One'), words('Two')], series: all },
  ...rest,
});
const table = (rows: readonly unknown[], columns = 2): Block => ({
  ...{ type: 'table', caption, rows },
  columns: Array.from({ length: columns }, (_, index) => ({ head: words(`Head ${index}`) })),
});
const cells = (...texts: string[]) => ({ cells: texts.map((text) => (text === '' ? {} : { text: words(text) })) });
const says = (text: string): Block => ({ type: 'text', text: words(text) });

/** What is put into the document, and the code that it is found by. */
const blocks: readonly (readonly [name: string, code: string, block: Block])[] = [
  ['a row too short', 'row-width', table([cells('a', 'b'), cells('c')])],
  ['a row too long', 'row-width', table([cells('a', 'b', 'c')])],
  ['a header cell without words', 'empty-element', table([cells('', 'b')])],
  ['a cell over rows that are not there', 'span-outside', table([{ cells: [{ text: words('a'), rowSpan: 9 }, {}] }])],
  ['cells that overlap', 'row-width', table([{ cells: [{ text: words('a'), columnSpan: 2 }, {}] }])],
  ['more columns than Word has', 'too-many-columns', table([cells(...Array.from({ length: 64 }, () => 'a'))], 64)],
  ['shares below nothing', 'chart-data', chart('share', [series(1, -1)])],
  ['shares of nothing', 'chart-data', chart('share', [series(0, 0)])],
  ['shares in two series', 'chart-data', chart('share', [series(1, 2), series(3, 4)])],
  ['a stack below nothing', 'chart-data', chart('stacked', [series(1, 2), series(-3, 4)])],
  ['a chart without points', 'chart-data', chart('bar', [series(null, null)])],
  ['a link without words', 'empty-link', says('a [](https://a.ge/) b')],
  ['a link to nowhere', 'dangling-link', says('a [b](#nowhere) c')],
  ['a reference to nowhere', 'unknown-reference', says('a [](#nowhere) b')],
  ['a link without an address', 'missing-target', says('a [b]() c')],
  ['an empty footnote', 'empty-element', says('a^[ ]')],
  ['a mark left open', 'broken-notation', says('a **b')],
  ['a text too long', 'text-too-long', says('word '.repeat(5000))],
  ['tables to list that are not there', 'empty-contents', { type: 'contents', of: 'figures' }],
  ['a character without a glyph', 'missing-glyph', says('a 🙂 b')],
];

/** The data of the last document. */
let written = '';

async function findingsOf(change: (guide: Guide) => void): Promise<readonly Diagnostic[]> {
  const project = new Project();
  const guide: Guide = JSON.parse(readFileSync(path.join(packageRoot, 'data/document/guide.json'), 'utf8'));
  guide.sections = guide.sections.slice(0, 1);
  const [first] = guide.sections;
  if (first === undefined) throw new Error('the guide has no sections');
  first.blocks = [says('A sentence.')];
  for (const field of ['annexes', 'contents', 'numbering']) delete guide[field];
  change(guide);
  written = JSON.stringify(guide, null, 1);
  project.write('data/document/guide.json', written);
  const engine = createEngine({ root: project.root, env: {} });
  onTestFinished(() => engine.close());
  return engine.validate('data/document/guide.json');
}

function expectAtData(found: readonly Diagnostic[]): void {
  for (const { at, related, message, hints } of found) {
    const places = [at, ...related.map((other) => other.at)];
    for (const place of places) expect(place?.file, message).toBe('data/document/guide.json');
    expect(at?.path, message).toMatch(/^\$[.[]/);
    expect(`${message} ${hints.join(' ')}`).not.toMatch(/<\w+\/?>|\belements?\b|\{\{/);
  }
}

it.each(blocks)('%s: %s', async (_, code, block) => {
  const found = await findingsOf(({ sections }) => sections[0]?.blocks.push(block));
  expect(found.map((each) => each.code)).toContain(code);
  expectAtData(found);
  const own = found.find((each) => each.code === code);
  expect(own?.at?.path).toMatch(/^\$\.sections\[0\]\.blocks\[1\]/);
});

it.each([
  ['broken-notation', 'ok \\*, „ქ“ "q" and **b', '**b'],
  ['broken-notation', '**a** and\u00ADso ^[note **c]', '**c'],
  ['broken-notation', 'a [b](https://a.ge "t")', '](https'],
  ['missing-glyph', 'a "q" and **b** 🙂 c', '🙂'],
])('%s stands at the sign itself: %s', async (code, text, sign) => {
  const found = await findingsOf(({ sections }) =>
    sections[0]?.blocks.push({ type: 'text', text: { ka: 'ა.', en: text } }),
  );
  const at = found.find((each) => each.code === code)?.at;
  const line = written.split('\n')[(at?.line ?? 0) - 1] ?? '';
  expect(line.slice((at?.column ?? 0) - 1), line).toSatisfy((rest: string) => rest.startsWith(sign));
});

it('headings that repeat, say nothing or have nothing under them', async () => {
  const found = await findingsOf(({ sections }) => {
    sections.push({ id: 'b', title: words('Twice'), blocks: [says('A.')] });
    sections.push({ id: 'c', title: words('Twice'), blocks: [says('A.')] });
    sections.push({ id: 'd', title: { ka: '–', en: '–' }, blocks: [says('A.')] });
    sections.push({ id: 'd', title: words('Last'), blocks: [says('A.')] });
  });
  const codes = found.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['repeated-heading', 'blank-heading', 'duplicate-id']));
  expectAtData(found);
  expect(found.find(({ code }) => code === 'repeated-heading')?.at?.path).toMatch(/^\$\.sections\[2\]\.title/);
  expect(found.find(({ code }) => code === 'blank-heading')?.at?.path).toMatch(/^\$\.sections\[3\]\.title/);
});

it('a mark in words for catalogues and file properties is told of, once', async () => {
  const found = await findingsOf((guide) => {
    guide.title = words('A **bold** title');
    guide.description = words('What *this* is');
    guide.keywords = [words('plain'), words('**bold**')];
  });
  const marks = found.filter(({ code }) => code === 'mark-shown');
  const places = ['$.title', '$.description', '$.keywords[1]'].flatMap((path) => [`${path}.en`, `${path}.ka`]);
  expect(marks.map(({ at }) => at?.path).sort()).toEqual(places.sort());
});

it('marks in titles and heads are read or told of, in Etrati’s own templates too', async () => {
  const found = await findingsOf(({ sections }) => {
    sections.push({ id: 'd', title: words('A **bold** [word]{lang=zz}'), blocks: [says('A.')] });
  });
  const codes = found.flatMap(({ code, at }) => (at?.path?.endsWith('.title.en') ? [code] : []));
  expect(codes.sort()).toEqual(['bad-language', 'mark-shown']);
});

it('a template of the project’s own is named where it writes what is wrong', async () => {
  const project = new Project();
  project.editTemplate('</imprint>', '<p></p></imprint>');
  const engine = createEngine({ root: project.root, env: {} });
  onTestFinished(() => engine.close());
  const [found] = await engine.validate('data/brochure/brochure.json');
  expect([found?.code, found?.at?.file, found?.related]).toEqual([
    'empty-element',
    'templates/brochure/document.hbs',
    [],
  ]);
});
