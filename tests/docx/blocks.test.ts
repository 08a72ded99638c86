/** Tables, charts, notes, contents, numbers of headings and parts side by side, by Word's own means. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { id, look, words } from '../../src/model/build.ts';
import type { Document, Section } from '../../src/model/document.ts';
import type { Picture } from '../../src/model/picture.ts';
import {
  abbreviation,
  bodyRow,
  chart,
  columns,
  contents,
  document,
  figure,
  from,
  headRow,
  li,
  link,
  lookedRow,
  note,
  ol,
  p,
  quote,
  section,
  span,
  spanning,
  square,
  table,
  terms,
  text,
  ul,
} from '../make.ts';
import { gza } from '../theme/gza.ts';
import { all, type Element, one, opened, type Package, paragraphs, styleOf, textOf, values } from './kit.ts';

const withBlocks = (...blocks: Section['blocks']): Document => document({ body: [section('one', 'One', blocks)] });
describe('a sentence that leads to a list', () => {
  it('stays with it, and no other does', async () => {
    const pack = await opened(withBlocks(p('A sentence.'), p('These are:'), ul(['one', 'two']), p('After it.')));
    const kept = all(pack.document, 'w:p').filter((each) => all(each, 'w:keepNext').length > 0);
    // A short list stays together itself.
    expect(kept.map(textOf)).toEqual(['These are:', 'one']);
  });
});

it('keeps the lead of a part with what it leads into', async () => {
  const pack = await opened(withBlocks(p('The lead.', 'lead'), p('Words.'), p('More words.')));
  const kept = all(pack.document, 'w:p').filter((each) => all(each, 'w:keepNext').length > 0);
  expect(kept.map(textOf)).toEqual(['The lead.']);
});

it('keeps addresses together, with the words before them and the code after them', async () => {
  const ways = terms(
    [
      ['Website', 'example.org'],
      ['E-mail', 'a@example.org'],
    ],
    'facts',
  );
  const code = { ...figure(square, 'A code', 'example.org'), look: look('qr') };
  const pack = await opened(withBlocks(p('A sentence.'), p('Write to us.'), ways, code, p('After it.')));
  const kept = all(pack.document, 'w:p').filter((each) => all(each, 'w:keepNext').length > 0);
  expect(kept.map(textOf)).toEqual(['Write to us.', 'Websiteexample.org', 'E-maila@example.org', '']);
});

const numbered = (made: Section, number: string): Section => ({ ...made, number: words(number) });
const opening = (made: Section): Section => ({ ...made, look: look('opening') });
const named = (name: string) => {
  const made = id(name);
  return made === null ? null : from(made);
};
const children = (element: Element, name: string) =>
  element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
const rowsOf = (tbl: Element) => children(tbl, 'w:tr');
const sides = (cell: Element, side: string) => all(cell, `w:${side}`)[0]?.attributes['w:val'];

describe('tables', () => {
  const made = table(
    [headRow('# Indicator', '# Actual')],
    [
      lookedRow('group', spanning('# Output', { scope: 'row-group', columnSpan: 2 })),
      bodyRow('# Officers', spanning('412', { look: look('on-plan') })),
      lookedRow('sub', '# Women', '181'),
    ],
    {
      id: named('results'),
      number: words('Table 1'),
      summary: [text('By June')],
      source: [text('Monitoring')],
      foot: [lookedRow('total', '# Total', '412')],
    },
  );

  it('repeat their header rows, keep rows whole and say what they are', async () => {
    const pack = await opened(withBlocks(made));
    const tbl = one(pack.document, 'w:tbl');
    expect(rowsOf(tbl).map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0]);
    expect(rowsOf(tbl).every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    expect(values(tbl, 'w:tblCaption')).toEqual(['Table 1. A table']);
    expect(values(tbl, 'w:tblDescription')).toEqual(['By June']);
    const { attributes } = one(tbl, 'w:tblLook');
    expect([attributes['w:firstRow'], attributes['w:lastRow'], attributes['w:firstColumn']]).toEqual(['1', '1', '1']);
    expect(styleOf(pack, values(tbl, 'w:tblStyle')[0] ?? '').attributes['w:type']).toBe('table');
  });

  it('have a caption that is counted by a field, what is counted, and a source', async () => {
    const pack = await opened(withBlocks(made));
    const said = paragraphs(pack);
    expect(said).toEqual(expect.arrayContaining(['TableCaption: Table\u00A01. A table', 'Summary: By June']));
    expect(said.at(-1)).toBe('Source: Monitoring');
    const fields = all(pack.document, 'w:fldSimple').map(({ attributes }) => attributes['w:instr']);
    expect(fields).toEqual(['SEQ Table \\* ARABIC']);
    expect(all(styleOf(pack, 'TableCaption'), 'w:keepNext')).toHaveLength(1);
    const names = all(pack.document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(names).toContain('results');
  });

  it('say a number as text that Word would count otherwise', async () => {
    const pack = await opened(withBlocks({ ...made, number: words('Table 7') }));
    expect(all(pack.document, 'w:fldSimple')).toEqual([]);
    expect(paragraphs(pack)).toContain('TableCaption: Table 7. A table');
  });

  it('set cells by part, look and alignment', async () => {
    const pack = await opened(withBlocks(made));
    const styles = all(one(pack.document, 'w:tbl'), 'w:p').map((cell) => values(cell, 'w:pStyle')[0]);
    expect(styles).toEqual([
      ...['TableHeading', 'TableHeadingRight', 'TableGroupStrong', 'TableText', 'TableTextRight'],
      ...['TableSub', 'TableTextRight', 'TableTotal', 'TableTotalRight'],
    ]);
    expect(values(styleOf(pack, 'TableTextRight'), 'w:jc')).toEqual(['right']);
    const [, , officers, women] = rowsOf(one(pack.document, 'w:tbl'));
    expect(officers && sides(officers, 'bottom')).toBe('nil');
    expect(women && sides(women, 'top')).toBe('nil');
  });

  it('draw a status beside its words, openly decorative', async () => {
    const pack = await opened(withBlocks(made));
    const drawing = one(one(pack.document, 'w:tbl'), 'wp:inline');
    expect(one(drawing, 'adec:decorative').attributes.val).toBe('1');
    expect(one(drawing, 'wp:docPr').attributes.descr).toBeUndefined();
    expect(textOf(one(pack.document, 'w:tbl'))).toContain('412');
  });

  it('write a cell over rows once in each of them', async () => {
    const spans = table(
      [headRow('# a', '# b', '# c')],
      [bodyRow(spanning('d', { rowSpan: 2, columnSpan: 2 }), 'e'), bodyRow('f'), bodyRow('g', 'h', 'i')],
    );
    const tbl = one((await opened(withBlocks(spans))).document, 'w:tbl');
    const cells = rowsOf(tbl).map((row) => children(row, 'w:tc'));
    expect(cells.map((row) => row.length)).toEqual([3, 2, 2, 3]);
    const grown = cells.map((row) => row.map((cell) => all(cell, 'w:vMerge')[0]?.attributes['w:val'] ?? '-').join());
    expect(grown).toEqual(['-,-,-', 'restart,-', 'continue,-', '-,-,-']);
    const widths = cells.map((row) => row.reduce((sum, cell) => sum + Number(one(cell, 'w:tcW').attributes['w:w']), 0));
    expect(new Set(widths).size).toBe(1);
    expect(cells.flat().every((cell) => children(cell, 'w:p').length > 0)).toBe(true);
  });

  it('give a column the room of its longest word', async () => {
    const long = 'გადამისამართებულობა';
    const columnsOf = [
      { align: 'start', share: 0.9 },
      { align: 'end', share: 0.1 },
    ] as const;
    const made = table([headRow('# a', `# ${long}`)], [bodyRow('b', 'c')], { columns: columnsOf });
    const tbl = one((await opened(withBlocks(made))).document, 'w:tbl');
    const [, second] = all(tbl, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(second).toBeGreaterThan(1600);
    const widths = all(tbl, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(10091);
  });

  it('stand on a turned page if they are wide, with the heading right above them', async () => {
    const wide = { ...made, wide: true };
    const body = [section('one', 'One', [p('Before.'), section('two', 'Two', [wide, p('After.')])])];
    const { document: xml } = await opened(document({ body }));
    const turned = all(xml, 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(turned).toEqual(['portrait', 'portrait', 'landscape', 'portrait']);
    const [, , size] = all(xml, 'w:pgSz').map(({ attributes }) => Number(attributes['w:w']));
    expect(size).toBe(16838);
    const before = all(xml, 'w:p').filter((paragraph) => all(paragraph, 'w:sectPr').length > 0);
    expect(before.map(textOf)).toEqual(['Support to secure borders', 'Before.', 'Monitoring']);
  });

  it('let a row break that may be higher than a page', async () => {
    const made = table([headRow('# a')], [bodyRow('word '.repeat(2000))]);
    const [, row] = rowsOf(one((await opened(withBlocks(made))).document, 'w:tbl'));
    expect(row && all(row, 'w:cantSplit')).toEqual([]);
  });

  it('are followed by a paragraph, as Word asks, in cells and lists too', async () => {
    const pack = await opened(withBlocks(ul([li([made])]), table([headRow('# a')], [bodyRow('b')])));
    const body = one(pack.document, 'w:body').children.filter((child): child is Element => typeof child !== 'string');
    const after = body.flatMap((child, index) => (child.name === 'w:tbl' ? [body[index + 1]?.name] : []));
    expect(after).toEqual(['w:p', 'w:p']);
  });
});

describe('drawings', () => {
  const drawn = async (body: string) => {
    const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${body}</svg>`);
    const picture: Picture = { file: 'a.svg', format: 'svg', width: 9, height: 9, bytes };
    const { document: tree } = await opened(withBlocks(figure(picture, 'A drawing', 'e')));
    return [all(tree, 'a:blip').length, all(tree, 'asvg:svgBlip').length];
  };

  it('are SVG with a PNG beside it; PNG alone where they have a mask, which Word does not paint', async () => {
    expect(await drawn('<path d="M0 0h9v9z"/>')).toEqual([1, 1]);
    const mask = '<defs><mask id="m0"><path d="M0 0h5v5z" fill="#FFFFFF"/></mask></defs>';
    expect(await drawn(`${mask}<g mask="url(#m0)"><path d="M0 0h9v9z"/></g>`)).toEqual([1, 0]);
  });
});

describe('charts', () => {
  it('are pictures with words, as SVG with a PNG beside it, and their data after them', async () => {
    const pack = await opened(withBlocks(chart({ May: 3, June: 5 }, { number: words('Chart 1') })));
    const drawing = one(pack.document, 'wp:inline');
    expect(one(drawing, 'wp:docPr').attributes.descr).toBe('Bars');
    expect([all(drawing, 'a:blip').length, all(drawing, 'asvg:svgBlip').length]).toEqual([1, 1]);
    expect(textOf(one(pack.document, 'w:tbl'))).toBe('OfAllMay3June5');
    expect(values(one(pack.document, 'w:tbl'), 'w:tblCaption')).toEqual(['Chart 1. A chart']);
    const media = Object.entries(pack.files).filter(([path]) => path.startsWith('word/media/'));
    expect(media.every(([, bytes]) => bytes.length > 100)).toBe(true);
  });
});

describe('notes', () => {
  const made = withBlocks(p([text('One'), note('First.'), text(' two'), note([link('https://iom.int', 'second')])]));

  it('stand apart from a number and from each other by a bound space, which is no part of what is said', async () => {
    const pack = await opened(withBlocks(p([text('412,306.50'), note('a'), note('b'), text(' and more'), note('c')])));
    const marks = all(pack.document, 'w:r').filter((run) => all(run, 'w:footnoteReference').length > 0);
    expect(marks.map(textOf)).toEqual(['\u00A0', '\u00A0', '']);
    expect(marks.map((run) => values(run, 'w:rStyle')[0])).toEqual(Array(3).fill('FootnoteReference'));
  });

  it('are Word’s own, with their links', async () => {
    const pack = await opened(made);
    const references = all(pack.document, 'w:footnoteReference').map(({ attributes }) => attributes['w:id']);
    const notes = all(pack.part('word/footnotes.xml'), 'w:footnote');
    expect(references).toEqual(['1', '2']);
    expect(notes.map(({ attributes }) => attributes['w:id'])).toEqual(['-1', '0', '1', '2']);
    expect(notes.slice(2).map((found) => textOf(found).trim())).toEqual(['First.', 'second']);
    expect(notes.slice(2).map((found) => values(found, 'w:pStyle')[0])).toEqual(['FootnoteText', 'FootnoteText']);
    expect(pack.text('word/_rels/footnotes.xml.rels')).toContain('https://iom.int');
    const separators = all(one(pack.part('word/settings.xml'), 'w:footnotePr'), 'w:footnote');
    expect(separators.map(({ attributes }) => attributes['w:id'])).toEqual(['-1', '0']);
  });

  it('leave no part behind where there are none', async () => {
    const pack = await opened(withBlocks(p([abbreviation('IOM', 'International Organization for Migration')])));
    expect(pack.files['word/footnotes.xml']).toBeUndefined();
    expect(paragraphs(pack).at(-1)).toBe('BodyText: IOM');
  });
});

describe('contents', () => {
  const listed = contents('sections', [
    [1, 'one', '1', 'One'],
    [2, 'two', null, 'Two'],
  ]);
  const made = document({ body: [section('one', 'One', [listed, section('two', 'Two', [])])] });

  const instructions = (pack: Package) => [
    ...all(pack.document, 'w:instrText').map((found) => textOf(found).trim()),
    ...all(pack.document, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? ''),
  ];

  it('are a field in Word’s block of contents, with entries that are links, and no numbers that nobody knows', async () => {
    const pack = await opened(made);
    const block = one(pack.document, 'w:sdt');
    expect(values(block, 'w:docPartGallery')).toEqual(['Table of Contents']);
    expect(all(block, 'w:fldChar').map(({ attributes }) => attributes)).toEqual([
      { 'w:fldCharType': 'begin' },
      { 'w:fldCharType': 'separate' },
      { 'w:fldCharType': 'end' },
    ]);
    const entries = all(block, 'w:p').map((entry) => [
      values(entry, 'w:pStyle')[0],
      all(entry, 'w:t').map(textOf).join(''),
    ]);
    expect(entries).toEqual([
      ['TOC1', '1One'],
      ['TOC2', 'Two'],
    ]);
    expect(instructions(pack)).toEqual([
      'TOC \\o "1-2" \\h \\z',
      'PAGEREF _Toc100000001 \\h',
      'PAGEREF _Toc100000002 \\h',
    ]);
    // What the entries lead to is there, each name once.
    const bookmarks = all(pack.document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    for (const link of all(block, 'w:hyperlink')) expect(bookmarks).toContain(link.attributes['w:anchor']);
    expect(pack.text('word/document.xml') + pack.text('word/settings.xml')).not.toMatch(/dirty|updateFields/);
    // The dots come with the numbers, when Word fills the field by its styles.
    expect(
      all(one(styleOf(pack, 'TOC1'), 'w:tabs'), 'w:tab').map(({ attributes }) => attributes['w:leader']),
    ).toContain('dot');
    for (const entry of all(block, 'w:p'))
      expect(all(one(entry, 'w:tabs'), 'w:tab').map(({ attributes }) => attributes['w:leader'])).toEqual(['none']);
  });

  it('say titles in their languages', async () => {
    const title = [text('On '), span('ka', 'ლონდონი'), text(' too')];
    const list = contents('sections', [[1, 'one', '1', title]]);
    const block = one((await opened(document({ body: [section('one', title, [list])] }))).document, 'w:sdt');
    const languages = all(block, 'w:r').flatMap((run) => {
      const said = all(run, 'w:t').map(textOf).join('');
      return said === ''
        ? []
        : [
            [
              said,
              all(run, 'w:lang')
                .map(({ attributes }) => attributes['w:val'])
                .join(''),
            ],
          ];
    });
    expect(languages).toEqual([
      ['1', ''],
      ['On ', ''],
      ['ლონდონი', 'ka-GE'],
      [' too', ''],
    ]);
  });

  it('pass over the section that holds them, by a style of its own that is a heading all the same', async () => {
    const holder = section('contents', 'Contents', [contents('sections', [[1, 'one', '1', 'One']])]);
    const pack = await opened(document({ body: [holder, numbered(section('one', 'One', [p('Text.')]), '1')] }));
    const [heading] = all(pack.document, 'w:p').filter((found) => textOf(found) === 'Contents');
    expect(heading && values(heading, 'w:pStyle')).toEqual(['ContentsHeading1']);
    expect(values(styleOf(pack, 'ContentsHeading1'), 'w:basedOn')).toEqual(['Heading1']);
    // Word lists by the built-in heading styles with `\o`; with `\u` it would list every paragraph of an outline level.
    expect(instructions(pack)[0]).not.toContain('\\u');
  });

  it('of captions are a field for each label that Word counts', async () => {
    const list = contents('figures', [
      [1, 'a', 'Figure\u00A01', 'A road'],
      [1, 'b', 'Chart\u00A01', 'A chart'],
      [1, 'c', 'Figure\u00A02', 'A bridge'],
    ]);
    const pack = await opened(document({ body: [section('lists', 'Lists', [list])] }));
    expect(instructions(pack).filter((text) => text.startsWith('TOC'))).toEqual([
      'TOC \\h \\z \\c "Figure"',
      'TOC \\h \\z \\c "Chart"',
    ]);
    const entries = all(one(pack.document, 'w:sdt'), 'w:p').map((entry) => all(entry, 'w:t').map(textOf).join(''));
    expect(entries).toEqual(['Figure\u00A01. A road', 'Figure\u00A02. A bridge', 'Chart\u00A01. A chart']);
  });
});

describe('references', () => {
  it('are fields that say what they name, within links', async () => {
    const start = section('start', 'Start', [
      p([link('#two', 'Section\u00A01.1')]),
      p([link('#start', '“Start”')]),
      p([link('#results', 'Table\u00A01')]),
      p([link('#one', 'the first part')]),
      table([headRow('# a')], [bodyRow('b')], { id: named('results'), number: words('Table\u00A01') }),
    ]);
    const one1 = numbered(section('one', 'One', [numbered(section('two', 'Two', []), '1.1')]), '1');
    const pack = await opened(document({ body: [start, one1] }));
    const links = all(pack.document, 'w:hyperlink').filter(({ attributes }) => attributes['w:anchor'] !== undefined);
    const said = links.map((found) => [
      textOf(found),
      all(found, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'])[0] ?? null,
    ]);
    expect(said).toEqual([
      ['Section\u00A01.1', expect.stringMatching(/^REF _Ref\d{9} \\n \\h \\\* MERGEFORMAT$/)],
      ['“Start”', expect.stringMatching(/^REF _Ref\d{9} \\h \\\* MERGEFORMAT$/)],
      ['Table\u00A01', expect.stringMatching(/^REF _Ref\d{9} \\h \\\* MERGEFORMAT$/)],
      ['the first part', null],
    ]);
    const bookmarks = all(pack.document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    for (const [, instruction] of said) {
      const name = /REF (\S+)/.exec(instruction ?? '')?.[1];
      if (name !== undefined) expect(bookmarks.filter((found) => found === name)).toHaveLength(1);
    }
  });
});

describe('numbers of sections', () => {
  const levelText = (pack: Package, paragraph: Element) => {
    const numbering = pack.part('word/numbering.xml');
    const num = all(numbering, 'w:num').find(
      ({ attributes }) => attributes['w:numId'] === values(paragraph, 'w:numId')[0],
    );
    const abstract = all(numbering, 'w:abstractNum').find(
      ({ attributes }) => num !== undefined && attributes['w:abstractNumId'] === values(num, 'w:abstractNumId')[0],
    );
    const level = abstract && all(abstract, 'w:lvl')[Number(values(paragraph, 'w:ilvl')[0])];
    return level && (values(level, 'w:lvlText')[0] ?? '');
  };

  it('are counted by Word, by levels that the heading styles are linked to; annexes by lists of their own', async () => {
    const body = [
      section('contents', 'Contents', []),
      numbered(
        section('a', 'A', [numbered(section('b', 'B', []), '1.1'), numbered(section('c', 'C', []), '1.2')]),
        '1',
      ),
      numbered(section('d', 'D', []), '2'),
      numbered(section('e', 'E', [numbered(section('f', 'F', []), 'ა.1')]), 'ა'),
      numbered(section('g', 'G', []), 'ბ'),
    ];
    const pack = await opened(document({ body }));
    const headings = all(pack.document, 'w:p').filter((found) => values(found, 'w:pStyle')[0]?.startsWith('Heading'));
    expect(headings.map((heading) => [textOf(heading), levelText(pack, heading)])).toEqual([
      ...[
        ['Contents', ''],
        ['A', '%1'],
        ['B', '%1.%2'],
        ['C', '%1.%2'],
        ['D', '%1'],
      ],
      ...[
        ['E', 'ა'],
        ['F', 'ა.%2'],
        ['G', 'ბ'],
      ],
    ]);
    const multilevel = all(pack.part('word/numbering.xml'), 'w:abstractNum').filter(
      (definition) => values(definition, 'w:multiLevelType')[0] === 'multilevel',
    );
    expect(multilevel.map((definition) => values(definition, 'w:pStyle'))).toEqual([
      Array.from({ length: 9 }, (_, level) => `Heading${level + 1}`),
    ]);
    expect(all(styleOf(pack, 'Heading2'), 'w:numPr')).toHaveLength(1);
  });

  it('are said as text where Word would count otherwise', async () => {
    const body = [numbered(section('a', 'A', []), '1'), numbered(section('b', 'B', []), '3')];
    const pack = await opened(document({ body }));
    expect(paragraphs(pack).slice(-2)).toEqual(['Heading1: A', 'Heading1: 3 B']);
  });

  it('begin a page where the one before is filled: short sections run on', async () => {
    const sections = (counts: readonly number[]) =>
      counts.map((count, index) =>
        opening(
          section(
            `s${index}`,
            `S${index}`,
            Array.from({ length: count }, () => p('x')),
          ),
        ),
      );
    const pages = async (counts: readonly number[]) => {
      const pack = await opened(document({ body: sections(counts) }));
      return all(pack.document, 'w:sectPr').length - 1;
    };
    expect(await pages([1, 1, 1])).toBe(1);
    expect(await pages([200, 1, 1])).toBe(2);
    expect(await pages([1, 200, 1, 1, 200])).toBe(2);
    expect(await pages([200, 200, 200])).toBe(3);
  });

  it('stand in a ring where a section opens a page, and its other pages name it', async () => {
    const page = Array.from({ length: 200 }, () => p('x'));
    const body = [opening(numbered(section('a', 'A', page), '1')), opening(numbered(section('b', 'B', []), '2'))];
    const pack = await opened(document({ body }));
    expect(all(pack.document, 'w:sectPr').map((found) => values(found, 'w:type')[0])).toEqual(
      Array(3).fill('nextPage'),
    );
    const heads = Object.keys(pack.files).filter((path) => /word\/header\d+\.xml$/.test(path));
    const texts = heads.map((path) => [
      all(pack.part(path), 'w:t').map(textOf).join(''),
      all(pack.part(path), 'wp:anchor').length,
    ]);
    expect(texts).toEqual(
      expect.arrayContaining([
        ['Support to secure borders2 · B', 0],
        ['Support to secure borders', 2],
      ]),
    );
  });
});

describe('parts side by side', () => {
  it('are columns of Word’s sections, parted by breaks', async () => {
    const pack = await opened(withBlocks(columns([p('a'), ul(['b'])], [p('c')]), p('d')));
    expect(all(pack.document, 'w:cols').map(({ attributes }) => attributes['w:num'])).toEqual(['2']);
    const broken = all(pack.document, 'w:p').filter((found) =>
      all(found, 'w:br').some(({ attributes }) => attributes['w:type'] === 'column'),
    );
    expect(broken.map(textOf)).toEqual(['c']);
    expect(paragraphs(pack)).toEqual(
      expect.arrayContaining(['ColumnBodyText: a', 'ColumnListBullet: b', 'BodyText: d']),
    );
    expect(one(styleOf(pack, 'ColumnBodyText'), 'w:ind').attributes['w:left']).toBe('0');
  });

  it('stand one below the other in an aside, a list or a cell', async () => {
    const pack = await opened(withBlocks(ul([li([p('a'), columns([p('b')], [p('c')])])])));
    expect(all(pack.document, 'w:cols')).toEqual([]);
    expect(paragraphs(pack).slice(-3)).toEqual(['ListBullet: a', 'ListContinue: b', 'ListContinue: c']);
  });

  it('are never what the next page follows: LibreOffice would break the page within their columns', async () => {
    const figures = ul([li([p('1', 'figure')]), li([p('2', 'figure')])], 'figures');
    const pack = await opened(withBlocks(figures));
    const sections = all(pack.document, 'w:sectPr');
    expect(sections.map((found) => all(found, 'w:cols').length > 0)).toContain(true);
    expect(all(sections.at(-1) ?? pack.document, 'w:cols')).toEqual([]);
  });

  it('are as many in a row as leave each number and word whole', async () => {
    const figure = (value: string) => li([p(value, 'figure'), p('people', 'label')]);
    const columns = async (value: string) => {
      const four = [value, '12', '7', '96'].map(figure);
      const pack = await opened(withBlocks(ul(four, 'figures')));
      return all(pack.document, 'w:cols').map(({ attributes }) => attributes['w:num']);
    };
    expect(await columns('248')).toEqual(['4']);
    expect(await columns('248\u00A0387,10')).toEqual(['2', '2']);
  });

  it('that are too wide for a column are smaller, or refused', async () => {
    const sized = async (value: string, report = new Report()) => {
      const list = ul([li([p(value, 'figure'), p('lari', 'label')])], 'figures');
      const pack = await opened(withBlocks(columns([p('a')], [p('b')], [list])), { report });
      const run = all(pack.document, 'w:r').find((found) => textOf(found) === value);
      return { size: run === undefined ? [] : all(run, 'w:sz').map(({ attributes }) => attributes['w:val']), report };
    };
    expect((await sized('123,456')).size).toEqual([]);
    expect((await sized('123,456,789')).size).toEqual(['59']);
    const { report } = await sized('123,456,789,012,345.678901');
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['figure-too-wide']);
  });

  it('are key figures, each with its bar, and the stops of a way', async () => {
    const figure = { ...li([p('412', 'figure'), p('trained', 'label')]), share: 0.86 };
    const stop = (when: string, what: string, state: string) => li([p(when, 'date'), p(what, 'event')], state);
    const way = ol(
      [stop('2025', 'Start', 'done'), stop('2026', 'Now', 'today'), stop('2027', 'End', 'ahead')],
      'timeline',
    );
    const pack = await opened(withBlocks(ul([figure, figure], 'figures'), way));
    expect(all(pack.document, 'w:cols').map(({ attributes }) => attributes['w:num'])).toEqual(['2', '3']);
    expect(all(pack.document, 'wp:inline').length).toBe(5);
    expect(all(pack.document, 'adec:decorative').every(({ attributes }) => attributes.val === '1')).toBe(true);
    const numbers = all(pack.document, 'w:p').filter((found) => all(found, 'w:numPr').length > 0);
    expect(numbers.map(textOf)).toEqual(['412', '412', '2025', '2026', '2027']);
  });
});

describe('quotes and terms', () => {
  it('have styles of their own; a term hangs before what it means', async () => {
    const pack = await opened(
      withBlocks(quote([p('Words.')], 'Nino'), terms([['IOM', 'Organization']], 'abbreviations')),
    );
    expect(paragraphs(pack).slice(-3)).toEqual([
      'IntenseQuote: Words.',
      'QuoteSource: Nino',
      'Abbreviations: IOMOrganization',
    ]);
    const [term] = all(all(pack.document, 'w:p').at(-1) ?? pack.document, 'w:r');
    expect(term && all(term, 'w:b')).toHaveLength(1);
    expect(all(all(pack.document, 'w:p').at(-1) ?? pack.document, 'w:tab')).toHaveLength(1);
  });
});

describe('terms', () => {
  const long = 'Share of the callers who are content with the answer';
  const made = terms([
    ['Donor', 'European Union'],
    [long, 'Survey'],
  ]);
  const [donor, share] = made.items;
  const items = [
    ...(donor === undefined ? [] : [{ ...donor, details: [...donor.details, p('Since 2024.')] }]),
    ...(share === undefined ? [] : [share]),
  ];

  it('stand above what they mean where they are wider than their column, and all of it in one column', async () => {
    const pack = await opened(withBlocks({ ...made, items }));
    expect(paragraphs(pack).slice(-4)).toEqual([
      'Terms: DonorEuropean Union',
      'TermsContinue: Since 2024.',
      `Terms: ${long}`,
      'TermsContinue: Survey',
    ]);
    const [beside, , above, last] = all(pack.document, 'w:p').slice(-4);
    expect(beside && all(beside, 'w:tab')).toHaveLength(1);
    expect(above && [all(above, 'w:tab'), all(above, 'w:keepNext')].map((found) => found.length)).toEqual([0, 1]);
    expect(last && all(last, 'w:spacing')).toHaveLength(1);
    const [column, under] = ['Terms', 'TermsContinue'].map((id) => one(styleOf(pack, id), 'w:ind').attributes);
    expect(under?.['w:left']).toBe(column?.['w:left']);
    expect(under?.['w:hanging']).toBe('0');
  });
});

describe('covers', () => {
  const kind = p('Report', 'kind');

  it('set facts in white on their own ground, side by side', async () => {
    const facts = terms(
      [
        ['Period', '2026'],
        ['Grant', '000'],
      ],
      'cover',
    );
    const pack = await opened(document({ before: [kind], after: [facts] }));
    expect(
      paragraphs(pack)
        .filter((each) => !each.startsWith('TableEnd'))
        .slice(0, 6),
    ).toEqual([
      ...['Kind: Report', 'Title: Support to secure borders', 'CoverTerm: Period', 'CoverDetails: 2026'],
      ...['CoverTerm: Grant', 'CoverDetails: 000'],
    ]);
    const style = styleOf(pack, 'CoverDetails');
    expect([values(style, 'w:color')[0], one(style, 'w:shd').attributes['w:fill']]).toEqual(['FFFFFF', '0E2F6B']);
  });

  it('set facts one under the other where the theme does so: a line each, between rules', async () => {
    const own = await gza();
    const cover = { ...own.looks.cover, plain: { ...own.looks.cover.plain, facts: 'rows' as const } };
    const theme = { ...own, looks: { ...own.looks, cover } };
    const facts = terms(
      [
        ['Period', '2026'],
        ['Grant', '000'],
      ],
      'cover',
    );
    const pack = await opened(document({ before: [kind], after: [facts] }), { theme });
    expect(paragraphs(pack).slice(2, 4)).toEqual(['CoverFacts: Period2026', 'CoverFacts: Grant000']);
    const borders = one(styleOf(pack, 'CoverFacts'), 'w:pBdr').children.map((child) =>
      typeof child === 'string' ? child : child.name,
    );
    expect(borders.sort()).toEqual(['w:between', 'w:bottom', 'w:top']);
    expect(values(styleOf(pack, 'FactTerm'), 'w:color')).toHaveLength(1);
  });

  it('make a long title smaller rather than let it run into the lanes', async () => {
    const size = async (title: string) =>
      Number(values(styleOf(await opened(document({ title })), 'Title'), 'w:sz')[0]);
    expect(await size('Short')).toBe(62);
    expect(await size('A long title of many words '.repeat(10))).toBeLessThan(62);
  });

  it('are the head of the first page, on which the body goes on', async () => {
    const made = document({ before: [kind] });
    const pack = await opened({ ...made, cover: { ...made.cover, look: look('head') } });
    expect(all(pack.document, 'w:sectPr')).toHaveLength(1);
    const title = styleOf(pack, 'Title');
    expect([values(title, 'w:color')[0], one(title, 'w:shd').attributes['w:fill']]).toEqual(['FFFFFF', '0E2F6B']);
    expect(one(styleOf(pack, 'BodyText'), 'w:ind').attributes['w:left']).toBe('0');
  });
});

it('gives the same bytes with drawings, notes and tables', async () => {
  const made = withBlocks(chart({ a: 1 }), table([headRow('# a')], [bodyRow('b')]), p([text('c'), note('d')]));
  const packs = [await opened(made), await opened(made)];
  expect(packs[0]?.files).toEqual(packs[1]?.files);
});

it('keeps what stands in a column together, tables with all their rows, and begins columns where the highest has room', async () => {
  const rows = Array.from({ length: 6 }, (_, row) => bodyRow(`# row ${row}`, `${row}`));
  const own = table([headRow('# Name', '# Number')], rows, { source: [text('Counted by us')] });
  const pack = await opened(withBlocks(columns([p('before'), own], [p('beside')])));
  const loose = all(pack.document, 'w:p').filter((each) => all(each, 'w:keepNext').length === 0);
  // A heading of the table is kept by its style.
  expect(loose.map(textOf).filter((each) => /^(?:before|row|\d)/.test(each))).toEqual([]);
  const heights = async (...parts: readonly Section['blocks'][]) => {
    const { document: body } = await opened(withBlocks(columns(...parts)));
    return all(body, 'w:spacing').map(({ attributes }) => Number(attributes['w:before'] ?? 0));
  };
  // Room in the first column for the second, that both go to the next page.
  expect(Math.max(0, ...(await heights([p('a')], [own])))).toBeGreaterThan(900);
  expect(Math.max(0, ...(await heights([own], [p('a')])))).toBeLessThan(900);
  // As much as a picture is high there: a square as wide as its column.
  expect(Math.max(0, ...(await heights([p('a')], [p('b'), figure(square, 'A square')])))).toBeGreaterThan(3000);
  expect(Math.max(0, ...(await heights([p('a'), figure(square, 'A square')], [p('b')])))).toBeLessThan(900);
});
