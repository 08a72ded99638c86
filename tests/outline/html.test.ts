import { expect, it } from 'vitest';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { heavy } from '../tier.ts';

async function read(body: string, lang = 'en'): Promise<string[]> {
  const page = `<!doctype html><html lang="${lang}"><title>t</title><body>${body}</body></html>`;
  return printOutline(await outlineOf(new TextEncoder().encode(page), 'html'))
    .trimEnd()
    .split('\n')
    .slice(1);
}

it('folds white space, takes out what only steers line breaking, composes', async () => {
  expect(await read('<p> a\n\tb&nbsp;c&#8239;d e\u2011f g&shy;h i\u2060j k<wbr>l<br>m e\u0301</p>')).toEqual([
    'paragraph  a b c d e-f gh ij kl m é',
  ]);
});

it('knows the language of each run and where the white space between two belongs', async () => {
  expect(await read('<p>a <span lang="ka">ბ </span>c<i lang=""> d</i></p>')).toEqual([
    'paragraph  a {ka: ბ }c {no language: d}',
  ]);
});

it('merges neighbours that differ in nothing', async () => {
  expect(await read('<p>a<b>b</b><span lang="en">c</span></p>')).toEqual(['paragraph  abc']);
});

it('leaves out the skip link, navigation, what is hidden and what is decoration', async () => {
  const lines = await read(`<a href="#m">Skip</a><header><h1>T</h1></header>
    <nav><ol><li><a href="#s">S</a></li></ol></nav>
    <main id="m"><p hidden>h</p><p aria-hidden="true">h</p><img src="x" alt=""><img src="x" alt="a" role="presentation">
    <svg viewBox="0 0 1 1"><path d="M0 0"/></svg><h2 id="s">S</h2></main><script>s</script>`);
  expect(lines).toEqual(['heading 1  T', 'heading 2  S', 'not read: 1 navigation, 2 hidden texts']);
});

it('keeps an internal link that is not a skip link', async () => {
  expect(await read('<main><p><a href="#s">Go</a></p><h2 id="s">S</h2></main>')).toEqual([
    'paragraph  [Go](#1 S)',
    'heading 2  S',
  ]);
});

it('keeps links behind what is to be read, though nothing else is in their part, and where nothing else is', async () => {
  const header = '<header><h1>T</h1><p><a href="#s">Go</a></p></header>';
  const footer = '<footer><p><a href="#s">Go</a></p></footer>';
  expect(await read(`${header}<div><h2 id="s">S</h2></div>${footer}`)).toEqual([
    'heading 1  T',
    'paragraph  [Go](#2 S)',
    'heading 2  S',
    'paragraph  [Go](#2 S)',
  ]);
  expect(await read(footer)).toEqual(['paragraph  [Go](#?)']);
});

it('keeps the navigation that offers languages', async () => {
  const nav =
    '<header><nav><p><a href="n.ka.html" hreflang="ka" lang="ka">ქართული</a> | <b>English</b></p></nav></header>';
  expect(await read(nav)).toEqual(['paragraph  [{ka: ქართული}](n.ka.html) | English']);
});

it('reads pictures by their words, whatever says them', async () => {
  const lines = await read(`<img src="a" alt="A"><p>x <img src="b" alt="B"> y</p><svg role="img" aria-label="C"></svg>
    <svg role="img"><title>D</title></svg><span role="img" aria-label="E">e</span><img src="f"><a href="/g"><img alt="G"></a>`);
  expect(lines).toEqual([
    'figure “A”',
    'paragraph  x‹figure “B”›y',
    'figure “C”',
    'figure “D”',
    'figure “E”',
    'figure without alternative text',
    '[figure “G”](/g)',
  ]);
});

it('puts loose text into paragraphs and does not let a block swallow its neighbours', async () => {
  expect(await read('a<div>b<p>c</p>d</div>e')).toEqual(['a', 'b', 'c', 'd', 'e'].map((text) => `paragraph  ${text}`));
});

it('reads lists, also of terms', async () => {
  const lines = await read('<ol role="list"><li>a<ul><li>b</ul></ol><dl><dt>t<dd>d<dd>e<dt>u<dd>f</dl>');
  expect(lines).toEqual([
    'list, ordered',
    '  item',
    '    paragraph  a',
    '    list',
    '      item',
    '        paragraph  b',
    'terms',
    '  item',
    ...['    paragraph  t', '    paragraph  d', '    paragraph  e'],
    '  item',
    ...['    paragraph  u', '    paragraph  f'],
  ]);
});

it('finds the scope of header cells as HTML does, and spans', async () => {
  const lines = await read(`<table><caption>C</caption><tr><th>a<th>b</tr><tr><th>c<td rowspan=2>d</tr>
    <tr><th scope=row colspan=0>e<td>f</tr></table><table role="presentation"><tr><th>x<td>y</tr></table>`);
  expect(lines).toEqual([
    'caption  C',
    'table',
    ...['  row', '    header of column', '      paragraph  a', '    header of column', '      paragraph  b'],
    ...['  row', '    header of row', '      paragraph  c', '    cell, 2 rows', '      paragraph  d'],
    ...['  row', '    header of row', '      paragraph  e', '    cell', '      paragraph  f'],
    ...['paragraph  x', 'paragraph  y'],
  ]);
});

