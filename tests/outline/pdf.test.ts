import { expect, it } from 'vitest';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { type RawPdf, rawPdf, stream } from './raw-pdf.ts';

async function read(file: RawPdf): Promise<string[]> {
  return printOutline(await outlineOf(rawPdf(file), 'pdf'))
    .trimEnd()
    .split('\n')
    .slice(1);
}

/** One page with one paragraph of the marks from 0 on. */
async function readText(content: string, marks = 1): Promise<string> {
  const kids = Array.from({ length: marks }, (_, mcid) => mcid).join(' ');
  const [line = ''] = await read({ pages: [content], root: `/K << /S /P /Pg 100 0 R /K [${kids}] >>` });
  return line.replace('paragraph  ', '');
}

const mark = (mcid: number, text: string) => `/P <</MCID ${mcid}>> BDC ${text} EMC\n`;

it('reads text by encoding, by ToUnicode, through escapes and arrays', async () => {
  expect(await readText(mark(0, 'BT /F1 9 Tf (a\\(b\\)\\101\\\nc \\\\) Tj [(d) -300 <65> 10 (\\226)] TJ ET'))).toBe(
    'a(b)Ac \\de–',
  );
  expect(await readText(mark(0, 'BT /F2 9 Tf <000100020030> Tj <0040 0031> Tj ET'))).toBe('აბfi😀-');
  expect(await readText(mark(0, 'BT /F1 9 Tf (\\001\\002x) Tj /F2 9 Tf <0099> Tj ET'))).toBe('ა\uFFFDx\uFFFD');
});

it('says nothing of artifacts and of text that no element claims', async () => {
  const content = `/Artifact BMC BT /F1 9 Tf (head) Tj ET EMC BT /F1 9 Tf (loose) Tj ET ${mark(0, 'BT (said) Tj ET')}${mark(7, 'BT (lost) Tj ET')}`;
  expect(await readText(content)).toBe('said');
});

it('takes the end of a line for a space, but not within a word', async () => {
  const lines = (...texts: string[]) =>
    mark(0, `BT /F1 9 Tf 12 TL 9 700 Td ${texts.map((text) => `(${text}) Tj T*`).join(' ')} ET`);
  expect(await readText(lines('one', 'two ', 'three'))).toBe('one two three');
  expect(await readText(lines('well-', 'known 2024\\226', '25 a/', 'b \\226', 'c'))).toBe('well-known 2024–25 a/b – c');
  expect(await readText(mark(0, 'BT /F1 9 Tf 9 700 Td (one) Tj 30 0 Td (two) Tj 0 4 Td (2) Tj ET'))).toBe('onetwo2');
  const columns = mark(0, 'BT /F1 9 Tf 9 700 Td (one) Tj 200 100 Td (two) Tj ET');
  expect(await readText(columns)).toBe('one two');
});

it('takes a PDF/UA file at its word if it says the spaces at line ends', async () => {
  const lines = (...texts: string[]) =>
    mark(0, `BT /F1 9 Tf 12 TL 9 700 Td ${texts.map((text) => `(${text}) Tj T*`).join(' ')} ET`);
  const claim = {
    catalog: '/Metadata 7 0 R',
    objects: { 7: stream('<x pdfuaid:part="1"/>') },
    root: '/K << /S /P /Pg 100 0 R /K 0 >>',
  };
  expect(await read({ pages: [lines('one ', 'two ', 'georgia.iom', '.int')], ...claim })).toEqual([
    'paragraph  one two georgia.iom.int',
  ]);
  expect(await read({ pages: [lines('one', 'two', 'three ', 'four')], ...claim })).toEqual([
    'paragraph  one two three four',
  ]);
});

it('sees line ends through matrices, next-line operators and marks', async () => {
  expect(
    await readText(
      mark(0, "/F1 9 Tf q 2 0 0 2 0 0 cm BT 1 0 0 1 9 300 Tm (a) Tj ET Q 12 TL BT 1 0 0 1 30 600 Tm (b) Tj (c) ' ET"),
    ),
  ).toBe('ab c');
  expect(await readText(`${mark(0, 'BT /F1 9 Tf 9 700 Td (a) Tj ET')}${mark(1, 'BT 9 680 Td (b) Tj ET')}`, 2)).toBe(
    'a b',
  );
  // Text that runs upward: a step along it is no line end, a step across it is.
  expect(await readText(mark(0, 'BT /F1 9 Tf 0 1 -1 0 50 50 Tm (a) Tj 30 0 Td (b) Tj 0 -12 Td (c) Tj ET'))).toBe(
    'ab c',
  );
});

