/** The comparison has to tell what is wrong with a file: each change of a finished file is reported as exactly that. */
import { describe, expect, it } from 'vitest';
import { compareOutlines, type Difference } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import { projections, shapeOf } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { aside, document, figure, link, p, section, span, square, text, ul } from '../make.ts';
import { p as paragraph, r, rawDocx, style } from './raw-docx.ts';
import { rawEpub } from './raw-epub.ts';
import { rawPdf } from './raw-pdf.ts';

const sentence = [text('We work '), span('ka', 'აქ'), text(', see '), link('https://iom.int/', 'our site'), text('.')];
const expected = expectedOutline(
  document({
    title: 'Title',
    body: [
      section('one', 'One', [p(sentence), ul(['Red', 'Green', 'Blue'])]),
      section('two', 'Two', [
        figure(square, 'A road'),
        aside([p('Beside')], 'panel', 'Box'),
        p([link('#one', 'Back')]),
      ]),
    ],
  }),
  { name: 'test', extension: 'html' },
);

const html = `<html lang="en"><head><title>Title</title></head><body><h1>Title</h1><h2 id="one">One</h2>
  <p>We work <span lang="ka">აქ</span>, see <a href="https://iom.int/">our site</a>.</p>
  <ul><li>Red</li><li>Green</li><li>Blue</li></ul><h2>Two</h2><img alt="A road">
  <aside aria-label="Box"><p>Beside</p></aside><p><a href="#one">Back</a></p></body></html>`;

