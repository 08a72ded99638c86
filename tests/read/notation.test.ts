/** Marks in texts of data: what each says, what stays text, what is refused at the data's place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Inline, Inlines } from '../../src/model/document.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { around, blocks, read } from './kit.ts';

/** What stands in the only paragraph. */
async function said(v: string): Promise<string> {
  return (await blocks('<p><rich>{{v}}</rich></p>', { data: { v } }))
    .replace(/^paragraph\n/, '')
    .replace(/^ {2}/gm, '');
}
const block = (v: string) => blocks('<rich block="true">{{v}}</rich>', { data: { v } });

describe('marks', () => {
  const cases: readonly (readonly [text: string, ...tree: readonly string[]])[] = [
    ['plain', '"plain"'],
    ['**a**', 'strong', '  "a"'],
    ['*a*', 'emphasis', '  "a"'],
    ['***a***', 'emphasis', '  strong', '    "a"'],
    ['**a *b* c**', 'strong', '  "a "', '  emphasis', '    "b"', '  " c"'],
    ['**„სათაური“**და', 'strong', '  "„სათაური“"', '"და"'],
    ['**IOM**-ის', 'strong', '  "IOM"', '"-ის"'],
    ['**ა**ში **ბ**', 'strong', '  "ა"', '"ში "', 'strong', '  "ბ"'],
    ['(**a**)', '"("', 'strong', '  "a"', '")"'],
    ['„**a**“', '"„"', 'strong', '  "a"', '"“"'],
    ['[IOM](https://www.iom.int/?a=1&b=2)', 'link web "https://www.iom.int/?a=1&b=2"', '  "IOM"'],
    ['[**a** b](mailto:a@b.ge)', 'link web "mailto:a@b.ge"', '  strong', '    "a"', '  " b"'],
    ['[a](#s)', 'link place "s"', '  "a"'],
    ['see [](#s).', '"see "', 'link place "s"', '  "“H”"', '"."'],
    ['[ა]{lang=ka} b', 'span lang=ka', '  "ა"', '" b"'],
    ['[ა *ბ*]{lang=ka}', 'span lang=ka', '  "ა "', '  emphasis', '    "ბ"'],
    ['[ა](https://a.ge/){lang=ka} b', 'link web "https://a.ge/" lang=ka', '  "ა"', '" b"'],
    ['a^[b *c*].', '"a"', 'note 1', '  "b "', '  emphasis', '    "c"', '"."'],
    ['a^[see [b](https://a.ge/)]', '"a"', 'note 1', '  "see "', '  link web "https://a.ge/"', '    "b"'],
    ['**a^[n]** b^[m]', 'strong', '  "a"', '  note 1', '    "n"', '" b"', 'note 2', '  "m"'],
    ['**a***b*', 'strong', '  "a"', 'emphasis', '  "b"'],
    ['*a***b**', 'emphasis', '  "a"', 'strong', '  "b"'],
    ['**a *b***', 'strong', '  "a "', '  emphasis', '    "b"'],
    ['*a **b***', 'emphasis', '  "a "', '  strong', '    "b"'],
    ['***a* b**', 'strong', '  emphasis', '    "a"', '  " b"'],
    ['a**b**c', '"a"', 'strong', '  "b"', '"c"'],
    ['*[a](#s)*', 'emphasis', '  link place "s"', '    "a"'],
    ['[*a*](#s)', 'link place "s"', '  emphasis', '    "a"'],
    ['[ა [b](#s) გ]{lang=ka}', 'span lang=ka', '  "ა "', '  link place "s"', '    "b"', '  " გ"'],
    ['[a [ბ]{lang=ka} c](#s)', 'link place "s"', '  "a "', '  span lang=ka', '    "ბ"', '  " c"'],
    ['[[ბ]{lang=ka}](#s)', 'link place "s"', '  span lang=ka', '    "ბ"'],
    ['[ა [b]{lang=en} გ]{lang=ka}', 'span lang=ka', '  "ა "', '  span lang=en', '    "b"', '  " გ"'],
    ['**[ა]{lang=ka}**', 'strong', '  span lang=ka', '    "ა"'],
    ['[**ა**]{lang=ka}', 'span lang=ka', '  strong', '    "ა"'],
    ['[ა^[ბ]]{lang=ka}', 'span lang=ka', '  "ა"', '  note 1', '    "ბ"'],
    ['a^[[ბ]{lang=ka}]', '"a"', 'note 1', '  span lang=ka', '    "ბ"'],
    ['[a]( https://a.ge )', 'link web "https://a.ge"', '  "a"'],
    ['a^[b]^[c]', '"a"', 'note 1', '  "b"', 'note 2', '  "c"'],
    ['one\ntwo  \nthree', '"one two three"'],
    [' **a** ', 'strong', '  "a"'],
  ];
  test.each(cases)('%j', async (text, ...tree) => expect(await said(text)).toBe(tree.join('\n')));

  const plain: readonly (readonly [text: string, shown?: string])[] = [
    ['2*3*4'],
    ['a * b * c'],
    ['5*'],
    ['*'],
    ['snake_case_name __init__'],
    ['\\*a\\*', '*a*'],
    ['\\[a\\](b)', '[a](b)'],
    ['a\\^[b]', 'a^[b]'],
    ['[a]'],
    ['a*b*c'],
    ['\\[a\\]{lang=ka}', '[a]{lang=ka}'],
    ['[a] (b)'],
    ['[ ] x'],
    ['# a'],
    ['- a'],
    ['1. a'],
    ['> a'],
    ['`code`'],
    ['    indented', 'indented'],
    ['<b>x</b>'],
    ['<https://a.ge>'],
    ['&amp; &lt;'],
    ['a\\b'],
    ['---'],
    ['{lang=en}'],
    ['C:\\Temp'],
    ['~~a~~'],
    ['| a | b |'],
    ['https://a.ge/x_y_z'],
    ['\uFEFFa', 'a'],
  ];
  test.each(plain.map(([text, shown = text]) => [text, shown] as const))('%j is text', async (text, shown) =>
    expect(await said(text)).toBe(JSON.stringify(shown)),
  );

  test('in words of a template, and beside them', async () => {
    const text = '<p>a <strong><rich>{{v}}</rich></strong><rich> b </rich>c <rich>{{v}} {{v}}</rich></p>';
    expect(await blocks(text, { data: { v: '*x*' } })).toBe(
      [
        'paragraph',
        '  "a "',
        '  strong',
        '    emphasis',
        '      "x"',
        '  " b "',
        '  "c "',
        '  emphasis',
        '    "x"',
        '  " "',
        '  emphasis',
        '    "x"',
      ].join('\n'),
    );
  });

  test('nothing of nothing', async () => {
    expect(await blocks('<p>a<rich>{{v}}</rich></p>', { data: { v: null } })).toBe('paragraph\n  "a"');
  });
});