it('joins a word that a hyphen divides, by its ActualText', async () => {
  const divided = (actual: string) =>
    mark(0, `BT /F1 9 Tf 9 700 Td (bor) Tj /Span <</ActualText ${actual}>> BDC (-) Tj EMC 0 -12 Td (der) Tj ET`);
  expect(await readText(divided('<FEFF00AD>'))).toBe('border');
  expect(await readText(divided('()'))).toBe('border');
  const whole =
    'BT /F1 9 Tf 9 700 Td (a ) Tj /Span <</ActualText (border)>> BDC (bor-) Tj 0 -12 Td (der) Tj EMC (, b) Tj ET';
  expect(await readText(mark(0, whole))).toBe('a border, b');
});

it('joins a word that is said whole where it begins, and says nothing in the next lines', async () => {
  const whole = mark(
    0,
    `BT /F1 9 Tf 9 700 Td (a ) Tj /Span <</ActualText (borders)>> BDC (bor-) Tj EMC 0 -12 Td
/Span <</ActualText ()>> BDC (d-) Tj EMC 0 -12 Td /Span <</ActualText ()>> BDC (ers) Tj EMC (, b) Tj ET`,
  );
  expect(await readText(whole)).toBe('a borders, b');
});

it('reads ActualText in UTF-8, from property resources, on the mark itself, around no glyph at all, once', async () => {
  const resources = '/Properties << /A << /ActualText (named) >> /M << /MCID 1 /Lang (ka) >> >>';
  const content = `/Span <</MCID 0 /ActualText <EFBBBFE18390>>> BDC BT /F1 9 Tf (x) Tj (y) Tj ET EMC
    /P /M BDC /Span /A BDC BT (z) Tj ET EMC /Span <</ActualText ( !)>> BDC EMC EMC`;
  expect(await read({ pages: [content], resources, root: '/K << /S /P /Pg 100 0 R /K [0 1] >>' })).toEqual([
    'paragraph  ა{ka: named !}',
  ]);
});

it('keeps the order of the tree, one element over two pages and content in forms', async () => {
  const form = stream('BT /F1 9 Tf (form) Tj ET', '/Type /XObject /Subtype /Form');
  const own = stream(
    '/P <</MCID 0>> BDC BT /F1 9 Tf (own) Tj ET EMC',
    '/Type /XObject /Subtype /Form /Resources 3 0 R',
  );
  const lines = await read({
    pages: [
      `${mark(0, 'BT /F1 9 Tf (second) Tj ET')}${mark(1, 'BT (first, goes) Tj ET')}`,
      `${mark(0, 'BT /F1 9 Tf (on) Tj ET')}${mark(1, '/X Do')}`,
    ],
    resources: '/XObject << /X 50 0 R /Y 51 0 R >>',
    objects: { 50: form, 51: own },
    root: `/K << /S /Document /Pg 100 0 R /K [
      << /S /P /K [1 << /Type /MCR /Pg 101 0 R /MCID 0 >>] >> << /S /P /K 0 >> << /S /P /Pg 101 0 R /K [1] >>
      << /S /P /K << /Type /MCR /Stm 51 0 R /MCID 0 >> >>] >>`,
  });
  expect(lines).toEqual(['first, goes on', 'second', 'form', 'own'].map((text) => `paragraph  ${text}`));
});

/** A page with the marks 0 to 9, each of which says its number. */
const digits = Array.from({ length: 10 }, (_, mcid) =>
  mark(mcid, `BT /F1 9 Tf 9 ${700 - 20 * mcid} Td (${mcid}) Tj ET`),
).join('');
const tree = (kids: string, root = '') => `/K << /S /Document /Pg 100 0 R /K [${kids}] >> ${root}`;
const readTree = (kids: string, root = '') => read({ pages: [digits], root: tree(kids, root) });

it('follows the role map, keeps Aside, flattens groups', async () => {
  const kids = `<< /S /Sect /K [<< /S /Chapter#20Title /K 0 >> << /S /Aside /T (Box) /K << /S /Div /K << /S /Para /K 1 >> >> >>] >>
    << /S /Loop /K 2 >> << /S /H /K 3 >> << /S /Part /K << /S /Sect /K << /S /Sect /K << /S /H /K 4 >> >> >> >>`;
  expect(
    await readTree(kids, '/RoleMap << /Chapter#20Title /Head /Head /H2 /Para /P /Aside /Sect /Loop /Loop >>'),
  ).toEqual([
    'heading 2  0',
    ...['aside “Box”', '  paragraph  1'],
    'paragraph  2',
    ...['heading 1  3', 'heading 2  4'],
  ]);
});

