/** What the reader counts, and what refers to it: sections, tables, figures, charts, notes, contents. */
import { describe, expect, test } from 'vitest';
import type { Document, Inlines } from '../../src/model/document.ts';
import { isCaptioned } from '../../src/model/kinds.ts';
import { blocksOf, plain } from '../../src/model/walk.ts';
import { notesOf } from '../held.ts';
import { line } from '../template/kit.ts';
import { type ReadSetup, read } from './kit.ts';

const cover = '<cover><title>T</title></cover>';
const section = (id: string, inside = '<p>a</p>', attributes = '') =>
  `<section id="${id}" ${attributes}><h>${id}</h>${inside}</section>`;
const table = (attributes = '', caption = '<caption>c</caption>') =>
  `<table ${attributes}>${caption}<body><row><th>a</th></row></body></table>`;
const chart =
  '<chart kind="bar"><caption>c</caption><category>a</category><series name="s"><point value="1">1</point></series></chart>';
const figure = '<figure><img src="a.svg" alt="a"/><caption>c</caption></figure>';

/** Pieces of text, with the language that is not that around them. */
const said = (inlines: Inlines): readonly string[] =>
  inlines.map((node) => `${node.lang === null ? '' : `${node.lang}: `}${plain([node])}`);

async function document(body: string, numbering = '', setup: ReadSetup = {}): Promise<Document> {
  const found = await read(`<document ${numbering}>${cover}${body}</document>`, setup);
  if (found.document === null) throw new Error(found.report.diagnostics.map(line).join('\n'));
  return found.document;
}
async function findings(body: string, numbering = ''): Promise<readonly string[]> {
  const { report } = await read(`<document ${numbering}>${cover}\n${body}</document>`);
  return report.diagnostics.map((found) => line(found).replace('t/document.hbs', ''));
}
const all = 'numbering="sections captions"';
const inGeorgian = { languages: ['ka', 'en'] };

/** `id number` of all that may have one. */
function numbers(found: Document): readonly string[] {
  return [...blocksOf(found)].flatMap((block) =>
    block.type === 'section' || isCaptioned(block)
      ? [`${block.id?.value ?? '-'} ${block.number?.replace('\u00A0', '␣') ?? '-'}`]
      : [],
  );
}
function paragraphs(found: Document): readonly string[] {
  return [...blocksOf(found)].flatMap((block) => (block.type === 'paragraph' ? [plain(block.children)] : []));
}

describe('sections', () => {
  const nested = section('a', section('b', section('c')) + section('d'));
  test.each([
    ['by the document', `${nested}${section('e')}`, all, ['a 1', 'b 1.1', 'c 1.1.1', 'd 1.2', 'e 2']],
    ['not by default', nested, '', ['a -', 'b -', 'c -', 'd -']],
    [
      'but for one',
      section('a') + section('b', section('c'), 'number="none"') + section('d'),
      all,
      ['a 1', 'b -', 'c -', 'd 2'],
    ],
    [
      'one alone',
      section('a') + section('b', section('c') + section('d', '', 'number="none"'), 'number="auto"'),
      '',
      ['a -', 'b 1', 'c 1.1', 'd -'],
    ],
    [
      'and annexes',
      section('a') + section('x', section('y'), 'number="annex"') + section('z', '<p>a</p>', 'number="annex"'),
      all,
      ['a 1', 'x A', 'y A.1', 'z B'],
    ],
    [
      'through columns',
      section(
        'a',
        `<columns><column>${section('b')}</column><column>${section('c')}</column></columns>${section('d')}`,
      ),
      all,
      ['a 1', 'b 1.1', 'c 1.2', 'd 1.3'],
    ],
  ])('numbered %s', async (_, body, numbering, expected) =>
    expect(numbers(await document(body, numbering))).toEqual(expected),
  );

  test('annexes by the letters of the language, and on after the last', async () => {
    const many = Array.from({ length: 35 }, (_, index) => section(`s${index}`, '<p>a</p>', 'number="annex"')).join('');
    const letters = async (setup = {}) => numbers(await document(many, '', setup)).map((each) => each.split(' ')[1]);
    expect((await letters(inGeorgian)).join(' ')).toBe(
      'ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ აა აბ',
    );
    expect((await letters()).slice(24)).toEqual(['Y', 'Z', 'AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH', 'AI']);
  });
});

