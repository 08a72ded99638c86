/** Terms, quotes, columns, abbreviations, descriptions, QR codes, shares of items. Blocks start on line 2. */
import { describe, expect, test } from 'vitest';
import { blocks, read } from './kit.ts';

describe('read', () => {
  test.each([
    [
      '<dl look="facts"><dt>a</dt><dd>b</dd><dt lang="ka">ა</dt><dd lang="ka"><p>გ</p><ul><li>დ</li></ul></dd></dl>',
      'terms look=facts\n  term\n    "a"\n  details\n    paragraph\n      "b"\n  term\n    span lang=ka\n      "ა"\n  details\n    paragraph lang=ka\n      "გ"\n    list lang=ka\n      item\n        paragraph\n          "დ"',
    ],
    [
      '<quote><p>a</p><source>b</source></quote><quote lang="ka"><p>ა</p><source>{{none}}</source></quote>',
      'quote\n  paragraph\n    "a"\n  source\n    "b"\nquote lang=ka\n  paragraph\n    "ა"',
    ],
    [
      '<columns><column><p>a</p></column><column lang="ka"><section id="x"><h>b</h><p>c</p></section></column></columns>',
      'columns\n  column\n    paragraph\n      "a"\n  column\n    section lang=ka #x\n      h\n        "b"\n      paragraph\n        "c"',
    ],
    ['<p><abbr title="{{full}}">IOM</abbr>-ის</p>', 'paragraph\n  abbreviation "in full"\n    "IOM"\n  "-ის"'],
    [
      '<figure><img src="a.svg" alt="a"/><description><p>b</p></description></figure>',
      'figure\n  picture "a.svg" svg 4×2\n  alt "a"\n  description\n    paragraph\n      "b"',
    ],
    [
      '<figure width="third" side="right"><img src="a.svg" alt="a"/></figure><figure side="left"><img src="b.svg" alt="b"/></figure>',
      'figure\n  picture "a.svg" svg 4×2\n  third of the width, at the right\n  alt "a"\nfigure\n  picture "b.svg" svg 4×2\n  half of the width, at the left\n  alt "b"',
    ],
    ['<figure><img src="a.svg" alt="a"/><description/></figure>', 'figure\n  picture "a.svg" svg 4×2\n  alt "a"'],
    [
      '<figure><qr href="https://georgia.iom.int/"/><caption>a</caption></figure>',
      'figure\n  picture "qr.svg" svg 3×3\n  alt "QR code: georgia.iom.int"\n  caption\n    "a"',
    ],
    ['<figure><qr href="mailto:a@b.ge" alt="x"/></figure>', 'figure\n  picture "qr.svg" svg 3×3\n  alt "x"'],
    [
      '<ul look="figures"><li share="0.86">a</li></ul>',
      'list look=figures\n  item share=0.86\n    paragraph\n      "a"',
    ],
    [
      '<ul><li><table><body><row><th>a</th></row></body></table></li></ul>',
      'list\n  item\n    table\n      columns start 100%\n      body\n        row\n          header row\n            paragraph\n              "a"',
    ],
    [
      '<aside><dl><dt>a</dt><dd>b</dd></dl></aside>',
      'aside\n  terms\n    term\n      "a"\n    details\n      paragraph\n        "b"',
    ],
  ])('%s', async (text, tree) => {
    expect(await blocks(text, { data: { none: null, full: 'in full' } })).toBe(tree);
  });

  test('parts of a cover', async () => {
    const { document, report } = await read(
      '<document><cover><title>T</title><dl look="cover"><dt>a</dt><dd>b</dd></dl><aside look="notice"><p>c</p></aside></cover></document>',
    );
    expect(report.diagnostics).toEqual([]);
    expect(document?.cover.after.map(({ type }) => type)).toEqual(['terms', 'aside']);
  });
});

describe('refused', () => {
  test.each([
    ['<dl></dl>', 'empty-element :2:1 The list of terms has no terms.'],
    ['<dl><dt>a</dt></dl>', 'term-without-details :2:5 The term is not followed by its details.'],
    ['<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>', 'term-without-details :2:5 The term is not followed by its details.'],
    ['<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>', 'details-without-term :2:25 The details are not after a term.'],
    ['<dl><dt>a</dt><dd></dd></dl>', 'empty-element :2:15 The explanation of the term is empty.'],
    ['<dl><dt>a<note>n</note></dt><dd>b</dd></dl>', 'misplaced-element :2:10 <note> is not allowed in <dt>.'],
    ['<quote><source>a</source></quote>', 'empty-element :2:1 The quote has no words.'],
    [
      '<quote><p>a</p><source>a</source><source>b</source></quote>',
      'second-element :2:34 <quote> has a second <source>.',
    ],
    ['<columns></columns>', 'empty-element :2:1 The columns has no columns.'],
    ['<columns><column/></columns>', 'empty-element :2:10 The column has no content.'],
    [
      '<columns><column><columns><column><p>a</p></column></columns></column></columns>',
      'misplaced-element :2:18 <columns> is not allowed in <column>.',
    ],
    [
      '<columns><column><section id="x"><h>a</h></section></column></columns><p>b</p>',
      'misplaced-element :2:71 <p> comes after a nested section.',
    ],
    ['<p><abbr>IOM</abbr></p>', 'missing-attribute :2:4 <abbr> lacks "title".'],
    ['<p><a href="#s"><strong><ref to="s"/></strong></a></p>', 'misplaced-element :2:25 <ref> is not allowed in <a>.'],
    ['<section id="x"><h>a<note>b</note></h></section>', 'misplaced-element :2:21 <note> is not allowed in <h>.'],
    [
      '<figure><img src="a.svg" alt="a"/><qr href="https://a.ge"/></figure>',
      'second-element :2:35 The figure has a picture',
    ],
    ['<figure><qr href="a.ge"/></figure>', 'bad-address :2:13 "a.ge" is not a whole address.'],
    [`<figure><qr href="https://a.ge/${'a'.repeat(400)}"/></figure>`, 'qr-too-long :2:13 A QR code holds'],
    ['<ul><li share="86%">a</li></ul>', 'bad-value :2:9 "86%" is not an allowed value for "share" of <li>.'],
    ['<ul><li share="-1">a</li></ul>', 'bad-value :2:9 The share that is done must not be less than zero.'],
    [
      '<aside><table><body><row><th>a</th></row></body></table></aside>',
      'misplaced-element :2:8 <table> is not allowed in <aside>.',
    ],
  ])('%s', async (text, finding) => {
    const found = await blocks(text);
    expect(found.split('\n').length, found).toBe(1);
    expect(found.startsWith(finding), found).toBe(true);
  });

  test.each([
    [
      '<cover><title>T</title><columns><column><section id="s"><h>a</h></section></column></columns></cover>',
      'section',
    ],
    ['<cover><title>T</title><p>a<note>b</note></p></cover>', 'note'],
    ['<cover><title>T</title></cover><imprint><ul><li><table/></li></ul></imprint>', 'table'],
  ])('%s', async (text, name) => {
    const { report } = await read(`<document>${text}</document>`);
    expect(report.diagnostics[0]).toMatchObject({ code: 'misplaced-element' });
    expect(report.diagnostics[0]?.message).toContain(`<${name}> is not allowed in <`);
  });
});