it('reads languages and alternative texts of elements', async () => {
  const kids = `<< /S /P /K [0 << /S /Span /Lang (ka) /K 1 >> << /S /Span /ActualText (A) /K 2 >>] >>
    << /S /Figure /Lang (ka) /Alt (B) /K [3 << /S /Caption /K 4 >>] >> << /S /Figure /K 5 >>
    << /S /Figure /K [<< /S /Figure /Alt (C) /K 6 >> << /S /Caption /K 7 >>] >> << /S /P /K [8 << /S /Formula /Alt (D) /K 9 >>] >>`;
  expect(await readTree(kids)).toEqual([
    'paragraph  0 {ka: 1}A',
    ...['{ka: figure “B”}', 'caption  {ka: 4}', 'figure without alternative text'],
    ...['figure “C”', 'caption  7', 'paragraph  8‹figure “D”›'],
  ]);
});

it('reads lists in LBody and in L, with labels, captions, classes of attributes', async () => {
  const kids = `<< /S /L /A << /O /List /ListNumbering /Decimal >> /K [<< /S /Caption /K 9 >>
      << /S /LI /K [<< /S /Lbl /K 0 >> << /S /LBody /K [1 << /S /L /C /Dots /K << /S /LI /K << /S /LBody /K << /S /P /K 2 >> >> >> >>] >>] >>
      << /S /LI /K [<< /S /Span /K << /S /Lbl /K 3 >> >> << /S /LBody /K 4 >>] >>
      << /S /L /K << /S /LI /K << /S /LBody /K 5 >> >> >>] >>`;
  expect(
    await readTree(
      kids,
      '/ClassMap << /Dots [<< /O /Layout /Placement /Block >> << /O /List /ListNumbering /Disc >>] >>',
    ),
  ).toEqual([
    'caption  9',
    ...['list, ordered', '  item', '    paragraph  1', '    list', '      item', '        paragraph  2'],
    ...['  item', '    paragraph  4', '    list', '      item', '        paragraph  5'],
  ]);
});

it('reads tables with scopes and spans', async () => {
  const kids = `<< /S /Table /K [<< /S /THead /K << /S /TR /K [<< /S /TH /A << /O /Table /Scope /Column /ColSpan 2 >> /K 0 >>
      << /S /TH /A [<< /O /Layout >> 0 << /O /Table /Scope /Both >>] /K 1 >>] >> >> << /S /TBody /K << /S /TR /K [<< /S /TH /K 2 >>
      << /S /TD /A << /O /Table /RowSpan 3 >> /K << /S /P /K 3 >> >>] >> >> << /S /Caption /K 4 >>] >>`;
  expect(await readTree(kids)).toEqual([
    ...[
      'table',
      '  row of head',
      '    header of column, 2 columns',
      '      paragraph  0',
      '    header of both',
      '      paragraph  1',
    ],
    ...['  row', '    header', '      paragraph  2', '    cell, 3 rows', '      paragraph  3', 'caption  4'],
  ]);
});

it('gathers notes at the end and leaves the marks beside them where they are', async () => {
  const kids = `<< /S /TOC /K << /S /TOCI /K 0 >> >> << /S /P /K << /S /Reference /K << /S /Link /K 6 >> >> >>
    << /S /P /K [1 << /S /Reference /K << /S /Lbl /K 7 >> >> << /S /FENote /K [<< /S /Lbl /K 2 >> << /S /P /K 3 >>] >> 4] >>
    << /S /BlockQuote /K 5 >>`;
  expect(await readTree(kids, '/RoleMap << /FENote /Note >>')).toEqual([
    ...['paragraph  6', 'paragraph  1‹note 7› 4'],
    ...['quote', '  paragraph  5'],
    ...['note 2', '  paragraph  3'],
  ]);
});

it('knows the mark of a note by its label, wherever the note stands', async () => {
  const kids = `<< /S /Table /K << /S /TR /K << /S /TH /K [1 << /S /Reference /K 2 >>] >> >> >>
    << /S /Note /K [<< /S /Lbl /K 2 >> 3] >> << /S /P /K [4 << /S /Reference /K 5 >>] >>`;
  expect(await readTree(kids)).toEqual([
    ...['table', '  row', '    header', '      paragraph  1‹note 2›', 'paragraph  4 5'],
    ...['note 2', '  paragraph  3'],
  ]);
});

it('takes a title for the heading of the whole, above all others', async () => {
  const kids = '<< /S /Title /K 1 >> << /S /H1 /K 2 >> << /S /H2 /K 3 >>';
  expect(await readTree(kids, '/RoleMap << /Title /P >>')).toEqual(['heading 1  1', 'heading 2  2', 'heading 3  3']);
});