describe('blocks', () => {
  const cases: readonly (readonly [text: string, ...tree: readonly string[]])[] = [
    ['a\nb', 'paragraph', '  "a b"'],
    ['a\n\nb **c**', 'paragraph', '  "a"', 'paragraph', '  "b "', '  strong', '    "c"'],
    ['- a\n- b', 'list', '  item', '    paragraph', '      "a"', '  item', '    paragraph', '      "b"'],
    ['1. a\n2. b', 'list ordered', '  item', '    paragraph', '      "a"', '  item', '    paragraph', '      "b"'],
    [
      '- a\n\n  b\n  - c',
      'list',
      '  item',
      '    paragraph',
      '      "a"',
      '    paragraph',
      '      "b"',
      '    list',
      '      item',
      '        paragraph',
      '          "c"',
    ],
    ['# a', 'paragraph', '  "# a"'],
    ['a\n---', 'paragraph', '  "a ---"'],
    // Of CommonMark's marks of lists only these two are ours.
    ['+ 5% since 2025', 'paragraph', '  "+ 5% since 2025"'],
    ['40 people*.\n\n* Provisional', 'paragraph', '  "40 people*."', 'paragraph', '  "* Provisional"'],
    ['1) a\n2) b', 'paragraph', '  "1) a 2) b"'],
    ['- a\n- + b', 'list', '  item', '    paragraph', '      "a"', '  item', '    paragraph', '      "+ b"'],
  ];
  test.each(cases)('%j', async (text, ...tree) => expect(await block(text)).toBe(tree.join('\n')));
});

