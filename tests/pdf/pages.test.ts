/** How pages break: no line lost, none alone, no heading at a page's foot. */
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Section } from '../../src/model/document.ts';
import { layOut } from '../../src/write/pdf/lay/layout.ts';
import { setDocument } from '../../src/write/pdf/set/content.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import { aside, bodyRow, document, headRow, l, lookOf, ol, p, section, table, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { made } from './made.ts';

const theme = await gza();

function pagesOf(body: readonly Section[]): { text: string; style: number }[][] {
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const { sections } = setDocument(document({ body }), job, made());
  return layOut(sections, { images: {} }, { size: theme.page, paced: true }).pages.map((page: PageItems) =>
    page.items
      .filter(({ type }) => type === 'line')
      .map(({ item }) => {
        const pieces = (item as Line).inlines;
        return { text: pieces.map((piece) => piece.text).join(''), style: pieces[0]?.run.style.size ?? 0 };
      }),
  );
}

const sentence = 'Activities are carried out in partnership with governments and other relevant stakeholders. ';
/** Bodies that push the tested thing to every height of the page. */
const heights = Array.from({ length: 40 }, (_, lines) => [
  ul(Array.from({ length: lines }, (_, i) => `item ${i}`).concat('last')),
]);

describe('pages', () => {
  it('leave at least two lines of a paragraph on each side of a break', () => {
    const paragraph = p(`Begin ${sentence.repeat(5)}end.`);
    for (const before of heights) {
      const pages = pagesOf([section('one', 'One', [...before, paragraph])]);
      const lines = pages.map((page) => page.filter(({ text }) => !/^(item|last|One)/.test(text)).length);
      for (const count of lines.slice(1)) expect(count).not.toBe(1);
    }
  });

  it('keep a heading with the beginning of what follows, through headings and lists', () => {
    for (const before of heights) {
      const inner = section('inner', 'Inner', [ul(['first thing', 'second thing'])]);
      for (const page of pagesOf([section('one', 'One', [...before, section('outer', 'Outer', [inner])])])) {
        expect(page.at(-1)?.text).not.toMatch(/^(One|Outer|Inner)$/);
      }
    }
  });

  it('keep a panel whole where a page is high enough for it', () => {
    for (const before of heights) {
      const panel = aside([p('panel lead'), ol(['panel one', 'panel two', 'panel three'])]);
      const pages = pagesOf([section('one', 'One', [...before, panel])]);
      const holding = pages.filter((page) => page.some(({ text }) => text.startsWith('panel')));
      expect(holding).toHaveLength(1);
    }
  });

  it('open a chapter below the end of the one before where enough of the page is left, and on a page of its own otherwise', () => {
    const look = lookOf('opening');
    const lines = (tail: number): string[] => Array.from({ length: tail }, (_, i) => `item ${i}`);
    const two = { ...section('two', 'Two', [p(`Begin ${sentence.repeat(30)}`)]), look };
    const pageOfTwo = (tail: number): number =>
      pagesOf([{ ...section('one', 'One', [ul(lines(tail))]), look }, two]).findIndex((page) =>
        page.some(({ text }) => text === 'Two'),
      );
    expect([pageOfTwo(4), pageOfTwo(15), pageOfTwo(26), pageOfTwo(34)]).toEqual([1, 1, 2, 2]);
    // Never alone at the foot of the page that its heading still fits on.
    for (const tail of [20, 24, 28, 60])
      for (const page of pagesOf([{ ...section('one', 'One', [ul(lines(tail))]), look }, two]))
        expect(page.at(-1)?.text).not.toBe('Two');
  });

  it('turn a heading with the wide table that it stands over', () => {
    const wide = table([headRow('# Name', '# Number')], [bodyRow('# row', '1')], { wide: true });
    const pages = pagesOf([section('one', 'One', [p('Before.'), section('two', 'Two', [wide, p('After.')])])]);
    const pageOf = (words: string): number => pages.findIndex((page) => page.some(({ text }) => text === words));
    expect(['One', 'Before.', 'Two', 'row', 'After.'].map(pageOf)).toEqual([1, 1, 2, 2, 3]);
  });

  it('lay out a panel that is higher than a page, losing nothing', () => {
    const items = Array.from({ length: 120 }, (_, i) => `panel item ${i}.`);
    const text = pagesOf([section('one', 'One', [aside([ol(items)])])])
      .flat()
      .map((line) => line.text);
    for (const item of items) expect(text).toContain(item);
  });
});
