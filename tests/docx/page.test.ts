/** Pictures, links, heads and feet; and nothing in the body that floats. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import {
  aside,
  at,
  columns,
  document,
  figure,
  from,
  l,
  link,
  ol,
  p,
  section,
  square,
  terms,
  text,
  ul,
  w,
} from '../make.ts';
import { themeOf } from '../theme/gza.ts';
import { all, type Element, one, opened, type Package, paragraphs, styleOf, textOf, values } from './kit.ts';

const emblems = (...names: readonly string[]): Block => ({
  type: 'emblems',
  at,
  from: at,
  lang: null,
  items: names.map((name) => ({ at, from: at, lang: null, name: from(w(name)), picture: null })),
});
const languages: Block = {
  type: 'languages',
  at,
  from: at,
  lang: null,
  editions: [
    { lang: l('en'), name: w('English') },
    { lang: l('ka'), name: w('ქართული') },
  ],
};

/** The headers or footers that a section refers to, by type. */
function furniture(pack: Package, sectPr: Element, kind: 'header' | 'footer'): Record<string, Element> {
  const targets = new Map(
    all(pack.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  const references = all(sectPr, `w:${kind}Reference`).map(({ attributes }) => {
    return [attributes['w:type'] ?? '', pack.part(`word/${targets.get(attributes['r:id'])}`)] as const;
  });
  return Object.fromEntries(references);
}

describe('pictures', () => {
  it('stand in line with words, as SVG with a PNG beside it', async () => {
    const body = [section('one', 'One', [figure(square, 'A blue square', 'See')])];
    const pack = await opened(document({ body }));
    const drawing = one(pack.document, 'w:drawing');
    expect(one(drawing, 'wp:inline') && one(drawing, 'wp:docPr').attributes.descr).toBe('A blue square');
    expect(all(drawing, 'adec:decorative')).toEqual([]);
    expect([all(drawing, 'a:blip').length, all(drawing, 'asvg:svgBlip').length]).toEqual([1, 1]);
    expect(paragraphs(pack).slice(-2)).toEqual(['Picture: ', 'Caption: See']);
    const { cx, cy } = one(drawing, 'wp:extent').attributes;
    expect(Number(cx) / Number(cy)).toBeCloseTo(2, 2);
  });

  it('are openly decorative without words', async () => {
    const pack = await opened(document({ body: [section('one', 'One', [figure(square, null)])] }));
    const properties = one(pack.document, 'wp:docPr');
    expect(properties.attributes.descr).toBeUndefined();
    expect(one(properties, 'adec:decorative').attributes.val).toBe('1');
  });

  it('have numbers of their own', async () => {
    const body = [section('one', 'One', [figure(square, 'a'), figure(square, 'b'), figure(square, null)])];
    const pack = await opened(document({ body }));
    const paths = Object.keys(pack.files).filter((path) => /word\/(document|header\d)\.xml$/.test(path));
    const ids = paths.flatMap((path) => all(pack.part(path), 'wp:docPr').map(({ attributes }) => attributes.id));
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('emblems', () => {
  it('without a picture are framed paragraphs; several stand in columns, not in a table', async () => {
    const pack = await opened(document({ before: [emblems('IOM')], imprint: [emblems('Donor', 'Partner'), p('©')] }));
    expect(paragraphs(pack)).toEqual(
      expect.arrayContaining(['EmblemSlot: IOM', 'EmblemSlot: Donor', 'EmblemSlot: Partner']),
    );
    const columns = all(pack.document, 'w:cols').map(({ attributes }) => attributes['w:num']);
    expect(columns).toEqual(['2']);
    expect(all(pack.document, 'w:tbl')).toEqual([]);
  });

  it('have slots of one size, in as many rows as they need', async () => {
    const pack = await opened(document({ imprint: [emblems('a', 'b', 'c', 'd', 'e'), p('©')] }));
    const text = 10091;
    const widths = new Set<number>();
    const sections = all(pack.document, 'w:cols').map((cols) =>
      all(cols, 'w:col').map(({ attributes }) => Number(attributes['w:w'])),
    );
    expect(sections.map((columns) => columns.length)).toEqual([3, 2]);
    const slots = all(pack.document, 'w:p').filter((paragraph) => values(paragraph, 'w:pStyle')[0] === 'EmblemSlot');
    for (const [index, slot] of slots.entries()) {
      const { 'w:left': left, 'w:right': right } = one(slot, 'w:ind').attributes;
      const column = sections[Math.floor(index / 3)]?.[index % 3] ?? text;
      widths.add(Math.round((column - Number(left) - Number(right)) / 10));
    }
    expect(slots).toHaveLength(5);
    expect(widths.size).toBe(1);
  });
});

describe('running text that stays short of the text area', () => {
  it('ends at one edge, in lists, terms and boxes too; in columns there is no such edge', async () => {
    const quiet = await themeOf('tsqnari');
    const blocks = [
      ul(['one']),
      ol(['two']),
      terms([['Term', 'Details']], 'facts'),
      aside([p('In a box.')], 'callout'),
    ];
    const within = columns([ul(['three'])], [p('Four.')]);
    const pack = await opened(document({ body: [section('one', 'One', [p('Words.'), ...blocks, within])] }), {
      theme: quiet,
    });
    const rightOf = (id: string): number => {
      const style = all(pack.styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);
      const own = style && all(style, 'w:ind')[0]?.attributes['w:right'];
      return Number(own ?? 0);
    };
    const edge = Math.round(quiet.looks.page.word.textRight * 20);
    const side = Math.round(quiet.looks.aside.callout?.padding.side.word ?? 0) * 20;
    expect(edge).toBeGreaterThan(0);
    for (const id of ['BodyText', 'ListBullet', 'ListNumber', 'ListContinue', 'Terms'])
      expect([id, rightOf(id)]).toEqual([id, edge]);
    const box = styleOfWords(pack, 'In a box.');
    expect(Math.abs(rightOf(box) - edge - side)).toBeLessThan(20);
    expect(rightOf(styleOfWords(pack, 'three'))).toBe(0);
  });
});

/** The style of the paragraph with these words. */
function styleOfWords(pack: Package, words: string): string {
  const found = all(pack.document, 'w:p').find((each) => textOf(each) === words);
  return found === undefined ? '' : (values(found, 'w:pStyle')[0] ?? '');
}

describe('links', () => {
  it('lead to addresses, sections and the other edition, and tell where', async () => {
    const content = [link('https://iom.int/a?b=1&c=2#d', 'web'), text(' '), link('#two', 'inner')];
    const body = [section('one', 'One', [p(content)]), section('two', 'Two', [])];
    const pack = await opened(document({ before: [languages], body }));
    const targets = new Map(
      all(pack.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id,
        attributes,
      ]),
    );
    const [edition, web, inner] = all(pack.document, 'w:hyperlink').map(({ attributes }) => attributes);
    expect(targets.get(edition?.['r:id'])).toMatchObject({ Target: 'test.ka.docx', TargetMode: 'External' });
    expect(targets.get(web?.['r:id'])).toMatchObject({ Target: 'https://iom.int/a?b=1&c=2#d', TargetMode: 'External' });
    expect(web?.['w:tooltip']).toBe('https://iom.int/a?b=1&c=2#d');
    expect(all(pack.document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])).toContain(
      inner?.['w:anchor'],
    );
  });

  it('name the languages, each in its own', async () => {
    const pack = await opened(document({ before: [languages] }));
    const paragraph = all(pack.document, 'w:p')[0];
    expect(paragraph && textOf(paragraph)).toBe('English | ქართული');
    expect(paragraph && values(one(paragraph, 'w:hyperlink'), 'w:lang')).toEqual(['ka-GE']);
  });

  it('leave out a tip that is longer than Word takes, and shorten long names of places', async () => {
    const long = `https://iom.int/${'a'.repeat(300)}`;
    const name = `s${'x'.repeat(50)}`;
    const body = [section('one', 'One', [p([link(long, 'a'), link(`#${name}`, 'b')])]), section(name, 'Two', [])];
    const pack = await opened(document({ body }));
    const [web, inner] = all(pack.document, 'w:hyperlink').map(({ attributes }) => attributes);
    expect(web?.['w:tooltip']).toBeUndefined();
    const names = all(pack.document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(names).toContain(inner?.['w:anchor']);
    expect(inner?.['w:anchor']).toHaveLength(40);
  });
});

/** So much text as takes half of a page. */
const half = p('A word '.repeat(350).trim());

describe('pages', () => {
  it('open with a cover whose lanes stand behind the text of its own head, openly decorative', async () => {
    const pack = await opened(document());
    const [cover, body] = all(pack.document, 'w:sectPr');
    const head = cover && furniture(pack, cover, 'header').first;
    const anchor = head && one(head, 'wp:anchor');
    expect(cover && all(cover, 'w:titlePg')).toHaveLength(1);
    expect(anchor?.attributes.behindDoc).toBe('1');
    expect(anchor && one(anchor, 'adec:decorative').attributes.val).toBe('1');
    expect(anchor && one(anchor, 'wp:docPr').attributes.descr).toBeUndefined();
    expect(head && all(head, 'w:t')).toEqual([]);
    const opening = body && furniture(pack, body, 'header').first;
    expect(opening && all(opening, 'wp:anchor')).toHaveLength(1);
  });

  it('have nothing in the body that floats, no text box and no table', async () => {
    const blocks = [figure(square, 'a', 'b'), emblems('c'), languages];
    const pack = await opened(document({ before: blocks, body: [section('one', 'One', blocks)], imprint: blocks }));
    const floating = ['wp:anchor', 'w:framePr', 'w:txbxContent', 'v:shape', 'w:pict', 'w:tbl'];
    expect(floating.flatMap((name) => all(pack.document, name))).toEqual([]);
  });

  it.each([
    ['en', 'Page 2 of 2'],
    ['ka', 'გვერდი 2, სულ 2'],
  ])('are numbered by fields, in words of the language: %s', async (lang, words) => {
    const pack = await opened(document({ lang }));
    const body = all(pack.document, 'w:sectPr')[1];
    const foot = body && furniture(pack, body, 'footer').default;
    expect(foot && textOf(foot)).toBe(`IOM${words}`);
    expect(foot && all(foot, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'])).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
  });

  it('are A4 with the theme’s margins', async () => {
    const { document: xml } = await opened(document());
    const [, body] = all(xml, 'w:sectPr');
    const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4);
    const size = body && one(body, 'w:pgSz').attributes;
    const margin = body && one(body, 'w:pgMar').attributes;
    expect([mm(size?.['w:w']), mm(size?.['w:h'])]).toEqual([210, 297]);
    expect(['top', 'right', 'bottom', 'left'].map((side) => mm(margin?.[`w:${side}`]))).toEqual([26, 16, 34, 16]);
  });

  it('go on with a last section and an imprint that would leave most of a page white', async () => {
    const body = [section('one', 'One', [half]), section('two', 'Two', [p('b')])];
    const { document: xml } = await opened(document({ body, imprint: [p('c', 'small')] }));
    expect(all(xml, 'w:sectPr')).toHaveLength(2);
  });

  it('close with the last section and the imprint on a page of their own', async () => {
    const body = [section('one', 'One', [p('a')]), section('two', 'Two', [half])];
    const { document: xml } = await opened(document({ body, imprint: [p('c', 'small')] }));
    expect(all(xml, 'w:sectPr').map((sectPr) => values(sectPr, 'w:type')[0])).toEqual([
      'nextPage',
      'nextPage',
      'nextPage',
    ]);
    const ends = all(xml, 'w:p')
      .filter((paragraph) => all(paragraph, 'w:sectPr').length > 0)
      .map(textOf);
    expect(ends).toEqual(['Support to secure borders', 'a']);
  });

  it('have next to nothing under columns that end a part: on a full page it would begin an empty one', async () => {
    const body = [section('one', 'One', [columns([p('a')], [p('b')])]), section('two', 'Two', [half])];
    const pack = await opened(document({ body, imprint: [p('d', 'small')] }));
    const inOrder = all(pack.document, 'w:p');
    const place = inOrder.findIndex((paragraph) => textOf(paragraph) === 'b');
    const [last, end] = inOrder.slice(place, place + 2);
    const spacing = (paragraph: Element | undefined) =>
      paragraph === undefined ? null : one(paragraph, 'w:spacing').attributes;
    expect(spacing(last)?.['w:after']).toBe('0');
    expect(end && one(end, 'w:pStyle').attributes['w:val']).toBe('PartEnd');
    expect(spacing(styleOf(pack, 'PartEnd'))).toMatchObject({ 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' });
  });

  it('shorten a long title at their heads to one line, and to less of it beside the lanes', async () => {
    const title = 'Minutes of the council of the house of guests '.repeat(4).trim();
    const pack = await opened(document({ title, body: [section('one', 'One', [p('a')])] }));
    const [, body] = all(pack.document, 'w:sectPr');
    const heads = body === undefined ? {} : furniture(pack, body, 'header');
    const wordsOf = (head: Element) => all(head, 'w:t').map(textOf).join('');
    const [under, plain] = ['first', 'default'].map((type) => wordsOf(heads[type] ?? pack.document));
    for (const words of [under, plain]) expect(words).toMatch(/^Minutes of .* …$/);
    expect(plain?.length).toBeGreaterThan((under?.length ?? 0) + 20);
    const short = await opened(document({ title: 'Minutes', body: [section('one', 'One', [p('a')])] }));
    expect(wordsOf(short.part('word/header3.xml'))).toBe('MinutesOne');
  });

  it('cut a title of one word that is wider than the line', async () => {
    const pack = await opened(document({ title: 'M'.repeat(120), body: [section('one', 'One', [p('a')])] }));
    const [, body] = all(pack.document, 'w:sectPr');
    const head = body === undefined ? undefined : furniture(pack, body, 'header').default;
    expect(head && all(head, 'w:t').map(textOf).join('')).toMatch(/^M{9,90} …$/);
  });

  it('have heads and feet also where the back page is all of the body', async () => {
    const pack = await opened(document({ imprint: [p('c', 'small')] }));
    const [cover, back] = all(pack.document, 'w:sectPr');
    expect(all(pack.document, 'w:sectPr')).toHaveLength(2);
    const heads = [cover, back].map((sectPr) => sectPr && furniture(pack, sectPr, 'header').first);
    expect(heads.map((head) => head && textOf(one(head, 'w:p')).includes('Support'))).toEqual([false, true]);
  });
});