describe('refused at the place of the data', () => {
  test.each([
    ['**a', 'broken-notation data.json:1:5 "**" marks nothing in "**a".'],
    ['a** b', 'broken-notation data.json:1:5 "**" marks nothing in "a** b".'],
    ['[a](b c)', 'broken-notation data.json:1:5 "](" marks nothing in "[a](b c)".'],
    ['a^[b', 'broken-notation data.json:1:5 "^[" marks nothing in "a^[b".'],
    ['[a](relative.html)', 'bad-address data.json:1:5 "relative.html" is not a whole address'],
    ['**a****b**', 'broken-notation data.json:1:5 "**" marks nothing'],
    ['\\[a]{lang=ka}', 'broken-notation data.json:1:5 "]{" marks nothing'],
    ['[a](https://a.ge/b c)', 'broken-notation data.json:1:5 "](" marks nothing'],
    ['[a](javascript:alert)', 'bad-address data.json:1:5'],
    ['[a](https://a.ge "title")', 'broken-notation data.json:1:5 A link must not have a title after its address.'],
    ['[a](<https://a.ge>)', 'bad-address data.json:1:5'],
    ['x [](https://a.ge)', 'empty-link data.json:1:5 The link does not have any words.'],
    ['[a]()', 'missing-target data.json:1:5 The link does not have an address.'],
    ['x [](#nowhere)', 'unknown-reference data.json:1:5 Nothing in the document has the id "nowhere".'],
    ['[a]{lang=x}', 'bad-language data.json:1:5 "x" is not the tag of a language.'],
    ['[a]{lang=zz}', 'bad-language data.json:1:5 "zz" is not the tag of a language.'],
    ['[a]{lang=ka_GE}', 'bad-language data.json:1:5 "ka_GE" is not the tag of a language.'],
    ['[a]{lang="ka"}', 'bad-language data.json:1:5'],
    ['[a]{lang=}', 'bad-language data.json:1:5 "{lang=}" names no language.'],
    ['[a](https://a.ge){lang=}', 'bad-language data.json:1:5 "{lang=}" names no language.'],
    ['a^[ ]', 'empty-element data.json:1:5 The footnote is empty.'],
    ['*a '.repeat(40) + 'a* '.repeat(40), 'too-deep data.json:1:5 Marks are nested more than 24 levels deep'],
    ['a'.repeat(20_001), 'text-too-long data.json:1:5 The text has more than 20000 characters.'],
  ])('%j', async (v, finding) => {
    const found = await blocks('<p><rich>{{v}}</rich></p>', { data: { v } });
    expect(found.split('\n').length, found).toBe(1);
    expect(found.startsWith(finding), found).toBe(true);
  });

  test.each([
    ['<p><rich><em>a</em></rich></p>', 'misplaced-element :2:10 <em> is not allowed in <rich>.\nempty-element :2:1'],
    ['<p><rich look="a">a</rich></p>', 'unknown-attribute :2:10 <rich> has no attribute "look".'],
    ['<p><rich block="yes">a</rich></p>', 'bad-value :2:10 "block" must be "true" or "false", not "yes".'],
    ['<rich>a</rich>', 'misplaced-text :2:7 Text is not allowed in <section>.'],
    ['<p><rich block="true">a</rich></p>', 'misplaced-element :2:23 <p> is not allowed in <p>.'],
    ['<p><a href="#s"><rich>[a](#s)</rich></a></p>', 'misplaced-element :2:23 <a> is not allowed in <a>.'],
    ['<p><a href="#s"><rich>a^[b]</rich></a></p>', 'misplaced-element :2:23 A footnote is not allowed in the link.'],
    ['<p>a<note>b<rich>c^[d]</rich></note></p>', 'misplaced-element :2:18 A footnote is not allowed in the footnote.'],
    [
      '<section id="x"><h><rich>a^[b]</rich></h></section>',
      'misplaced-element :2:26 A footnote is not allowed in the heading.',
    ],
    [`<rich block="true">${'- '.repeat(13)}a</rich>`, 'too-deep :2:20 Marks are nested more than 24 levels deep'],
    ['<rich block="true">7. a</rich>', 'list-start :2:20 A numbered list starts with 7, not 1.'],
    ['<rich block="true">1. a\n2. b\n7. c\n8. d</rich>', 'list-number :2:20 Number 3 of a list is written as 7.'],
  ])('%s', async (text, finding) => {
    const found = await blocks(text);
    expect(found.split('\n').length, found).toBe(finding.split('\n').length);
    expect(found.startsWith(finding), found).toBe(true);
  });

  test('a list that leaves the counting to us', async () => {
    expect(await blocks('<rich block="true">1. a\n1. b\n1. c</rich>')).not.toMatch(/list-/);
  });

  test.each([
    ['[a](tel:+995 32 2)', 'write "tel:+995322".'],
    ['[a](tel:(0322) 20 00 00)', 'write "tel:(0322)200000".'],
    ['[a](https://iom.int/a b)', 'write "https://iom.int/a%20b".'],
    ['[a](#my part)', 'Remove the spaces from the address.'],
    ['[a](#)', 'Known ids: s.'],
    ['a [](#) b', 'Write the id of a section, table, figure or chart after #, or remove [](#).'],
    ['[a](https://iom.int/%zz)', 'Did you mean "https://iom.int/%25zz"?'],
  ])('%s has one fault, and a mend', async (v, mend) => {
    const { report } = await read(around('<p><rich>{{v}}</rich></p>'), { data: { v } });
    expect(report.diagnostics.map(({ hints }) => hints.length)).toEqual([1]);
    expect(report.diagnostics[0]?.hints[0]).toContain(mend);
  });

  test('a mark that is misplaced is told at the data', async () => {
    const text = '<p><a href="#s"><rich>{{v}}</rich></a></p>';
    expect(await blocks(text, { data: { v: '[a](#s)' } })).toMatch(/^misplaced-element data\.json:1:5/);
  });
});

