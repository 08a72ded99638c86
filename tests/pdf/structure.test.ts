/** The tags of the PDF as those who listen meet them: notes apart, heads of cells, nested contents, title and headings. */
import { describe, expect, it } from 'vitest';
import { nameAt, stringAt } from '../../src/finished/pdf/objects.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import * as make from '../make.ts';
import { annotationsIn } from './annotations.ts';
import { job } from './job.ts';
import { all, headersOf, type TreeElement, treeOf, wayTo } from './tree.ts';

const standards = ['ua-1', 'ua-2'] as const;
const written = (document: Document, standard: (typeof standards)[number]) =>
  pdf.write(document, { ...job, pdf: { standard, source: null } });
const of = (...blocks: Block[]): Document => make.document({ body: [make.section('one', 'One', blocks)] });
const treeIn = async (document: Document, standard: (typeof standards)[number] = 'ua-1'): Promise<TreeElement> =>
  (await treeOf(await written(document, standard))).top;

describe.each(standards)('notes in %s', (standard) => {
  const name = standard === 'ua-1' ? 'Note' : 'FENote';
  const noted = (words: string): Block => {
    const { blocks } = make.li([make.p([make.text(words), make.note(`About ${words}.`), make.text(' and on')])]);
    return blocks[0] as Block;
  };

  it('are read after the paragraph, the table and the picture that have their marks', async () => {
    make.restart();
    const head = { ...make.spanning('x', { scope: 'row' }), blocks: [noted('a head')] };
    const captioned = [make.text('Caption'), make.note('About the caption.')];
    const document = of(
      noted('text'),
      make.ul([make.li([noted('an item')])]),
      make.table([make.headRow('Line', 'Value')], [make.bodyRow(head, '1')]),
      make.table([make.headRow('Line', 'Value')], [make.bodyRow('a', '1')], { caption: captioned }),
      { ...make.figure(make.square, 'A square'), caption: captioned },
    );
    const tree = await treeIn(document, standard);
    const ways = all(tree, name).map((note) => wayTo(note).replace(/^Document\//, ''));
    expect(ways).toEqual([
      `Sect/${name}`,
      `Sect/L/LI/LBody/${name}`,
      ...[`Sect/${name}`, `Sect/${name}`, `Sect/${name}`],
    ]);
    const read = all(tree, name)[0]?.parent?.kids.map(({ type }) => type) ?? [];
    expect(read).toEqual(['H1', 'P', name, 'L', 'Table', name, 'Table', name, 'Sect', name]);
  });

  it('and their marks lead to each other by name, and refer to each other where the standard has a key for it', async () => {
    make.restart();
    const bytes = await written(of(noted('text')), standard);
    const { top } = await treeOf(bytes);
    const [mark, note] = [all(top, 'Reference')[0]?.kids[0], all(top, name)[0]];
    expect(mark?.type).toBe('Link');
    for (const element of [mark, note])
      expect(element?.dictionary.toString().includes('/Ref ')).toBe(standard === 'ua-2');
    const contents = (await annotationsIn(bytes)).map((annotation) => annotation.contents);
    expect(contents).toEqual(['Note 1', 'Back to the text']);
  });

  it('read back apart from their marks', async () => {
    make.restart();
    const outline = JSON.stringify(await outlineOf(await written(of(noted('text')), standard), 'pdf'));
    expect(outline).toContain('{"role":"text","text":"text","lang":"en","target":null},{"role":"mark","label":"1"');
    expect(outline).toContain('"role":"note","label":"1"');
  });
});

describe('the heads of cells', () => {
  /** Of each data cell, the names of its heads by the order of the header cells. */
  const named = async (document: Document): Promise<string[]> => {
    const tree = await treeIn(document);
    const names = all(tree, 'TH').map(({ id }) => id);
    return all(tree, 'TD').map((cell) =>
      headersOf(cell)
        .map((id) => names.indexOf(id))
        .join(' '),
    );
  };

  it('name the group and the row that a row is a part of', async () => {
    const group = (name: string) => make.lookedRow('group', make.spanning(name, { columnSpan: 2, scope: 'row-group' }));
    const table = make.table(
      [make.headRow('# Line', '# Value')],
      [
        group('Staff'),
        make.bodyRow('# Trained', '1'),
        make.lookedRow('sub', '# Women', '2'),
        group('East'),
        make.bodyRow('# Trained', '3'),
      ],
    );
    // 0 Line, 1 Value, 2 Staff, 3 Trained, 4 Women, 5 East, 6 Trained
    expect(await named(of(table))).toEqual(['2 3 1', '2 3 4 1', '5 6 1']);
  });

  it('are left to readers in a plain table', async () => {
    expect(await named(of(make.table([make.headRow('# Line', '# Value')], [make.bodyRow('# a', '1')])))).toEqual(['']);
  });
});

it('contents nest as the outline does, an entry one link', async () => {
  const document = make.document({
    body: [
      make.section('a', 'First', [
        make.contents('sections', [
          [1, 'a', '1', 'First'],
          [2, 'b', '1.1', 'Within'],
          [3, 'c', '1.1.1', 'Deep'],
          [
            1,
            'd',
            '2',
            'Second, with a title that is far too long for a single line of the contents, so that it goes on in another',
          ],
        ]),
        make.section('b', 'Within', [make.section('c', 'Deep', [make.p('x')])]),
      ]),
      make.section('d', 'Second', [make.p('x')]),
    ],
  });
  const bytes = await written(document, 'ua-1');
  const { top } = await treeOf(bytes);
  expect(all(top, 'TOCI').map((item) => wayTo(item).replace('Document/Sect/', ''))).toEqual([
    'TOC/TOCI',
    'TOC/TOCI/TOC/TOCI',
    'TOC/TOCI/TOC/TOCI/TOC/TOCI',
    'TOC/TOCI',
  ]);
  for (const { kids } of all(top, 'TOCI')) expect(kids[0]?.type).toBe('Reference');
  const links = await annotationsIn(bytes);
  expect(links.map(({ contents, lines }) => `${contents} ${lines.length}`.replace(/ with.*other/, ''))).toEqual([
    ...['1 First 0', '1.1 Within 0', '1.1.1 Deep 0', '2 Second, 2'],
  ]);
});

it('contents say a title in its languages, within the one link of its entry', async () => {
  const title = [make.text('On '), make.span('ka', 'ქართული'), make.text(' too')];
  const list = make.contents('sections', [[1, 'a', '1', title]]);
  const { top } = await treeOf(await written(make.document({ body: [make.section('a', title, [list])] }), 'ua-1'));
  const [toc] = all(top, 'TOC');
  const spans = toc === undefined ? [] : all(toc, 'Span');
  expect(spans.map((span) => [wayTo(span).replace(/.*TOCI/, 'TOCI'), stringAt(span.dictionary, 'Lang')])).toEqual([
    ['TOCI/Reference/Link/Span', 'ka'],
  ]);
  expect(toc && all(toc, 'Link')).toHaveLength(1);
});

describe.each(standards)('the title in %s', (standard) => {
  it('is a Title, and chapters are H1', async () => {
    const { top, roles } = await treeOf(await written(of(make.p('x')), standard));
    expect(all(top, 'Title', 'H1', 'H2').map(({ type }) => type)).toEqual(['Title', 'H1']);
    expect(roles === null ? null : nameAt(roles, 'Title')).toBe(standard === 'ua-1' ? 'P' : null);
  });
});

it('an aside has the name that its heading or its label gives it', async () => {
  const heading = make.p('What changed', 'lead');
  const tree = await treeIn(
    of(
      make.aside([heading, make.p('a')], 'callout'),
      make.aside([make.p('a')], 'panel', 'A label'),
      make.aside([make.p('a')]),
    ),
  );
  expect(all(tree, 'Aside').map(({ title }) => title)).toEqual(['What changed', 'A label', null]);
});
