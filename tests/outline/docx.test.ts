import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { p, type RawDocx, r, rawDocx, style } from './raw-docx.ts';

async function read(file: RawDocx): Promise<string[]> {
  return printOutline(await outlineOf(rawDocx(file), 'docx'))
    .trimEnd()
    .split('\n');
}
const readBody = async (body: string) => (await read({ body })).slice(1);

const defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>';
const headings = [
  style('a', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('b', 'Ours', '<w:basedOn w:val="a"/>'),
  style('c', 'Heading 2'),
  style('d', 'Named', '<w:basedOn w:val="d"/>'),
].join('');

it('finds headings by style name, by outline level and through the styles that a style is based on', async () => {
  const body = [
    p('1', 'a'),
    p('2', 'b'),
    p('3', 'c'),
    p('4', 'd'),
    p('5', '', '<w:outlineLvl w:val="3"/>'),
    p('6', 'a', '<w:outlineLvl w:val="9"/>'),
  ];
  expect((await read({ body: body.join(''), styles: headings })).slice(1)).toEqual([
    ...['heading 1  1', 'heading 1  2', 'heading 2  3', 'paragraph  4', 'heading 4  5', 'paragraph  6'],
  ]);
});

it('takes a Title for the first level and heading 1 for the second', async () => {
  const styles = headings + style('t', 'Title');
  expect(await read({ body: p('1', 'a') + p('T', 't') + p('2', 'c'), styles })).toEqual([
    ...['language not stated', 'heading 2  1', 'heading 1  T', 'heading 3  2'],
  ]);
});

it('finds the language of a run by run, character style, paragraph style, default', async () => {
  const styles = `${defaults}${style('n', 'Normal', '', 'w:default="1"')}${style('k', 'K', '<w:rPr><w:lang w:val="ka-GE"/></w:rPr>')}
    <w:style w:type="character" w:styleId="f"><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>`;
  const runs = `${r('a')}${r(' b', '<w:lang w:val="de-DE"/>')}${r(' c', '<w:rStyle w:val="f"/>')}`;
  expect(await read({ body: p(runs) + p(runs, 'k'), styles })).toEqual([
    'language en-GB',
    'paragraph  a {de-DE: b }{fr-FR: c}',
    'paragraph  {ka-GE: a }{de-DE: b }{fr-FR: c}',
  ]);
});

it('reads special characters, insertions and content controls, but nothing deleted or hidden', async () => {
  const runs = `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>
    <w:ins>${r('f')}</w:ins><w:del><w:r><w:delText>x</w:delText><w:t>x</w:t></w:r></w:del>${r('x', '<w:vanish/>')}
    <w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>${r('g', '<w:vanish w:val="0"/>')}</w:sdtContent></w:sdt>`;
  expect(await readBody(`<w:sdt><w:sdtContent>${p(runs)}</w:sdtContent></w:sdt>`)).toEqual([
    'paragraph  a b c-defg',
    'not read: 1 hidden text',
  ]);
});

const numbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="deep"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/></w:lvl></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>`;
const num = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

it('makes nested lists of numbered paragraphs, direct or by style', async () => {
  const styles = [
    style('li', 'List Bullet', `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`),
    style('deep', 'List Bullet 2', `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`),
    style('more', 'List Continue'),
  ].join('');
  const body = [p('a', 'li'), p('b', 'deep'), p('c', 'li'), p('d', 'more'), p('e', 'li', num(0)), p('f', 'li')];
  expect((await read({ body: body.join(''), styles, numbering })).slice(1)).toEqual([
    ...['list', '  item', '    paragraph  a', '    list, ordered', '      item', '        paragraph  b'],
    ...['  item', '    paragraph  c', '    paragraph  d', 'paragraph  e', 'list', '  item', '    paragraph  f'],
  ]);
});

it('tells lists apart by their instance and by what numbers them', async () => {
  const body = [p('a', '', num(1)), p('b', '', num(2)), p('c', '', num(3)), p('d', '', num(3)), p('e', '', num(4))];
  expect((await read({ body: body.join(''), numbering })).slice(1)).toEqual([
    ...['list', '  item', '    paragraph  a', 'list', '  item', '    paragraph  b'],
    // Instances of one definition go on counting.
    ...[
      'list, ordered',
      '  item, number 3',
      '    paragraph  c',
      '  item, number 4',
      '    paragraph  d',
      'paragraph  e',
    ],
  ]);
  const definition = `<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>`;
  const instance = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="9"/>${more}</w:num>`;
  const again = instance(7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
  const counted = [
    ...[p('a', '', num(5)), p('b', '', num(5, 1)), p('c', '', num(5))],
    ...[p('d', '', num(6)), p('e', '', num(6, 1)), p('f', '', num(7)), p('g', '', num(7))],
  ];
  const lines = await read({ body: counted.join(''), numbering: `${definition}${instance(5)}${instance(6)}${again}` });
  expect(lines.filter((line) => line.includes('item')).map((line) => line.trim())).toEqual([
    ...['item, number 5', 'item', 'item, number 6', 'item, number 7', 'item', 'item', 'item'],
  ]);
});