it('tells head, body and foot of a table, whatever their order', async () => {
  const lines = await read('<table><tfoot><tr><td>c</tfoot><thead><tr><td>a</thead><tr><td>b</table>');
  expect(lines.filter((line) => line.startsWith('  row'))).toEqual(['  row of foot', '  row of head', '  row']);
});

it('reads a caption as one text, and without its words what opens the rest of a figure', async () => {
  const lines = await read(`<figure><img alt="A"><figcaption><b>Figure 1.</b><div>c</div><p>d</p>
    <details><summary>More</summary><p>e</p></details></figcaption></figure>
    <details><summary>More</summary>f</details><details><summary>Question</summary>answer</details>
    <figure><img alt="B" src=""></figure><span role="doc-pagebreak" aria-label="5"></span><details><summary>More</summary>g</details>`);
  expect(lines).toEqual([
    'figure “A”',
    'caption  Figure 1. c d',
    ...['paragraph  e', 'paragraph  f', 'paragraph  Question', 'paragraph  answer'],
    ...['figure “B”', 'paragraph  g'],
  ]);
});

it('gathers notes at the end without ways back and list, and leaves their marks where they are called', async () => {
  const lines = await read(`<p>a<sup><a id="r" href="#n" role="doc-noteref">7</a></sup>.</p>
    <section role="doc-endnotes"><h2>Notes</h2><ol><li id="n" value="7"><p>n <a href="#r" role="doc-backlink">up</a></p></li>
    <li lang="ka">მ</li></ol></section><p>b</p>`);
  expect(lines).toEqual([
    ...['paragraph  a‹note 7›.', 'paragraph  b'],
    ...['note 7', '  paragraph  n', 'note 8', '  paragraph  {ka: მ}'],
  ]);
});

it('reads a quote with whose it is', async () => {
  const lines = await read('<figure><blockquote><p>q</p></blockquote><figcaption>s</figcaption></figure>');
  expect(lines).toEqual(['quote', '  paragraph  q', '  paragraph  s']);
});

it('reads ARIA roles in place of elements', async () => {
  const lines =
    await read(`<div role="heading" aria-level="3">h</div><div role="list"><div role="listitem">i</div></div>
    <section role="complementary" aria-label="L">c</section><div role="doc-footnote">n</div><blockquote>q</blockquote>`);
  expect(lines).toEqual([
    'heading 3  h',
    ...['list', '  item', '    paragraph  i'],
    ...['aside “L”', '  paragraph  c'],
    ...['quote', '  paragraph  q'],
    ...['note', '  paragraph  n'],
  ]);
});

it('names an aside by the words in it that name it', async () => {
  const lines = await read('<aside role="region" aria-labelledby="n"><p id="n">Name</p><p>t</p></aside>');
  expect(lines).toEqual(['aside “Name”', '  paragraph  Name', '  paragraph  t']);
});

it('names a place by the heading or caption in it or the heading above it, and a dead link', async () => {
  const lines = await read(`<h1>T</h1><section id="s"><div><h2>S</h2></div><p id="p">p</p></section>
    <div id="t"><table><caption>Table 1</caption><tr><td>c</table></div><p id="q">q</p>
    <p><a href="#s">1</a>, <a href="#p">2</a> <a href="#none">3</a> <a href="https://e.org/%E1%83%90">4</a>
    <a href="#t">5</a> <a href="#q">6</a></p>`);
  expect(lines.at(-1)).toBe('paragraph  [1](#2 S), [2](#2 S) [3](#?) [4](https://e.org/ა) [5](#Table 1) [6](#2 S)');
});

it('refuses a page that is nested too deeply', async () => {
  await expect(read('<div>'.repeat(100_000))).rejects.toMatchObject({ diagnostics: [{ code: 'outline-too-deep' }] });
});

heavy('refuses a small page of which the parser makes very many elements', async () => {
  const marks = Array.from({ length: 2000 }, (_, n) => `<b id="b${n}">`).join('');
  await expect(read(`<p>${marks}${'<p>a'.repeat(2000)}`)).rejects.toMatchObject({
    diagnostics: [{ code: 'outline-too-large' }],
  });
});

it('knows a region by the words that name it, wherever they stand', async () => {
  const lines = await read('<h2 id="n">Name</h2><aside aria-labelledby="n"><p>a</p></aside>');
  expect(lines.some((line) => line.includes('aside') && line.includes('Name'))).toBe(true);
});

