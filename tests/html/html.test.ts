import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { outlineOf } from '../../src/outline/read.ts';
import {
  abbreviation,
  aside,
  bodyRow,
  document,
  figure,
  headRow,
  note,
  p,
  section,
  span,
  square,
  strong,
  table,
  text,
  ul,
} from '../make.ts';
import { attribute, elementsOf, everything, page, textOf } from './page.ts';

const ka = await page(everything);
const elements = elementsOf(ka);
const named = (tag: string) => elements.filter((element) => element.tagName === tag);
const metas = new Map(named('meta').map((meta) => [attribute(meta, 'name'), attribute(meta, 'content')]));

describe('a page', () => {
  it('has the body of the golden file', async () => {
    const file = new URL('everything.golden', import.meta.url);
    const body = `${ka
      .slice(ka.indexOf('<body>'), ka.indexOf('</html>'))
      .replace(/ d="[^"]*"/g, ' d="…"')
      .replace(/base64,[^"]*/g, 'base64,…')
      .trim()}\n`;
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(file, body);
    expect(body).toBe(await readFile(file, 'utf8'));
  });

  it('says what the document says, and no more', async () => {
    for (const tree of [everything, document()]) {
      const bytes = new TextEncoder().encode(await page(tree));
      const expected = expectedOutline(tree, { name: 'brochure', extension: 'html' });
      expect(compareOutlines(expected, await outlineOf(bytes, 'html'))).toBeNull();
    }
  });

  it('is the same, byte for byte, when made again', async () => {
    expect(await page(everything)).toBe(ka);
  });

  it('names its language, title and facts', () => {
    expect(ka.startsWith('<!doctype html>\n<html lang="ka" dir="ltr">')).toBe(true);
    expect(named('title').map(textOf)).toEqual(['დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა']);
    expect(metas.get('description')).toBe('A test');
    expect(metas.get('author')).toBe('IOM');
    expect(metas.get('keywords')).toBe('migration');
    expect(metas.get('dcterms.date')).toBe('2026-11-22');
    expect(metas.get('viewport')).not.toMatch(/scalable|maximum/);
    expect(metas.get('color-scheme')).toBe('light dark');
  });

  it('has one of each landmark, a title and a way past the head', () => {
    for (const tag of ['header', 'main', 'footer', 'h1']) expect(named(tag), tag).toHaveLength(1);
    const skip = elements.find((element) => attribute(element, 'class') === 'skip');
    expect(named('body')[0]?.childNodes.find((node) => 'tagName' in node)).toBe(skip);
    expect(skip && attribute(skip, 'href')).toBe(`#${attribute(named('main')[0] ?? fail(), 'id')}`);
  });

  it('gives each id once and links to none that is not there', () => {
    const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== null);
    expect(ids).toContain('about');
    expect(new Set(ids).size).toBe(ids.length);
    const inside = named('a')
      .map((a) => attribute(a, 'href') ?? '')
      .filter((href) => href.startsWith('#'));
    expect(inside).toContain('#themes');
    for (const href of inside) expect(ids).toContain(href.slice(1));
  });

  it('offers the contents only where there is a choice', async () => {
    expect(ka).toContain('class="contents"');
    expect(await page(document())).not.toContain('class="contents"');
  });

  it('leads to the other editions beside it', async () => {
    const alternates = named('link').filter((link) => attribute(link, 'rel') === 'alternate');
    expect(alternates.map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])).toEqual([
      ['ka', 'brochure.ka.html'],
      ['en', 'brochure.en.html'],
    ]);
    const other = named('a').find((a) => attribute(a, 'hreflang') === 'en');
    expect(other && [attribute(other, 'href'), attribute(other, 'lang'), textOf(other)]).toEqual([
      'brochure.en.html',
      'en',
      'English',
    ]);
    expect(await page(everything, 'a b:c?#')).toContain('href="a%20b%3Ac%3F%23.en.html"');
  });

  it('says the language of a part, and the direction of one written from the right', async () => {
    expect(ka).toContain('<span lang="en">the Inter');
    const arabic = document({ body: [section('one', 'One', [p([text('See '), span('ar', 'الهجرة')])])] });
    expect(await page(arabic)).toContain('<span lang="ar" dir="rtl">الهجرة</span>');
  });

  it('goes on with levels where HTML has no heading of its own', async () => {
    let deepest = section('s7', 'Deepest', [p('Text.')]);
    for (let depth = 6; depth >= 1; depth -= 1) deepest = section(`s${depth}`, `Depth${depth}`, [deepest]);
    const deep = await page(document({ body: [deepest] }));
    expect(deep).toContain('<h6>Depth5</h6>');
    expect(deep).toContain('<h6 role="heading" aria-level="7">Depth6</h6>');
    expect(deep).toContain('<h6 role="heading" aria-level="8">Deepest</h6>');
  });

  it('says openly that a picture is decorative', async () => {
    const decorative = await page(document({ body: [section('one', 'One', [figure(square, null)])] }));
    expect(decorative).toMatch(/<img src="data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="" width="40" height="20">/);
  });
});

