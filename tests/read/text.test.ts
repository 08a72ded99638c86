/** Texts of data stay texts, whatever they hold; white space folds as in HTML. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/diagnostics.ts';
import type { Document } from '../../src/model/document.ts';
import { plain } from '../../src/model/walk.ts';
import { heavy } from '../tier.ts';
import { around, blocks, read } from './kit.ts';

function paragraph(document: Document | null): string | null {
  const [block] = document?.body[0]?.blocks ?? [];
  return block?.type === 'paragraph' ? plain(block.children) : null;
}
function label(document: Document | null): string | null {
  const block = document?.body[0]?.blocks[1];
  return block?.type === 'aside' ? (block.label?.value ?? null) : null;
}
const both = around('<p>{{v}}</p><aside label="{{v}}"><p>x</p></aside>');

describe('plain text', () => {
  const hostile = [
    '<b>bold</b>',
    '</p><p>',
    '&amp;',
    '&lt;b&gt;',
    '&#60;',
    '{{x}}',
    '{{{x}}}',
    '{{> p}}',
    '*a*',
    '**a**',
    '_a_',
    '"',
    "'",
    '`',
    '=',
    '" onclick="alert(1)',
    "' look='x",
    '<!-- x -->',
    ']]>',
    '<![CDATA[x]]>',
    '<?php ?>',
    '&nbsp;',
    '\\',
    '\\{{x}}',
    '#{x}',
    '%s',
    'https://example.org/?a=1&b=2',
    '[text](javascript:x)',
    'a<b>c',
    '<',
    '>',
    '&',
    '&;',
    'a--b',
    '𝒳',
    'ქართული',
    'e\u0301'.normalize(),
  ];
  /** Signs of a mark where none is taken are shown, and warned of. */
  const faults = ({ diagnostics }: Report) => diagnostics.filter(({ code }) => code !== 'mark-shown');

  test.each(hostile)('%s', async (v) => {
    const { document, report } = await read(both, { data: { v } });
    expect(faults(report)).toEqual([]);
    expect(paragraph(document)).toBe(v);
    expect(label(document)).toBe(v);
  });

  heavy('any text comes out as it went in, folded and composed', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'<>&"\'`={}*_ \n\t#;/!-[]()\\'.split(''), '\u00A0', '\u00AD', 'ა', '{{', '}}', '&amp;', ']]>'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 20 }), async (units) => {
        const v = `a${units.join('')}z`.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, (char) =>
          /[\n\t]/.test(char) ? char : '',
        );
        const { document, report } = await read(both, { data: { v } });
        expect(faults(report)).toEqual([]);
        const expected = v.normalize('NFC').replace(/[ \t\r\n]+/g, ' ');
        expect(paragraph(document)).toBe(expected);
        expect(label(document)).toBe(expected.replaceAll('\u00AD', '').replace(/ +/g, ' '));
      }),
      { numRuns: 400 },
    );
  });
});

describe('white space', () => {
  const cases: readonly (readonly [text: string, ...tree: readonly string[]])[] = [
    ['<p>\n  a\n  b\t c \r\n</p>', '"a b c"'],
    ['<p> a <em> b </em> c </p>', '"a "', 'emphasis', '  "b "', '"c"'],
    ['<p>a<em> b</em></p>', '"a"', 'emphasis', '  " b"'],
    ['<p><em> a </em> <strong> b </strong> </p>', 'emphasis', '  "a "', 'strong', '  "b"'],
    ['<p> <em> </em>a</p>', '"a"'],
    ['<p>a<em></em>b</p>', '"a"', '"b"'],
    ['<p>a <br/> b</p>', '"a"', 'lineBreak', '"b"'],
    ['<p><em>a </em><br/> b</p>', 'emphasis', '  "a"', 'lineBreak', '"b"'],
    ['<p>a&nbsp; &nbsp;b&shy;c</p>', '"a\u00A0 \u00A0b\u00ADc"'],
    ['<p>\u00A0a\u00A0</p>', '"\u00A0a\u00A0"'],
    ['<p>a {{none}} b</p>', '"a b"'],
    ['<p>a{{sp}}b</p>', '"a"', '" "', '"b"'],
    ['<p>a {{sp}} b</p>', '"a "', '"b"'],
    ['<p>a{{#if none}} x{{/if}}.</p>', '"a."'],
    ['<p>e{{accent}}</p>', '"e"', '"\u0301"'],
    ['<p>cafe&#x301;</p>', '"café"'],
  ];
  test.each(cases)('%j', async (text, ...tree) => {
    const data = { none: null, sp: '  ', accent: '\u0301' };
    expect(await blocks(text, { data })).toBe(['paragraph', ...tree.map((each) => `  ${each}`)].join('\n'));
  });
});

describe('properties', () => {
  heavy('random markup gives a document or findings, never a throw', async () => {
    const token = fc.constantFrom(
      '<document>',
      '</document>',
      '<cover>',
      '</cover>',
      '<title>',
      '</title>',
      '<section id="s">',
      '</section>',
      '<h>',
      '</h>',
      '<p>',
      '</p>',
      '<ul>',
      '</ul>',
      '<li>',
      '</li>',
      '<a href="#s">',
      '<a href="x">',
      '</a>',
      '<br/>',
      '<img src="a.svg"/>',
      '<figure>',
      '</figure>',
      '<em',
      '/>',
      '>',
      '"',
      '&amp;',
      '&x;',
      '&',
      'text',
      ' ',
      '{{v}}',
      '<p lang="x y">',
      '<languages/>',
      '<imprint>',
      '</imprint>',
      '<aside>',
      '</aside>',
      '\n',
      ...['<table number="auto">', '</table>', '<caption>', '</caption>', '<body>', '</body>', '<row>', '</row>'],
      ...['<th rowspan="2">', '</th>', '<td colspan="2">', '</td>', '<chart kind="bar">', '</chart>', '<category>'],
      ...['</category>', '<series name="S">', '</series>', '<point value="1">', '</point>', '<columns>', '</columns>'],
      ...['<column>', '</column>', '<column/>', '<note>', '</note>', '<ref to="s"/>', '<contents/>', '<dl>', '</dl>'],
      ...['<dt>', '</dt>', '<dd>', '</dd>', '<quote>', '</quote>', '<rich>', '</rich>', '<abbr title="x">', '</abbr>'],
      ...['<qr href="https://a.ge"/>', '<rich block="true">', '**', '[', ']{lang=ka}', '^['],
    );
    const text = fc.array(token, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, text.map(around), fc.string({ unit: 'binary' })), async (template) => {
        const { document, report } = await read(template, { data: { v: 'x' } });
        expect(document === null).toBe(report.failed);
        for (const { at, code } of report.diagnostics)
          expect([code, at !== null && at.line > 0 && at.column > 0]).toEqual([code, true]);
      }),
      { numRuns: 500 },
    );
  });

  test('elements nested without end', async () => {
    const { document, report } = await read(around(`${'<p>'.repeat(20000)}${'</p>'.repeat(20000)}`));
    expect(document).toBeNull();
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
  });
});