const item = (words: string) => paragraph(words, '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const heading = (words: string, id = '') => paragraph(`<w:bookmarkStart w:name="${id}"/>${r(words)}`, 'h');
const body = `${paragraph('Title', 't')}${heading('One', 'one')}
  ${paragraph(`${r('We work ')}${r('აქ', '<w:lang w:val="ka-GE"/>')}${r(', see ')}<w:hyperlink r:id="x">${r('our site')}</w:hyperlink>${r('.')}`)}
  ${item('Red')}${item('Green')}${item('Blue')}${heading('Two')}
  ${paragraph('<w:r><w:drawing><wp:docPr descr="A road"/></w:drawing></w:r>')}${paragraph('Beside')}
  ${paragraph(`<w:hyperlink w:anchor="one">${r('Back')}</w:hyperlink>`)}`;
const docx = (changed: string) =>
  rawDocx({
    body: changed,
    styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
      ${style('t', 'Title')}${style('h', 'heading 1')}`,
    numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    links: { x: 'https://iom.int/' },
    title: 'Title',
  });

const words = [
  'Title',
  'One',
  'We work ',
  '',
  ', see ',
  'our site',
  '.',
  'Red',
  'Green',
  'Blue',
  'Two',
  'Beside',
  'Back',
];
const content = words.map((said, mcid) => {
  const shown = said === '' ? '/F2 9 Tf <00010016>' : `/F1 9 Tf (${said})`;
  return `/P <</MCID ${mcid}>> BDC BT 9 ${700 - (mcid < 2 || mcid > 6 ? 20 * mcid : 50)} Td ${shown} Tj ET EMC `;
});
const li = (mcid: number) => `<< /S /LI /K << /S /LBody /K ${mcid} >> >>`;
const tree = `<< /S /H1 /K 0 >> << /S /H2 /K 1 >> << /S /P /K [2 << /S /Span /Lang (ka) /K 3 >> 4
    << /S /Link /K [5 << /Type /OBJR /Obj << /A << /S /URI /URI (https://iom.int/) >> >> >>] >> 6] >>
  << /S /L /K [${li(7)} ${li(8)} ${li(9)}] >> << /S /H2 /K 10 >> << /S /Figure /Alt (A road) >> << /S /Aside /T (Box) /K << /S /P /K 11 >> >>
  << /S /P /K << /S /Link /K [12 << /Type /OBJR /Obj << /Dest [100 0 R /XYZ 0 690 0] >> >>] >> >>`;
const pdf = (changed: string) =>
  rawPdf({
    pages: [content.join('')],
    trailer: '/Info 8 0 R',
    objects: { 8: '<< /Title (Title) >>' },
    root: `/K << /S /Document /Pg 100 0 R /K [${changed}] >>`,
  });

/** The same page, as XML. */
const epub = (changed: string) => {
  const [, lang = '', body = ''] = /lang="(\w+)">.*<body>([\s\S]*)<\/body>/.exec(changed) ?? [];
  return rawEpub({ lang, title: 'Title', bodies: { 'one.xhtml': body.replace(/<img[^>]*/g, '$&/') } });
};

const encode = (changed: string) => new TextEncoder().encode(changed);
/** Those whose files are written by hand here; what says less is compared in random.test.ts. */
type Tagged = Extract<OutlineFormat, 'html' | 'epub' | 'docx' | 'pdf'>;
const files: Readonly<Record<Tagged, { readonly source: string; readonly make: (changed: string) => Uint8Array }>> = {
  html: { source: html, make: encode },
  docx: { source: body, make: docx },
  pdf: { source: tree, make: pdf },
  epub: { source: html, make: epub },
};

type Change = readonly [from: string, to: string];
async function differ(format: Tagged, [from, to]: Change): Promise<Difference | null> {
  const { source, make } = files[format];
  const changed = source.replace(from, to);
  if (from !== '' && changed === source) throw new Error(`nothing to change: ${from}`);
  return compareOutlines(expected, await outlineOf(make(changed), format), projections[format]);
}

interface Case {
  readonly name: string;
  readonly found: Omit<Difference, 'otherPath'>;
  /** What DOCX reports in another way. */
  readonly inDocx?: Partial<Difference>;
  readonly html?: Change;
  readonly docx?: Change;
  readonly pdf?: Change;
}
const cases: readonly Case[] = [
  {
    name: 'a heading that was lost',
    html: ['<h2>Two</h2>', ''],
    docx: [heading('Two'), ''],
    pdf: ['<< /S /H2 /K 10 >>', ''],
    found: { kind: 'missing', path: 'heading “Two”', message: 'missing: heading 2 “Two”' },
  },
  {
    name: 'a heading that became a paragraph',
    html: ['<h2>Two</h2>', '<p>Two</p>'],
    docx: [heading('Two'), paragraph('Two')],
    pdf: ['/S /H2 /K 10', '/S /P /K 10'],
    found: { kind: 'role', path: 'heading “Two”', message: 'is paragraph “Two”, expected heading 2 “Two”' },
  },
  {
    name: 'a heading of another level',
    html: ['<h2>Two</h2>', '<h3>Two</h3>'],
    pdf: ['/S /H2 /K 10', '/S /H3 /K 10'],
    found: { kind: 'properties', path: 'heading “Two”', message: 'is heading 3 “Two”, expected heading 2 “Two”' },
  },
  {
    name: 'another alternative text',
    html: ['alt="A road"', 'alt="A roof"'],
    docx: ['descr="A road"', 'descr="A roof"'],
    pdf: ['(A road)', '(A roof)'],
    found: {
      kind: 'alternative-text',
      path: '“Two” › figure',
      message: 'says “[figure: A roof]”, expected “[figure: A road]”',
    },
  },
  {
    name: 'no alternative text',
    html: ['alt="A road"', ''],
    docx: ['descr="A road"', ''],
    pdf: ['/Alt (A road)', ''],
    found: {
      kind: 'alternative-text',
      path: '“Two” › figure',
      message: 'says “[figure: no alternative text]”, expected “[figure: A road]”',
    },
  },
  {
    name: 'another language of a part',
    html: ['lang="ka"', 'lang="de"'],
    docx: ['ka-GE', 'de-DE'],
    pdf: ['(ka)', '(de)'],
    found: { kind: 'language', path: '“One” › paragraph', message: '“აქ” is in de, expected ka' },
  },
  {
    name: 'a part without its language',
    html: [' lang="ka"', ''],
    docx: ['<w:lang w:val="ka-GE"/>', ''],
    pdf: ['/Lang (ka)', ''],
    found: { kind: 'language', path: '“One” › paragraph', message: '“აქ” is in en, expected ka' },
  },
  {
    name: 'items in another order',
    html: ['<li>Green</li><li>Blue</li>', '<li>Blue</li><li>Green</li>'],
    docx: [item('Green') + item('Blue'), item('Blue') + item('Green')],
    pdf: [`${li(8)} ${li(9)}`, `${li(9)} ${li(8)}`],
    found: {
      kind: 'order',
      path: '“One” › list › item 2',
      message: 'out of order: item “Blue” comes before item “Green”',
    },
  },
  {
    name: 'an item too many',
    html: ['<li>Blue</li>', '<li>Grey</li><li>Blue</li>'],
    docx: [item('Blue'), item('Grey') + item('Blue')],
    found: { kind: 'extra', path: '“One” › list › item 3', message: 'not in the document: item “Grey”' },
  },
  {
    name: 'an item lost at the end',
    html: ['<li>Blue</li>', ''],
    docx: [item('Blue'), ''],
    pdf: [li(9), ''],
    found: { kind: 'missing', path: '“One” › list › item 3', message: 'missing: item “Blue”' },
  },
  {
    name: 'an ordered list',
    html: ['<ul><li>Red</li><li>Green</li><li>Blue</li></ul>', '<ol><li>Red</li><li>Green</li><li>Blue</li></ol>'],
    pdf: ['/S /L /K', '/S /L /A << /O /List /ListNumbering /Decimal >> /K'],
    found: { kind: 'properties', path: '“One” › list', message: 'is list, ordered “Red”, expected list “Red”' },
  },
  {
    name: 'text that was lost',
    html: ['We work ', ''],
    docx: ['We work ', ''],
    pdf: ['/K [2', '/K ['],
    found: {
      kind: 'text',
      path: '“One” › paragraph',
      message: 'says “აქ, see our site.”, expected “We work აქ, see our site.”',
    },
  },
  {
    name: 'a link that leads elsewhere',
    html: ['https://iom.int/', 'https://iom.int/x'],
    docx: ['r:id="x"', 'w:anchor="one"'],
    pdf: ['(https://iom.int/)', '(https://iom.int/x)'],
    found: {
      kind: 'target',
      path: '“One” › paragraph',
      message: '“our site” leads to https://iom.int/x, expected https://iom.int/',
    },
    inDocx: { message: '“our site” leads to #2 One, expected https://iom.int/' },
  },
  {
    name: 'a link that was lost',
    html: ['<a href="#one">Back</a>', 'Back'],
    docx: ['<w:hyperlink w:anchor="one">', '<w:hyperlink>'],
    pdf: ['/Dest [100 0 R /XYZ 0 690 0]', ''],
    found: { kind: 'target', path: '“Two” › paragraph', message: '“Back” leads to nowhere, expected #2 One' },
    inDocx: { path: '“Two” › paragraph 2' },
  },
  {
    name: 'an aside with another name',
    html: ['aria-label="Box"', 'aria-label="Bag"'],
    pdf: ['(Box)', '(Bag)'],
    found: {
      kind: 'properties',
      path: '“Two” › aside',
      message: 'is aside “Bag” “Beside”, expected aside “Box” “Beside”',
    },
  },
];

describe.each(Object.keys(files) as Tagged[])('%s', (format) => {
  it('finds nothing in a file that says it all', async () => {
    expect(await differ(format, ['', ''])).toBeNull();
  });

  const own = format === 'epub' ? 'html' : format;

  it.each(cases.filter((one) => one[own] !== undefined))('tells $name', async ({ found, inDocx, ...one }) => {
    const change = one[own];
    const difference = change && (await differ(format, change));
    expect(difference).toMatchObject(format === 'docx' ? { ...found, ...inDocx } : found);
  });
});

it('tells a document in another language', async () => {
  expect(await differ('html', ['lang="en"', 'lang="ka"'])).toEqual({
    kind: 'language',
    path: 'document',
    otherPath: 'document',
    message: 'the document is in ka, expected en',
  });
});

it('compares shapes by roles alone', async () => {
  const shape = async (change: Change) => shapeOf(await outlineOf(encode(html.replace(...change)), 'html'));
  const original = await shape(['', '']);
  expect(await shape(['Green', 'Grün'])).toBe(original);
  expect(await shape(['Box', 'Kasten'])).toBe(original);
  for (const change of [
    ['<h2>', '<h3>'],
    ['<li>Blue</li>', ''],
    ['<a href="#one">', '<a>'],
    ['alt="A road"', ''],
  ] as const) {
    expect(await shape(change)).not.toBe(original);
  }
});