describe('tables, figures and charts', () => {
  test('each kind on its own, in the words of the language; what has no caption is not counted', async () => {
    const body = section('s', table() + figure + chart + table('id="own"') + table('', '') + table('number="none"'));
    expect(numbers(await document(body, all))).toEqual([
      's 1',
      ...['table-1 Table␣1', 'figure-1 Figure␣1', 'chart-1 Chart␣1', 'own Table␣2', '- -', '- -'],
    ]);
    expect(numbers(await document(body, all, inGeorgian)).slice(1, 5)).toEqual([
      ...['table-1 ცხრილი␣1', 'figure-1 სურათი␣1', 'chart-1 დიაგრამა␣1', 'own ცხრილი␣2'],
    ]);
  });
  test('not by default, unless they say so', async () => {
    expect(numbers(await document(section('s', table() + table('number="auto"'))))).toEqual([
      's -',
      '- -',
      'table-1 Table␣1',
    ]);
  });
  test('an id that is made is nobody else’s', async () => {
    const body = section('table-1', table('number="auto"') + table('id="table-2" number="auto"'));
    expect(numbers(await document(body))).toEqual(['table-1 -', 'table-1-x Table␣1', 'table-2 Table␣2']);
  });
});

describe('references', () => {
  const refs = ['a', 'b', 'x', 't', 'f'].map((to) => `<ref to="${to}"/>`).join(' ');
  const body = `${section('a', `<p>${refs}</p>${table('id="t"')}${figure.replace('<figure', '<figure id="f"')}${section('b')}`)}${section('x', '<p>a</p>', 'number="annex"')}`;
  test.each([
    ['numbered', all, {}, 'Section␣1 Section␣1.1 Annex␣A Table␣1 Figure␣1'],
    ['numbered, Georgian', all, inGeorgian, 'თავი␣1 ქვეთავი␣1.1 დანართი␣ა ცხრილი␣1 სურათი␣1'],
    ['not numbered', '', {}, '“a” “b” Annex␣A “c” “c”'],
    ['not numbered, Georgian', '', inGeorgian, '„a“ „b“ დანართი␣ა „c“ „c“'],
  ])('to what is %s, before it is there', async (_, numbering, setup, expected) => {
    const [said] = paragraphs(await document(body, numbering, setup));
    expect(said?.replaceAll('\u00A0', '␣')).toBe(expected);
  });
  test('are links, in the document’s language', async () => {
    const found = await document(section('a', '<p lang="ka">ა <ref to="a"/></p>'), all);
    const [block] = [...blocksOf(found)].filter(({ type }) => type === 'paragraph');
    expect(block?.type === 'paragraph' && block.children[1]).toMatchObject({
      type: 'link',
      lang: 'en',
      target: { type: 'place', id: { value: 'a' } },
    });
  });
  test('in titles that refer to one another come to an end', async () => {
    const knot = `<section id="a"><h>A <ref to="b"/></h><p>a</p></section><section id="b"><h>B <ref to="a"/></h><contents/></section>`;
    const found = await document(knot);
    const [contents] = [...blocksOf(found)].filter((block) => block.type === 'contents');
    expect(contents?.entries.map(({ title }) => plain(title))).toEqual(['A']);
  });
});

describe('contents', () => {
  const inside = (contents: string) =>
    section('a', `${contents}${table()}${figure}${chart}${table('number="none"')}${section('b', section('c'))}`);
  const entries = async (contents: string, numbering = all) => {
    const [found] = [...blocksOf(await document(inside(contents), numbering))].flatMap((block) =>
      block.type === 'contents' ? [block] : [],
    );
    return found?.entries.map(
      ({ level, id, number, title }) => `${level} ${id} ${number?.replace('\u00A0', '␣')} ${plain(title)}`,
    );
  };
  test.each([
    ['<contents/>', ['1 a 1 a', '2 b 1.1 b']],
    ['<contents of="sections" depth="1"/>', ['1 a 1 a']],
    ['<contents depth="3"/>', ['1 a 1 a', '2 b 1.1 b', '3 c 1.1.1 c']],
    ['<contents of="tables"/>', ['1 table-1 Table␣1 c']],
    ['<contents of="figures"/>', ['1 figure-1 Figure␣1 c', '1 chart-1 Chart␣1 c']],
  ])('%s', async (contents, expected) => expect(await entries(contents)).toEqual(expected));
  test('do not list the section that holds them, unless it is numbered', async () => {
    const body = section('toc', '<contents/>', 'number="none"') + section('a') + section('b', '<contents/>');
    const lists = [...blocksOf(await document(body, all))].flatMap((block) =>
      block.type === 'contents' ? [block.entries.map(({ id }) => id)] : [],
    );
    expect(lists).toEqual([
      ['a', 'b'],
      ['toc', 'a', 'b'],
    ]);
  });
  test('titles without notes and marks', async () => {
    const found = await document(
      `<section id="a" number="auto"><h>One<br/>and <em>two</em></h><contents/><contents of="tables"/>${table('number="auto"', '<caption>x<note>n</note> y</caption>')}</section>`,
    );
    const titles = [...blocksOf(found)].flatMap((block) =>
      block.type === 'contents' ? block.entries.map(({ title }) => plain(title)) : [],
    );
    expect(titles).toEqual(['One and two', 'x y']);
  });
  test('titles with their languages, wherever these are said', async () => {
    const title = '<h>A <em>view <span lang="be">Мінска<br/></span></em>and <span lang="en">us</span></h>';
    const body = `<section id="toc"><h>C</h><contents/></section><section id="a">${title}<p lang="be"><ref to="a"/></p></section>
<section id="b" lang="de"><h>Eins</h><contents/></section><section id="c"><h lang="de">Zwei</h><p>x</p></section>`;
    const blocks = [...blocksOf(await document(body, ''))];
    const lists = blocks.flatMap((block) =>
      block.type === 'contents' ? [block.entries.map(({ title }) => said(title))] : [],
    );
    expect(lists).toEqual([
      [['A view ', 'be: Мінска ', 'and us'], ['de: Eins'], ['de: Zwei']],
      // From within German.
      [['en: C'], ['en: A view ', 'be: Мінска ', 'en: and us'], ['Zwei']],
    ]);
    const [link] = blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
    expect(link?.type === 'link' && [link.lang, ...said(link.children)]).toEqual([
      'en',
      '“A view ',
      'be: Мінска ',
      'and us”',
    ]);
  });
});