describe('what data says', () => {
  const hostile = `</p><script>alert(1)</script><img src=x onerror="a()"> &amp; {{x}} 'q' "d" </style> *b* _i_ --> <!--`;

  it('stays text wherever it stands', async () => {
    const tree = document({
      title: hostile,
      before: [],
      body: [
        section('one', hostile, [p(hostile), ul([hostile]), figure(square, hostile, hostile)]),
        section('two', hostile, [p([span('en', hostile)])]),
      ],
      imprint: [p(hostile)],
    });
    const markup = await page({ ...tree, metadata: { ...tree.metadata, description: tree.metadata.title } });
    const found = elementsOf(markup);
    expect(found.filter((element) => element.tagName === 'script')).toEqual([]);
    expect(found.filter((element) => element.tagName === 'img')).toHaveLength(1);
    expect(found.flatMap((element) => element.attrs).filter((attr) => attr.name.startsWith('on'))).toEqual([]);
    const words = hostile.replace(/\s+/g, ' ');
    for (const tag of ['h1', 'h2', 'p', 'figcaption', 'title'])
      expect(
        found.filter((element) => element.tagName === tag).some((element) => textOf(element) === words),
        tag,
      ).toBe(true);
    expect(attribute(found.find((element) => element.tagName === 'img') ?? fail(), 'alt')).toBe(words);
  });
});

describe('a text with soft hyphens', () => {
  const divided = 'საერ\u00ADთა\u00ADშორისო 19\u00AD51 წელს';
  it('has none in a page: neither in text nor in what is said instead', async () => {
    const tree = document({
      title: divided,
      before: [p(divided, 'kind')],
      body: [
        section('one', divided, [
          p([text(divided), strong(divided), abbreviation(divided, divided), note(divided), text('.')]),
          ul([divided]),
          figure(square, divided, divided),
          aside([p(divided)], 'panel', divided),
          table([headRow(`# ${divided}`, '# b')], [bodyRow(`# ${divided}`, divided)]),
        ]),
        section('two', divided, [p(divided)]),
      ],
      imprint: [p(divided)],
    });
    expect(await page(tree)).not.toMatch(/\u00AD|&shy;|&#173;|&#x0*ad;/i);
  });
});

describe('a page by itself', () => {
  it('loads nothing from anywhere', () => {
    for (const element of elements) {
      const sources = ['src', 'srcset', 'data', 'action', 'poster', 'background', 'style'].map((name) =>
        attribute(element, name),
      );
      for (const source of sources) if (source !== null) expect(source).toMatch(/^data:/);
      expect(element.tagName).not.toMatch(/^(script|iframe|object|embed|form|base)$/);
    }
    const links = named('link').filter((link) => attribute(link, 'rel') !== 'alternate');
    for (const link of links) expect(attribute(link, 'href')).toMatch(/^data:/);
    const style = textOf(named('style')[0] ?? fail());
    expect(style).not.toContain('@import');
    for (const address of style.matchAll(/url\(([^)]{0,40})/g)) expect(address[1]).toMatch(/^data:font\/woff2;base64,/);
  });

  it('allows the styles of readers, and nothing that runs', () => {
    const policy =
      attribute(named('meta').find((meta) => attribute(meta, 'http-equiv') !== null) ?? fail(), 'content') ?? '';
    expect(policy).toContain("style-src 'unsafe-inline';");
    expect(policy).toContain("script-src 'none'");
    expect(elements.some((element) => attribute(element, 'style') !== null)).toBe(false);
  });
});

function fail(): never {
  throw new Error('missing');
}