it('reads links by relationship, by anchor and by field, and contents by field, without the numbers of pages', async () => {
  const field = (
    instruction: string,
    result: string,
  ) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = `${p(field(' TOC \\o "1-3" ', r('a title\t12')))}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
    <w:sdtContent>${p('contents')}</w:sdtContent></w:sdt><w:bookmarkStart w:id="0" w:name="one"/>${p('H', 'a')}
    ${p(`<w:bookmarkStart w:id="1" w:name="two"/>${r('I')}`, 'a')}
    ${p(`<w:hyperlink r:id="x">${r('1')}</w:hyperlink><w:hyperlink w:anchor="one">${r('2')}</w:hyperlink>
      <w:hyperlink w:anchor="none">${r('3')}</w:hyperlink>${field('HYPERLINK "https://e.org/"', r('4'))}${field('HYPERLINK \\l "two"', r('5'))}
      <w:fldSimple w:instr=" PAGE ">${r('6')}</w:fldSimple>`)}`;
  expect((await read({ body, styles: headings, links: { x: 'f.ka.docx' } })).slice(1)).toEqual([
    ...['contents', '  entry 1  a title', 'paragraph  contents'],
    ...['heading 1  H', 'heading 1  I', 'paragraph  [1](f.ka.docx)[2](#1 H)[3](#?)[4](https://e.org/)[5](#2 I)6'],
  ]);
});

it('reads pictures by their words, leaves out decoration, reads text boxes', async () => {
  const drawing = (attributes: string, inside = '') =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" ${attributes}>${inside}</wp:docPr></wp:inline></w:drawing></w:r>`;
  const decorative = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>';
  const choice = (content: string) =>
    `<w:r><mc:AlternateContent><mc:Choice>${content}</mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = [
    p(drawing('descr="A"') + drawing('title="B"')),
    p(drawing('descr="x"', decorative)),
    p(r('c ') + drawing('')),
    p(`${r('d')}${choice(`<w:drawing><w:txbxContent>${p('e')}</w:txbxContent></w:drawing>`)}`),
    p('<w:r><w:pict><v:shape alt="F"/></w:pict></w:r>'),
    p('g', 'cap'),
  ];
  expect((await read({ body: body.join(''), styles: style('cap', 'caption') })).slice(1)).toEqual([
    ...['figure “A”', 'figure “B”', 'paragraph  c‹figure without alternative text›', 'paragraph  d', 'paragraph  e'],
    ...['figure “F”', 'caption  g'],
  ]);
});

it('reads tables with header rows and spans', async () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a')}${cell('b', '<w:gridSpan w:val="2"/>')}</w:tr>
    <w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr>${cell('c', '<w:vMerge w:val="restart"/>')}${cell('d')}${cell('e')}</w:tr>
    <w:sdt><w:sdtContent><w:tr>${cell('', '<w:vMerge/>')}${cell('f')}${cell('')}</w:tr></w:sdtContent></w:sdt></w:tbl>`;
  expect(await readBody(body)).toEqual([
    ...[
      'table',
      '  row of head',
      '    header of column',
      '      paragraph  a',
      '    header of column, 2 columns',
      '      paragraph  b',
    ],
    ...[
      '  row',
      '    cell, 2 rows',
      '      paragraph  c',
      '    cell',
      '      paragraph  d',
      '    cell',
      '      paragraph  e',
    ],
    ...['  row', '    cell', '      paragraph  f', '    cell'],
  ]);
});

