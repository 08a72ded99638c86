import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { document, emphasis, ol, p, section, span, text } from '../make.ts';
import { heavy } from '../tier.ts';
import { attribute, elementsOf, everything, page, textOf, theme } from './page.ts';

const styleOf = (markup: string): string => markup.slice(markup.indexOf('<style>') + 7, markup.indexOf('</style>'));
const facesIn = (style: string) =>
  [
    ...style.matchAll(/@font-face\{font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);[^}]*base64,([^)]+)\)/g),
  ].map(([, family, weight, slant, data]) => ({
    name: `${family} ${weight} ${slant}`,
    font: fontkit.create(Buffer.from(data ?? '', 'base64')) as fontkit.Font,
    size: data?.length ?? 0,
  }));

const ka = await page(everything);
const style = styleOf(ka);
const faces = facesIn(style);

describe('fonts', () => {
  it('are the theme’s, in the weights that the sheet sets, where Georgian alone is emphasised', () => {
    expect(faces.map((face) => face.name)).toEqual(['FiraGO 400 normal', 'FiraGO 500 normal', 'FiraGO 600 normal']);
    const weights = [...style.matchAll(/font-weight:(\d+)/g)].map((match) => match[1]);
    for (const weight of new Set(weights))
      expect(
        faces.some((face) => face.name === `FiraGO ${weight} normal`),
        `${weight}`,
      ).toBe(true);
  });
  it('draw every character of the page, the hyphens and the numbers of items', () => {
    const body = elementsOf(ka).find((element) => element.tagName === 'body');
    const characters = new Set(`${body ? textOf(body) : ''}0123456789-`.replace(/\s/g, ' '));
    expect(characters.size).toBeGreaterThan(40);
    for (const { name, font } of faces)
      for (const character of characters)
        expect(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0), `${character} in ${name}`).toBe(true);
  });
  heavy(
    'hold no more than the page needs, and slanted ones only where a language slants what is emphasised',
    async () => {
      const plain = facesIn(styleOf(await page(document({ body: [section('one', 'One', [p('Plain.')])] }))));
      expect(plain.map((face) => face.name)).toEqual(['FiraGO 400 normal', 'FiraGO 500 normal', 'FiraGO 600 normal']);
      expect(plain.every((face) => face.font.hasGlyphForCodePoint(0x42) === false)).toBe(true);
      for (const face of faces) expect(face.size).toBeLessThan(24_000);
      const slanted = await page(document({ body: [section('one', 'One', [p([emphasis('Stress')])])] }));
      expect(facesIn(styleOf(slanted)).map((face) => face.name)).toEqual(
        expect.arrayContaining(['FiraGO 400 italic', 'FiraGO 600 italic']),
      );
      const darker = await page(document({ body: [section('one', 'One', [p([span('ka', [emphasis('ხაზი')])])])] }));
      expect(facesIn(styleOf(darker))).toHaveLength(3);
    },
  );
});

describe('the style sheet', () => {
  it('uses only custom properties that it has', () => {
    const defined = new Set([...style.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    const used = new Set([...ka.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1]));
    expect(used.size).toBeGreaterThan(20);
    for (const name of used) expect(defined).toContain(name);
  });
  it('has the theme’s colours, dark ones for screens only', () => {
    for (const [name, color] of Object.entries(theme?.colors ?? {})) {
      const [light, dark] = style.split('@media screen and (prefers-color-scheme:dark)');
      expect(light).toContain(`--color-${name}:${color.light}`);
      expect(dark).toContain(`--color-${name}:${color.dark}`);
    }
  });
  it('knows every look that the theme lets a template name', () => {
    const { p, ul, ol, li, aside, dl, row, cell, section, cover, figure } = theme?.looks ?? {};
    const looks = [p, ul, ol, li, aside, dl, row, cell, section, cover, figure].flatMap((each) =>
      Object.keys(each ?? {}),
    );
    for (const look of new Set(looks.filter((name) => !['plain', 'panel', 'total'].includes(name) || name === 'total')))
      expect(style, look).toContain(`[data-look=${look}]`);
  });
  it('answers what readers ask for', () => {
    for (const query of [
      'prefers-contrast:more',
      'forced-colors:active',
      'prefers-reduced-motion:no-preference',
      'print',
      'width < 60rem',
    ])
      expect(style).toContain(query);
    expect(style).toContain(':focus-visible');
    expect(style).not.toMatch(/outline:\s*(0|none)[^}]*}(?<!main:focus\{outline:none})/);
  });
  it('prints the totals of a table once, and not at the foot of each page that it goes on over', () => {
    const [, printed = ''] = style.split('@media print{\n');
    expect(printed).toContain('\ntfoot{display:table-row-group;');
  });
  it('closes what it opens', () => {
    expect(style.split('{').length).toBe(style.split('}').length);
    expect(style.replace(/base64,[^)]*/g, '')).not.toMatch(/undefined|NaN|\$\{/);
  });
});

describe('lists', () => {
  it('keep their numbers for assistive technology, and their role in Safari', () => {
    expect(style).toContain('[data-look=stops]>li::before{content:counter(list-item)');
    // `list-style: none` would take the role of a list from it in Safari; an empty marker does not.
    expect(style).toContain('ul,ol{list-style-type:""}');
    expect(style).not.toMatch(/list-style(-type)?:\s*none/);
  });
  it('mark the item in focus for all', async () => {
    const focus = elementsOf(ka).filter(
      (element) => attribute(element, 'aria-current') === 'true' && element.tagName === 'li',
    );
    expect(focus.map((item) => textOf(item).trim())).toEqual(['რეგულირებული მიგრაცია']);
    const markup = await page(document({ body: [section('one', 'One', [p([text('x')]), ol(['a'])])] }));
    expect(
      elementsOf(markup)
        .filter((element) => element.tagName === 'li')
        .map((item) => attribute(item, 'aria-current')),
    ).toEqual([null]);
  });
});