test.each([
  [
    '<table><source>6</source><foot><row><th>5</th></row></foot><head><row><th>3</th></row></head><caption>2</caption><body><row><td>4</td></row></body></table>',
    '<ul><li>7</li></ul>',
  ],
  ['<quote><source>3</source><p>2</p></quote>', '<p>4</p>'],
  ['<figure><description><p>3</p></description><img src="a.svg" alt="a"/><caption>2</caption></figure>', '<p>4</p>'],
  [
    '<ul><li><quote><source>4</source><p>2</p><ul><li>3</li></ul></quote><table><source>6</source><body><row><th>5</th></row></body></table></li></ul>',
    '<p>7</p>',
  ],
])('notes are counted in reading order, a source last, wherever a template writes it: %s', async (...markup) => {
  const noted = ['<p>1</p>', ...markup].join('').replace(/>(\d)</g, '>$1<note>$1</note><');
  const notes = notesOf(await document(section('a', noted)));
  expect(notes.map(({ number }) => number)).toEqual(notes.map((_, index) => index + 1));
  expect(notes.map(({ children }) => plain(children))).toEqual(notes.map(({ number }) => String(number)));
});

describe('refused', () => {
  test.each([
    [
      '<section id="a"><h>a</h><p><ref to="b"/></p></section>',
      'unknown-reference :2:33 Nothing in the document has the id "b".',
    ],
    [
      `<section id="a"><h>a</h><p>x <ref to="t"/></p>${table('id="t"', '')}</section>`,
      'reference-without-words :2:35 The target "t" has neither a number nor a title.',
    ],
    [
      section('a', table('number="auto"', '')),
      'number-without-caption :2:33 The table is numbered, but its caption is missing.',
    ],
    [section('a', table('number="yes"')), 'bad-value :2:33 "yes" is not an allowed value for "number" of <table>.'],
    [section('a', '<p>a</p>', 'number="1"'), 'bad-value :2:17 "1" is not an allowed value for "number" of <section>.'],
    [
      section('a', section('b', '', 'number="auto"')),
      'bad-value :2:42 A section in a section without a number cannot have a number.',
    ],
    [
      section('a', section('b', '', 'number="annex"'), 'number="auto"'),
      'bad-value :2:55 Only a section of the body can be an annex.',
    ],
    [
      section('a', '<contents of="tables"/>'),
      'empty-contents :2:36 The document does not have numbered tables to list.',
    ],
    [
      section('a', '<contents of="charts"/>'),
      'bad-value :2:36 "charts" is not an allowed value for "of" of <contents>.',
    ],
    [section('a', '<contents depth="6"/>'), 'bad-value :2:36 The depth of the contents cannot be "6".'],
    [section('a', '<p>a<note> </note></p>'), 'empty-element :2:30 The footnote is empty.'],
  ])('%s', async (body, finding) => {
    const found = await findings(body);
    expect(found[0]).toBe(finding);
  });
  test('numbering of what is not numbered', async () => {
    expect(await findings(section('a'), 'numbering="all"')).toEqual([
      'bad-value :1:11 "all" is not an allowed value for "numbering".',
    ]);
  });
});

test('a picture that tells nothing is not counted, whatever its figure asks for', async () => {
  const decoration = '<figure number="auto"><img src="a.svg" decorative="true"/><caption>c</caption></figure>';
  const found = await document(section('s', `${decoration}${figure}`), all);
  expect(numbers(found)).toEqual(['s 1', '- -', 'figure-1 Figure␣1']);
});