it('reads the numbers of headings as Word counts them, in the language of the paragraph’s mark', async () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${at + 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const levels = level(0, 'upperLetter', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerRoman', '(%3)');
  const numbers = `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>`;
  const body = [
    ...[p('a', 'a', num(1)), p('b', 'a', num(1, 1)), p('c', 'a', num(2, 1)), p('d', 'a', num(1))],
    ...[p('e', 'a', num(1, 2)), p('f', 'a', num(0)), p('g', 'a', `${num(1, 1)}<w:rPr><w:lang w:val="ka-GE"/></w:rPr>`)],
  ];
  expect((await read({ body: body.join(''), styles: headings, numbering: numbers })).slice(1)).toEqual([
    ...['heading 1  A. a', 'heading 1  A.2 b', 'heading 1  A.3 c', 'heading 1  B. d'],
    ...['heading 1  (iii) e', 'heading 1  f', 'heading 1  {ka-GE: B.3 }g'],
  ]);
});

it('reads captions that are kept together as one, and where what they are of stands', async () => {
  const styles =
    style('cap', 'caption') + style('more', 'List Continue Caption', '<w:basedOn w:val="cap"/>') + headings;
  const keep = '<w:keepNext/>';
  const table = (indent: number) =>
    `<w:tbl><w:tblPr><w:tblInd w:w="${indent}"/></w:tblPr><w:tr><w:tc>${p('cell')}</w:tc></w:tr></w:tbl>`;
  const indented = (at: number, left: number) =>
    `<w:lvl w:ilvl="${at}"><w:numFmt w:val="bullet"/><w:pPr><w:ind w:left="${left}"/></w:pPr></w:lvl>`;
  const lists = `<w:abstractNum w:abstractNumId="7">${indented(0, 300)}${indented(1, 600)}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
  const body = [
    ...[p('H', 'a'), p(`<w:bookmarkStart w:name="t"/>${r('c')}`, 'cap', keep), p('d', 'cap', keep), table(0)],
    ...[
      p('e', 'cap'),
      p('f', 'cap'),
      p('i', '', num(1)),
      p('j', '', num(1, 1)),
      p('g', 'more', keep),
      table(300),
      p(''),
    ],
    ...[p('k', '', num(1)), p(`<w:hyperlink w:anchor="t">${r('l')}</w:hyperlink>`)],
  ];
  const cell = ['table', '  row', '    cell', '      paragraph  cell'];
  expect((await read({ body: body.join(''), styles, numbering: lists })).slice(2)).toEqual([
    ...['caption  c d', ...cell, 'caption  e', 'caption  f'],
    ...['list', '  item', '    paragraph  i', '    list', '      item', '        paragraph  j'],
    ...['caption  g', ...cell].map((line) => `    ${line}`),
    ...['  item', '    paragraph  k', 'paragraph  [l](#c d)'],
  ]);
});

it('parts terms from what they mean at the tab', async () => {
  const tabbed = (style_: string) => p(`${r('t')}<w:r><w:tab/></w:r>${r('d')}`, style_);
  expect((await read({ body: tabbed('q') + tabbed(''), styles: style('q', 'Terms') })).slice(1)).toEqual([
    ...['paragraph  t', 'paragraph  d', 'paragraph  t d'],
  ]);
});

it('gathers footnotes at the end, leaves their marks where they are called, and reads quotes as one', async () => {
  const styles = style('q', 'Quote');
  const footnotes = `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' n')}`)}</w:footnote>`;
  const body = p(`${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`) + p('b', 'q') + p('c', 'q') + p('d');
  expect((await read({ body, styles, footnotes })).slice(1)).toEqual([
    ...[
      'paragraph  a‹note 1›.',
      'quote',
      '  paragraph  b',
      '  paragraph  c',
      'paragraph  d',
      'note 1',
      '  paragraph  n',
    ],
  ]);
});

