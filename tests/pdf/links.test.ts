/** Links in the PDF: whatever marks stand in them and around them, one Link each, with one annotation on each page. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { readFile } from '../../src/finished/pdf/paint/file.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Block, Document, Inline, Inlines } from '../../src/model/document.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import * as make from '../make.ts';
import { gza } from '../theme/gza.ts';
import { type Annotation, annotationsIn } from './annotations.ts';

const theme = await gza();
const links = async (document: Document, standard: 'ua-1' | 'ua-2' = 'ua-1'): Promise<readonly Annotation[]> => {
  const bytes = await pdf.write(document, {
    theme,
    language: languageOf(make.l('en')),
    name: 'test',
    created: new Date('2026-11-22T00:00:00Z'),
    report: new Report(),
    pdf: { standard, source: null },
  });
  return annotationsIn(bytes);
};
const of = (...blocks: Block[]): Document => make.document({ body: [make.section('one', 'One', blocks)] });

/** Each mark that may stand around words, links among them. */
const marks: Readonly<Record<string, (inner: Inlines) => Inline>> = {
  strong: make.strong,
  emphasis: make.emphasis,
  span: (inner) => make.span('ka', inner),
  abbreviation: (inner) => ({ ...make.abbreviation('x', 'A short form'), children: inner }) as Inline,
};
/** Marks within marks, three deep, around words. */
const nested = Object.values(marks).flatMap((outer) =>
  Object.values(marks).flatMap((middle) =>
    Object.values(marks).map((inner) => outer([middle([inner([make.text('words')])])])),
  ),
);
const uri = (index: number): string => `https://example.org/${index}`;

describe('the links of notes', () => {
  it('lead to the note and back to its mark, not to the top of the page', async () => {
    make.restart();
    const lines = (count: number) => Array.from({ length: count }, () => make.p('Words over the place.'));
    const marked = make.p([make.text('Marked'), make.note([make.text('Explained')])]);
    const job = { theme, language: languageOf(make.l('en')), name: 'test', created: new Date(0), report: new Report() };
    const bytes = await pdf.write(of(...lines(6), marked, ...lines(3)), job);
    const [there, back] = (await annotationsIn(bytes)).flatMap(({ leadsTo }) => leadsTo ?? []);
    const { sheets } = await readFile(bytes);
    const highest = (words: string) => {
      for (const { page, paints } of sheets)
        for (const paint of paints)
          if (paint.type === 'text' && paint.text.includes(words)) return { page, top: paint.box.top };
      throw new Error(`no ${words}`);
    };
    for (const [found, words] of [
      [there, 'Explained'],
      [back, 'Marked'],
    ] as const) {
      const expected = highest(words);
      expect(found?.page).toBe(expected.page);
      // A line of room over it, at the most two.
      expect((found?.top ?? 0) - expected.top).toBeGreaterThanOrEqual(0);
      expect((found?.top ?? 0) - expected.top).toBeLessThan(30);
    }
  });
});

describe('the annotation of a link', () => {
  it('hangs under its Link, whatever marks stand in the link and around it', async () => {
    for (const standard of ['ua-1', 'ua-2'] as const) {
      make.restart();
      const within = nested.map((inline, index) => make.p([make.link(uri(index), [inline]), make.text(' and on')]));
      const around = Object.values(marks).map((mark, index) =>
        make.p([
          mark([make.text('before '), make.link(uri(1000 + index), [make.strong('words'), make.text(' more')])]),
        ]),
      );
      const noted = make.p([
        make.text('words'),
        make.note([make.strong([make.link(uri(2000), [make.emphasis('w')])])]),
      ]);
      const found = await links(of(...within, ...around, noted), standard);
      const ours = found.filter((link) => link.uri !== null);
      expect(ours.map((link) => link.uri).sort()).toEqual(
        [...within.map((_, index) => uri(index)), ...around.map((_, index) => uri(1000 + index)), uri(2000)].sort(),
      );
      for (const link of found) expect(link).toMatchObject({ holders: ['Link'], parent: 'Link' });
    }
  });

  it('is one on each page, and covers each line that its words take there', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const [link, ...others] = await links(of(make.p([make.text('Before '), make.link(uri(1), words)])));
    expect(others).toEqual([]);
    if (link === undefined) throw new Error('no link');
    expect(link.contents).toBe(words);
    expect(link.lines.length).toBeGreaterThan(3);
    const [left, bottom, right, top] = link.rectangle;
    expect(Math.min(...link.lines.map((line) => line[0] ?? 0))).toBe(left);
    expect(Math.min(...link.lines.map((line) => line[1] ?? 0))).toBe(bottom);
    expect(Math.max(...link.lines.map((line) => line[2] ?? 0))).toBe(right);
    expect(Math.max(...link.lines.map((line) => line[3] ?? 0))).toBe(top);
    // From the first line down, without a gap that a pointer could fall into and without covering other lines.
    for (const [index, line] of link.lines.entries()) {
      const next = link.lines[index + 1];
      if (next !== undefined) expect(next[3] ?? 0).toBeLessThan(line[3] ?? 0);
    }
  });

  it('is one area where a line holds several looks', async () => {
    const words = [make.text('plain '), make.strong('strong'), make.text(' plain '), make.span('ka', 'ქართული')];
    const [link, ...others] = await links(of(make.p([make.link(uri(1), words)])));
    expect(others).toEqual([]);
    expect(link?.lines).toEqual([]);
    const [plain] = await links(of(make.p([make.link(uri(1), 'plain')])));
    expect((link?.rectangle[2] ?? 0) - (link?.rectangle[0] ?? 0)).toBeGreaterThan(
      3 * ((plain?.rectangle[2] ?? 0) - (plain?.rectangle[0] ?? 0)),
    );
  });

  it('stands on every page that its words reach', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(' ');
    const found = await links(of(make.p([make.link(uri(1), words)])));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ page }) => page)).size).toBe(found.length);
    for (const link of found) expect(link).toMatchObject({ holders: ['Link'], uri: uri(1) });
  });

  it('is one each for links side by side', async () => {
    const found = await links(of(make.p([make.link(uri(1), 'one'), make.link(uri(1), 'two')])));
    expect(found.map(({ contents }) => contents)).toEqual(['one', 'two']);
  });

  it('is one for each entry of the contents, the number of the page with it', async () => {
    const titles = ['Short', Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ')];
    const sections = titles.map((title, index) => make.section(`s${index}`, title, [make.p('text')]));
    const entries = titles.map((title, index) => [1, `s${index}`, null, title] as const);
    const found = await links(
      make.document({ body: [make.section('toc', 'Contents', [make.contents('sections', entries)]), ...sections] }),
    );
    expect(found.map(({ contents }) => contents)).toEqual(titles);
    expect(found[0]?.lines).toEqual([]);
    expect(found[1]?.lines.length).toBeGreaterThan(1);
  });
});
