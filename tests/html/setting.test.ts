import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/languages.ts';
import type { Lang } from '../../src/model/document.ts';
import { element } from '../../src/write/xhtml/element.ts';
import { setInlines } from '../../src/write/xhtml/inlines.ts';
import { htmlSyntax, serialize } from '../../src/write/xhtml/syntax.ts';
import { emphasis, l, lineBreak, link, strong, text } from '../make.ts';
import { textOf } from './page.ts';

const context = {
  language: languageOf(l('ka')),
  addresses: { picture: () => '', place: (id: string) => `#${id}`, edition: (lang: string) => `brochure.${lang}.html` },
  lang: l('ka'),
  notes: [],
  stressed: new Set<Lang>(),
};
const set = (...nodes: Parameters<typeof setInlines>[0][number][]) => serialize(setInlines(nodes, context), htmlSyntax);
const said = (markup: string) => parseFragment(markup).childNodes.map(textOf).join('');

describe('setting text', () => {
  it('binds in spans that do not wrap', () => {
    expect(set(text('საერთაშორისო ორგანიზაცია 1951 წელს შეიქმნა და დღეს IOM-ის საქმიანობა გრძელდება.'))).toBe(
      'საერთაშორისო ორგანიზაცია <span class="nb">1951 წელს</span> შეიქმნა ' +
        '<span class="nb words">და დღეს</span> <span class="nb">IOM-ის</span> საქმიანობა გრძელდება.',
    );
  });
  it('names groups that the narrowest windows may not hold, and binds no words that few lines hold', () => {
    expect(set(text('დეკემბერი, 2027'))).toBe('<span class="nb long">დეკემბერი, 2027</span>');
    const long = 'საერთაშორისო ურთიერთდაკავშირებულობა განმავითარებელ ურთიერთთანამშრომლობა';
    expect(set(text(long))).toBe(long);
  });
  it('leaves out the soft hyphens of a text, which screen readers spell and copies carry along', () => {
    expect(set(text('საერ\u00ADთა\u00ADშორისო 19\u00AD51 წელს შექმნა და სხვა მრავალი'))).toBe(
      'საერთაშორისო <span class="nb">1951 წელს</span> შექმნა <span class="nb words">და სხვა</span> მრავალი',
    );
  });
  it('binds across the edges of elements as far as each piece goes', () => {
    expect(set(strong('25'), text(' % სრულად გადახდილი თანხისა'))).toContain(
      '<strong>25</strong><span class="nb"> %</span>',
    );
    expect(set(text('ეს არის '), emphasis('და'), text(' სხვა შემთხვევა საკითხისა'))).toContain(
      '<em>და</em><span class="nb words"> სხვა</span>',
    );
  });
  it('tells addresses that are written out from those that are not', () => {
    expect(set(link('https://www.iom.int/', 'iom.int'))).toBe('<a href="https://www.iom.int/" data-spelt>iom.int</a>');
    expect(set(link('https://www.iom.int/a', 'iom.int'))).not.toContain('data-spelt');
    expect(set(link('mailto:a@iom.int', 'a@iom.int'))).toContain('data-spelt');
    expect(set(link('https://a.int/?x=1&y="2', 'a'))).toContain('href="https://a.int/?x=1&amp;y=%222"');
    expect(set(link('https://იუსთიცია.გე/გზა', 'იუსთიცია.გე/გზა'))).toContain('data-spelt');
  });
  it('keeps every character of any text, in any pieces', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('და', '25', '%', 'IOM-ის', 'საერთაშორისო', '№', '–', '<b>', '&amp;', '"'),
        fc.string({ unit: 'grapheme', maxLength: 9 }),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), (pieces) => {
        // What the reader hands over: white space folded, no control characters.
        const texts = pieces.map((piece) => `${piece.join(' ')} `.replace(/[\s\p{Cc}\u00AD]+/gu, ' '));
        const markup = set(
          ...texts.flatMap((value, index) => (index % 2 === 0 ? [text(value)] : [strong(value), lineBreak()])),
        );
        expect(said(markup)).toBe(texts.join(''));
      }),
    );
  });
});

describe('elements', () => {
  it('leave out attributes that are null or false', () => {
    expect(serialize(element('p', { a: null, b: false, c: true, d: 0, e: '<"\'&>' }, 'x<y'), htmlSyntax)).toBe(
      '<p c d="0" e="&lt;&quot;&#39;&amp;&gt;">x&lt;y</p>',
    );
    expect(serialize(element('br'), htmlSyntax)).toBe('<br>');
  });
});
