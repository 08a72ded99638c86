/** Real styles, numbering and languages: what Word and assistive technology find in the file. */
import { describe, expect, it } from 'vitest';
import { aside, document, emphasis, figure, li, ol, p, section, span, square, strong, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { all, one, opened, paragraphs, styleOf, textOf, values } from './kit.ts';

const nested = section('one', 'One', [section('two', 'Two', [section('three', 'Three', [p('Deep.')])])]);

describe('styles', () => {
  it('has headings by the names that Word knows, with outline levels, and keeps them with what follows', async () => {
    const pack = await opened(document({ body: [nested] }));
    for (const level of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const style = styleOf(pack, `Heading${level}`);
      expect(values(style, 'w:name')).toEqual([`heading ${level}`]);
      expect(values(style, 'w:outlineLvl')).toEqual([String(level - 1)]);
      expect(all(style, 'w:keepNext')).toHaveLength(1);
    }
    expect(paragraphs(pack).slice(-4)).toEqual([
      'Heading1: One',
      'Heading2: Two',
      'Heading3: Three',
      'BodyText: Deep.',
    ]);
  });

  it('sets a title, leads and small print in styles of their own', async () => {
    const pack = await opened(document({ title: 'A title', after: [p('By', 'byline')], imprint: [p('©', 'small')] }));
    expect(paragraphs(pack)).toEqual(
      expect.arrayContaining(['Title: A title', 'Byline: By', 'BodyText: First paragraph.', 'SmallText: ©']),
    );
  });

  it('defines every style that it uses, and says which ones are not Word’s', async () => {
    const blocks = [ul(['a'], 'route'), ol(['b'], 'stops'), aside([p('c', 'lead'), ul(['d'])], 'callout')];
    const pack = await opened(
      document({ body: [section('one', 'One', [...blocks, figure(square, 'A square', 'e')])] }),
    );
    const defined = new Map(all(pack.styles, 'w:style').map((style) => [style.attributes['w:styleId'], style]));
    const used = ['w:pStyle', 'w:rStyle'].flatMap((name) => values(pack.document, name));
    const linked = ['w:basedOn', 'w:next', 'w:link'].flatMap((name) => values(pack.styles, name));
    const parts = Object.keys(pack.files).filter((path) => /word\/(header|footer)\d|numbering\.xml$/.test(path));
    const elsewhere = parts.flatMap((path) =>
      ['w:pStyle', 'w:rStyle'].flatMap((name) => values(pack.part(path), name)),
    );
    expect([...used, ...linked, ...elsewhere].filter((id) => !defined.has(id))).toEqual([]);
    expect(defined.size).toBe(all(pack.styles, 'w:style').length);
    for (const id of ['Lead', 'EmblemSlot', 'CalloutLead', 'CalloutListBullet'])
      expect(defined.get(id)?.attributes['w:customStyle']).toBe('1');
    for (const id of ['Heading1', 'Title', 'ListBullet', 'Caption', 'Hyperlink'])
      expect(defined.get(id)?.attributes['w:customStyle']).toBeUndefined();
  });

  it('has one default for each kind of style, latent styles and widow control', async () => {
    const { styles } = await opened(document());
    const defaults = all(styles, 'w:style').filter(({ attributes }) => attributes['w:default'] === '1');
    expect(defaults.map(({ attributes }) => attributes['w:styleId']).sort()).toEqual(
      ['DefaultParagraphFont', 'NoList', 'Normal', 'TableNormal'].sort(),
    );
    expect(all(styles, 'w:latentStyles')).toHaveLength(1);
    expect(all(one(styles, 'w:pPrDefault'), 'w:widowControl')).toHaveLength(1);
    expect(styles.children.length).toBe(1);
  });

  it('draws asides by shaded paragraph styles, which all have the same border', async () => {
    const pack = await opened(
      document({ body: [section('one', 'One', [aside([p('a', 'lead'), p('b'), ol(['c'], 'stops')])])] }),
    );
    const boxed = ['PanelLead', 'PanelBodyText', 'PanelListStops'].map((id) => styleOf(pack, id));
    expect(paragraphs(pack).slice(-3)).toEqual(['PanelLead: a', 'PanelBodyText: b', 'PanelListStops: c']);
    expect(new Set(boxed.map((style) => JSON.stringify(one(style, 'w:pBdr')))).size).toBe(1);
    // The left edge of the box is the left indent less what hangs before it.
    const edges = boxed
      .map((style) => one(style, 'w:ind').attributes)
      .map((i) => Number(i['w:left']) - Number(i['w:hanging'] ?? 0));
    expect(new Set(edges).size).toBe(1);
  });

  it('says bold on the run as well as in its style, which would cancel each other in a heading', async () => {
    const pack = await opened(document({ body: [section('one', [text('a '), strong('b')], [])] }));
    const [, run] = all(all(pack.document, 'w:p').at(-1) ?? pack.document, 'w:r');
    expect(run && [values(run, 'w:rStyle')[0], all(run, 'w:b').length]).toEqual(['Strong', 1]);
  });

  it('slants no Georgian, but Kabyle, whose tag begins alike', async () => {
    const content = [emphasis('slanted'), span('ka', [emphasis('ქართული')]), span('kab', [emphasis('Taqbaylit')])];
    const pack = await opened(document({ body: [section('one', 'One', [p(content)])] }));
    const [latin, georgian, kabyle] = all(all(pack.document, 'w:p').at(-1) ?? pack.document, 'w:r');
    expect(latin && all(latin, 'w:i')[0]?.attributes['w:val']).toBeUndefined();
    expect(georgian && [values(georgian, 'w:i')[0], all(georgian, 'w:b').length]).toEqual(['false', 1]);
    expect(kabyle && [all(kabyle, 'w:i').length, all(kabyle, 'w:b').length]).toEqual([1, 0]);
  });
});

describe('lists', () => {
  const lists = [
    ul(['a', li([p('b'), ul(['c', 'd'], 'dash'), p('e')])], 'route'),
    ol(['f', li([p('g'), ol(['h']), ol(['i']), ul(['j'])])]),
    ul(['k'], 'route'),
  ];

  it('numbers paragraphs: a list for each list, a level for each depth', async () => {
    const pack = await opened(document({ body: [section('one', 'One', lists)] }));
    const marks = all(pack.document, 'w:p').flatMap((paragraph) => {
      const [level] = values(paragraph, 'w:ilvl');
      return level === undefined ? [] : [[textOf(paragraph), level, values(paragraph, 'w:numId')[0]] as const];
    });
    const number = (text: string) => marks.find(([said]) => said === text)?.[2];
    expect(marks.map(([said, level]) => `${said}${level}`)).toEqual([
      'a0',
      'b0',
      'c1',
      'd1',
      'f0',
      'g0',
      'h1',
      'i1',
      'j1',
      'k0',
    ]);
    expect(number('c')).toBe(number('a'));
    expect(number('h')).toBe(number('f'));
    expect(new Set(['a', 'f', 'i', 'j', 'k'].map(number)).size).toBe(5);
    expect(paragraphs(pack)).toContain('ListContinue: e');
  });

  it('defines each number that it uses, with marks that the font draws', async () => {
    const pack = await opened(document({ body: [section('one', 'One', lists)] }));
    const numbering = pack.part('word/numbering.xml');
    const definitions = new Map(all(numbering, 'w:abstractNum').map((a) => [a.attributes['w:abstractNumId'], a]));
    const numbers = new Map(
      all(numbering, 'w:num').map((n) => [n.attributes['w:numId'], values(n, 'w:abstractNumId')[0]]),
    );
    const used = [...values(pack.document, 'w:numId'), ...values(pack.styles, 'w:numId')];
    const { faces } = await gza();
    for (const id of used) {
      const definition = definitions.get(numbers.get(id));
      const marks = definition === undefined ? [''] : values(definition, 'w:lvlText');
      expect(marks).toHaveLength(9);
      const glyphs = marks.flatMap((mark) => [...mark.replace(/%\d/, '1')].map((glyph) => glyph.codePointAt(0) ?? 0));
      expect(glyphs.every((glyph) => faces.every((face) => face.covers(glyph)))).toBe(true);
    }
  });

  it('never writes a mark as text', async () => {
    const pack = await opened(document({ body: [section('one', 'One', lists)] }));
    expect(all(pack.document, 'w:t').map(textOf).join('')).toBe('Support to secure bordersOneabcdefghijk');
  });

  it('gives each list style its own numbering, so that applying the style in Word makes a list', async () => {
    const pack = await opened(document());
    const linked = values(pack.part('word/numbering.xml'), 'w:pStyle');
    expect(linked).toEqual(
      expect.arrayContaining(['ListBullet', 'ListBullet2', 'ListNumber', 'ListRoute', 'ListStops']),
    );
    expect(new Set(linked).size).toBe(linked.length);
    for (const id of linked) expect(all(styleOf(pack, id), 'w:numPr')).toHaveLength(1);
  });

  it('marks the focus by a style of its own in the same list', async () => {
    const pack = await opened(document({ body: [section('one', 'One', [ul(['a', li('b', 'focus'), 'c'], 'route')])] }));
    expect(paragraphs(pack).slice(-3)).toEqual(['ListRoute: a', 'ListRouteFocus: b', 'ListRoute: c']);
    expect(new Set(values(pack.document, 'w:numId')).size).toBe(1);
  });
});

describe('languages', () => {
  it.each([
    ['ka', 'ka-GE'],
    ['en', 'en-GB'],
  ])('of the whole: %s', async (lang, locale) => {
    const pack = await opened(document({ lang }));
    expect(one(one(pack.styles, 'w:rPrDefault'), 'w:lang').attributes['w:val']).toBe(locale);
    expect(values(pack.part('word/settings.xml'), 'w:themeFontLang')).toEqual([locale]);
    expect(textOf(one(pack.part('docProps/core.xml'), 'dc:language'))).toBe(lang);
    expect(values(pack.document, 'w:lang')).toEqual([]);
  });

  it('of parts', async () => {
    const content = [text('We say '), span('ka', [text('გამარჯობა '), span('de', 'hallo'), text(' კი')]), text('.')];
    const pack = await opened(document({ body: [section('one', 'One', [p(content)])] }));
    const runs = all(all(pack.document, 'w:p').at(-1) ?? pack.document, 'w:r');
    expect(runs.map((run) => values(run, 'w:lang')[0])).toEqual([undefined, 'ka-GE', 'de', 'ka-GE', undefined]);
  });
});