it('says the name that the author gives instead of the words, where the role takes one', async () => {
  const lines = await read(`<h2 aria-label="Named">Written</h2><p aria-label="ignored">Words</p>
    <p><a href="/a" aria-label="Full words">More</a>, <a href="/b" aria-labelledby="x y">this</a></p>
    <p id="x">Read <b>the</b></p><p id="y"><img alt="map"></p>
    <table><tr><th aria-label="Number of people">No.</th><td aria-label="ignored">7</td></tr></table>`);
  expect(lines).toEqual([
    'heading 2  Named',
    'paragraph  Words',
    'paragraph  [Full words](/a), [Read the map](/b)',
    'paragraph  Read the',
    'figure “map”',
    'table',
    '  row',
    '    header of row',
    '      paragraph  Number of people',
    '    cell',
    '      paragraph  7',
  ]);
});

it('tells links without words, words that are hidden, and reads the words of a drawing', async () => {
  const lines =
    await read(`<p><a href="/y"></a> <a href="/z"><img alt=""></a> <a href="/t" title="By its title"></a></p>
    <p><span aria-hidden="true">kept back</span> <span aria-hidden="true">→</span> said</p>
    <div style="display:none"><img alt="Unseen"></div>
    <svg><title></title><g><text>one</text><text>two</text></g></svg>`);
  expect(lines).toEqual([
    'paragraph  [By its title](/t)',
    'paragraph  said',
    'paragraph  one',
    'paragraph  two',
    'not read: 2 links without words, 2 hidden texts',
  ]);
});

it('reads tables by the roles of their cells, whatever the tags', async () => {
  const lines = await read(`<table><tr><td role="columnheader">Name</td><td role="columnheader">Age</td></tr>
    <tr><td role="rowheader">Linda</td><th role="cell">33</th></tr></table>
    <div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">A</span></div></div>
    <div role="row"><span role="cell" aria-colspan="2">b</span></div></div>
    <h3 role="unknown none">Bare</h3><h3 role="presentation" aria-label="Kept">x</h3>`);
  expect(lines.filter((line) => !line.includes('row'))).toEqual([
    'table',
    '    header of column',
    '      paragraph  Name',
    '    header of column',
    '      paragraph  Age',
    '      paragraph  Linda',
    '    cell',
    '      paragraph  33',
    'table',
    '    header of column',
    '      paragraph  A',
    '    cell, 2 columns',
    '      paragraph  b',
    'paragraph  Bare',
    'heading 3  Kept',
  ]);
  expect(lines).toContain('    header of row');
});

it.each([
  ['blockquote { display: none }', '<blockquote>gone</blockquote>'],
  ['.off, p { visibility: hidden }', '<p>gone</p>'],
  ['@media screen { main > .off { display: none } }', '<main><div class="off">gone</div></main>'],
  ['#a [data-x^="y"] { content-visibility: hidden }', '<div id="a"><i data-x="yz">gone</i></div>'],
  ['.on { display: block } p.on { display: none }', '<p class="on">gone</p>'],
  ['p { display: none !important }', '<p style="display: block">gone</p>'],
  ['p:not(:target, .shown) { display: none }', '<p>gone</p>'],
])('leaves out what a style sheet hides, and counts it: %s', async (sheet, body) => {
  expect(await read(`<style>${sheet}</style>${body}`)).toEqual(['not read: 1 hidden text']);
});

it.each([
  '@media print { p { display: none } }',
  '@media (max-width: 30em) { p { display: none } }',
  'p:hover, p::before { display: none }',
  'p { display: none } body p { display: block }',
  'p { display: none !important } p { display: block !important }',
  'h1 p, ul > p { display: none }',
  'li:has(p)::before, p:not(a b)::after, p:not(p) { display: none }',
])('reads what a style sheet does not hide: %s', async (sheet) => {
  expect(await read(`<style>${sheet}</style><p>here</p>`)).toEqual(['paragraph  here']);
});

heavy('says of a style sheet with more comparisons than are made that it was not read', async () => {
  const rules = Array.from({ length: 1500 }, (_, index) => `.a${index}{display:none}`).join('');
  const words = '<p class="none">here</p>'.repeat(1500);
  expect((await read(`<style>${rules}</style>${words}`)).at(-1)).toBe('not read: 1 style sheet');
});

it('says which style sheets may hide more than was read', async () => {
  const body = '<link rel="stylesheet" href="a.css"><style>p:nth-child(2) { display: none }</style><p>here</p>';
  expect(await read(body)).toEqual(['paragraph  here', 'not read: 2 style sheets']);
  expect(await read('<style>p { display: none }</style><p hidden style="display: block">here</p>')).toEqual([
    'paragraph  here',
  ]);
});

it('keeps the numbers of items where they say more than the place', async () => {
  const lines = await read(`<ol><li>a</li><li>b</li></ol><ol start="7"><li>c</li><li value="9">d</li><li>e</li></ol>
    <ol reversed><li>f</li><li>g</li></ol><ol start="0"><li>h</li></ol><ul><li value="4">i</li></ul>`);
  expect(lines.filter((line) => line.includes('item')).map((line) => line.trim())).toEqual([
    ...['item', 'item', 'item, number 7', 'item, number 9', 'item, number 10', 'item, number 2', 'item, number 1'],
    ...['item, number 0', 'item'],
  ]);
});