test('texts know both of their places', async () => {
  const { document } = await read(around('<p><rich>{{v}} and *b* {{w}}</rich></p>'), {
    data: { v: '**a**', w: '*c*' },
  });
  const found: string[] = [];
  const visit = (nodes: Inlines): void => {
    for (const node of nodes) {
      if (node.type === 'text') found.push(`${node.value} ${node.at.column} ${node.from.path ?? ''}`);
      else if (node.type !== 'lineBreak') visit(node.children);
    }
  };
  for (const each of blocksOf(document as Document)) if (each.type === 'paragraph') visit(each.children);
  expect(found).toEqual(['a 10 $.v', ' and  16 ', 'b 16 ', '  16 ', 'c 24 $.w']);
});

describe('properties', () => {
  const token = fc.constantFrom(
    ...['**', '*', '[', ']', '](', ')', '{lang=ka}', ']{lang=', '}', '^[', '#s', 'https://a.ge', '\\', '\n', '\n\n'],
    ...['- ', '1. ', '  ', 'ა', 'word', '„', '“', '`', '<b>', '&amp;', '_', '!', '> ', '# ', '\t', '    '],
  );
  const text = fc.array(fc.oneof({ arbitrary: token, weight: 8 }, fc.string({ unit: 'grapheme' })), { maxLength: 30 });
  const only = (v: string) => v.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, (char) => (/[\n\t]/.test(char) ? char : ''));

  test.each([['<p>x<rich>{{v}}</rich></p>'], ['<p>x</p><rich block="true">{{v}}</rich>']])(
    '%s: any text gives a document or findings',
    async (markup) => {
      await fc.assert(
        fc.asyncProperty(text, async (parts) => {
          const { document, report } = await read(around(markup), { data: { v: only(parts.join('')) } });
          expect(document === null).toBe(report.failed);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('no letter is lost', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const v = only(parts.join('')).replace(/https:\/\/a\.ge|lang=|#s/g, '');
        const { document } = await read(around('<p>x<rich>{{v}}</rich></p>'), { data: { v } });
        const [first] = document?.body[0]?.blocks ?? [];
        if (first?.type !== 'paragraph') return;
        const letters = (value: string) => value.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
        const tags = /\]\{?ka\}?/.test(v);
        if (!tags) expect(letters(shown(first.children))).toBe(letters(`x${v}`));
      }),
      { numRuns: 500 },
    );
  });

  test('a text without marks is the text', async () => {
    const piece = fc.constantFrom(
      'a',
      'ბ',
      ' ',
      '  ',
      '\n',
      '„',
      '“',
      '(',
      ')',
      '5',
      ' * ',
      '2*3',
      '_',
      '- ',
      '1. ',
      '#',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const { document } = await read(around('<p>x<rich>{{v}}</rich>y</p><p>x{{v}}y</p>'), {
          data: { v: pieces.join('') },
        });
        const [rich, plain] = (document?.body[0]?.blocks ?? []).map((each) =>
          each.type === 'paragraph' ? shown(each.children) : '',
        );
        expect(rich).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['['.repeat(20_000)],
    ['*a'.repeat(10_000)],
    ['^['.repeat(10_000)],
    ['[a]('.repeat(5000)],
    [`${'^[a]'.repeat(5000)}`],
    ['- '.repeat(10_000)],
    [']{lang=en}'.repeat(2000)],
    ['\\'.repeat(20_000)],
  ])('what is hostile ends: %#', async (v) => {
    const { report } = await read(around('<p>x<rich>{{v}}</rich></p><rich block="true">{{v}}</rich>'), { data: { v } });
    expect(report.diagnostics.length).toBeLessThan(20_000);
  });
});

function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((node) => (node.type === 'text' ? node.value : node.type === 'lineBreak' ? '' : shown(node.children)))
    .join('');
}