it('knows the names of the strict edition under any prefix', async () => {
  const files = unzipSync(rawDocx({ body: p('a', 't'), styles: style('t', 'Title') }));
  const strict = Object.entries(files).map(([name, bytes]) => {
    const text = strFromU8(bytes)
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replace(/\bw:/g, 'word:')
      .replaceAll('xmlns:w=', 'xmlns:word=');
    return [name, strToU8(text)];
  });
  const found = await outlineOf(zipSync(Object.fromEntries(strict)), 'docx');
  expect(printOutline(found)).toBe('language not stated\nheading 1  a\n');
});

it.each([
  ['no zip', new TextEncoder().encode('no zip')],
  ['no document', rawDocx({ body: '<w:p>' })],
])('refuses a file: %s', async (_, bytes) => {
  await expect(outlineOf(bytes, 'docx')).rejects.toMatchObject({ diagnostics: [{ code: 'outline-unreadable' }] });
});

it('says of a file that unpacks to far more than a document that it does', async () => {
  const bomb = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
  // The size that the directory at the file's end tells (PKWARE's APPNOTE, 4.3.12).
  const directory = Buffer.from(bomb.buffer, bomb.byteOffset).indexOf('PK\x01\x02');
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 257 * 2 ** 20, true);
  await expect(outlineOf(bomb, 'docx')).rejects.toMatchObject({
    diagnostics: [
      { code: 'outline-too-large', message: expect.stringMatching(/"word\/document\.xml" .* unpacks to 257 MB/) },
    ],
  });
});

it('refuses a file that is nested too deeply', async () => {
  const bytes = rawDocx({ body: `${'<w:sdt>'.repeat(9999)}${'</w:sdt>'.repeat(9999)}` });
  await expect(outlineOf(bytes, 'docx')).rejects.toMatchObject({ diagnostics: [{ code: 'outline-too-deep' }] });
});

describe('what is nested in other ways than by elements', () => {
  const ref = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const body = `<w:p>${ref(0)}</w:p>`;

  it('notes that refer to each other are read once', async () => {
    const footnotes = [1, 0].map((other, id) => `<w:footnote w:id="${id}">${p(r('n') + ref(other))}</w:footnote>`);
    const { nodes } = await outlineOf(rawDocx({ body, footnotes: footnotes.join('') }), 'docx');
    expect(nodes.filter(({ role }) => role === 'note')).toHaveLength(2);
  });

  it.each([
    [
      'notes in notes',
      { body, footnotes: chain(20, (id) => `<w:footnote w:id="${id}"><w:p>${ref(id + 1)}</w:p>`, '</w:footnote>') },
    ],
    [
      'styles of styles',
      {
        body: p('a', 'S0'),
        styles: chain(
          500,
          (id) => `<w:style w:type="paragraph" w:styleId="S${id}"><w:basedOn w:val="S${id + 1}"/>`,
          '</w:style>',
        ),
      },
    ],
    ['fields in fields', { body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(500)}</w:p>` }],
  ])('refuses %s', async (_, parts) => {
    await expect(outlineOf(rawDocx(parts), 'docx')).rejects.toMatchObject({
      diagnostics: [{ code: 'outline-too-deep' }],
    });
  });
});

function chain(length: number, open: (id: number) => string, close: string): string {
  return Array.from({ length }, (_, id) => open(id) + close).join('');
}