it('reads a list as terms if its labels are words of their own', async () => {
  const none = '/A << /O /List /ListNumbering /None >>';
  const item = (label: number) =>
    `<< /S /LI /K [<< /S /Lbl /K ${label} >> << /S /LBody /K << /S /P /K ${label + 1} >> >>] >>`;
  const kids = `<< /S /L ${none} /K [${item(0)} ${item(2)}] >> << /S /L ${none} /K << /S /LI /K << /S /LBody /K 4 >> >> >>
    << /S /L /A << /O /List /ListNumbering /Disc >> /K ${item(5)} >>`;
  expect(await readTree(kids)).toEqual([
    ...['terms', '  item', '    paragraph  0', '    paragraph  1', '  item', '    paragraph  2', '    paragraph  3'],
    ...['list', '  item', '    paragraph  4', 'list', '  item', '    paragraph  6'],
  ]);
});

it('reads a caption as one text, and a link to what it is of as a link to it', async () => {
  const box = '/A << /O /Layout /BBox [9 685 99 695] >>';
  const to = (top: number) => `<< /S /Link /K [8 << /Type /OBJR /Obj << /Dest [100 0 R /XYZ null ${top} 0] >> >>] >>`;
  const kids = `<< /S /H1 /K 0 >> << /S /Figure /Alt (A) ${box} >> << /S /Caption /K [4 << /S /P /K 5 >>] >>
    << /S /H2 /K 3 >> << /S /P /K ${to(695)} >> << /S /P /K ${to(640)} >>`;
  expect((await readTree(kids)).slice(1)).toEqual([
    ...['figure “A”', 'caption  4 5', 'heading 2  3', 'paragraph  [8](#4 5)', 'paragraph'].slice(0, 4),
    'paragraph  [8](#2 3)',
  ]);
});

it('reads where links lead', async () => {
  const link = (mcid: number, annotation: string) =>
    `<< /S /Link /K [${mcid} << /Type /OBJR /Obj << /Subtype /Link ${annotation} >> >>] >>`;
  const kids = `<< /S /H1 /K 0 >> << /S /H2 /K 1 >> << /S /P /K [
    ${link(2, '/A << /S /URI /URI (https://e.org/%E1%83%90) >>')} ${link(3, '/A << /S /GoTo /D [100 0 R /XYZ 9 690 0] >>')}
    ${link(4, '/Dest (named)')} ${link(5, '/A << /S /GoTo /D /old >>')} ${link(6, '/A << /S /GoToR /F << /UF (f.ka.pdf) >> >>')}
    ${link(7, '/A << /S /GoTo /D [101 0 R /Fit] >>')} ${link(8, '/A << /S /JavaScript /JS (x) >>')}] >>`;
  const names = '<< /Kids [<< /Limits [(a) (z)] /Names [(named) << /D [100 0 R /FitH 750] >>] >>] >>';
  const [, , found] = await read({
    pages: [digits, ''],
    root: tree(kids),
    catalog: `/Names << /Dests ${names} >> /Dests << /old [100 0 R /XYZ null 700 null] >>`,
  });
  expect(found).toBe('paragraph  [2](https://e.org/ა) [3](#2 1) [4 5](#1 0) [6](f.ka.pdf) [7](#?) 8');
});

it('survives faults of the file', async () => {
  const cyclic = {
    20: '<< /S /Sect /K [<< /S /P /Pg 100 0 R /K 0 >> 20 0 R 21 0 R 99 0 R null (x) << /S /P /K 5 >>] >>',
    21: '<< /S /P /Pg 98 0 R /K [3] >>',
  };
  const torn = `${digits} ] >> ) /P <</MCID 1>> BDC BI /W 1 ID \u0001(EI x EI\nBT [(`;
  expect(await read({ pages: [torn], root: '/K 20 0 R', objects: cyclic })).toEqual(['paragraph  0']);
});

it.each([
  ['outline-not-tagged', rawPdf({ pages: [''], root: null })],
  ['outline-unreadable', new TextEncoder().encode('no PDF')],
  [
    'outline-encrypted',
    rawPdf({
      pages: [''],
      root: '/K []',
      objects: { 8: '<< /Filter /Standard /V 1 /R 2 >>' },
      trailer: '/Encrypt 8 0 R',
    }),
  ],
  [
    'outline-too-deep',
    rawPdf({ pages: [`/P <</MCID 0>> BDC ${'['.repeat(9999)}`], root: '/K << /S /P /Pg 100 0 R /K 0 >>' }),
  ],
  // Forms that paint forms, a hundred each, without end.
  [
    'outline-too-large',
    rawPdf({
      pages: [mark(0, '/A Do')],
      root: '/K << /S /P /Pg 100 0 R /K 0 >>',
      resources: '/XObject << /A 50 0 R >>',
      objects: { 50: stream('/A Do '.repeat(100), '/Type /XObject /Subtype /Form') },
    }),
  ],
])('refuses a file: %s', async (code, bytes) => {
  await expect(outlineOf(bytes, 'pdf')).rejects.toMatchObject({ diagnostics: [{ code, severity: 'error' }] });
});
