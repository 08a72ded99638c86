/** Running heads: each has the room that the other leaves. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { onPageSize } from '../../src/theme/page-size.ts';
import { layOut } from '../../src/write/pdf/lay/layout.ts';
import { furnish } from '../../src/write/pdf/page/furniture.ts';
import { placedOn } from '../../src/write/pdf/page/ornament.ts';
import { setDocument } from '../../src/write/pdf/set/content.ts';
import { document, l, p, section, w } from '../make.ts';
import { gza, themeOf } from '../theme/gza.ts';
import { made } from './made.ts';

const theme = await gza();

/** The rules that pages with a section at their top have, in the head and on the text; of a theme in which sections begin in these lines. */
async function rulesAtTop(name: string) {
  const quiet = await themeOf(name);
  const opening = { rule: { color: quiet.roles.strong, width: same(2) }, bar: null, room: same(6) };
  const { section: sections } = quiet.looks;
  const looks = {
    ...quiet.looks,
    section: { ...sections, plain: { ...sections.plain, opening } },
  };
  const own = { ...quiet, looks };
  const job = { theme: own, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const one = document({ body: [section('one', 'One', [p('A line.')])] });
  const { sections: set } = setDocument(one, job, made());
  const laid = layOut(set, { images: {} }, { size: own.page });
  const ownOf = (rules: readonly { readonly color: string; readonly thickness: number }[]) =>
    rules.filter(({ thickness }) => thickness === 2).length;
  return { head: ownOf(furnish(one, { theme: own }, laid).flatMap(({ rules }) => rules)), text: ownOf(laid.rules) };
}
const same = (size: number) => ({ page: size, word: size, screen: size });

describe('the rule that a section begins under', () => {
  it('takes the place of the head’s at the top of a page, in its own lines', async () => {
    expect(await rulesAtTop('tsqnari')).toEqual({ head: 1, text: 0 });
  });

  it('is drawn over its heading where the head has no rule', async () => {
    expect(await rulesAtTop('gza')).toEqual({ head: 0, text: 1 });
  });
});

it('draws its lanes over a page that a section opens, and not over one that begins with words of another', () => {
  const paper = onPageSize(theme, 'a5');
  // Two lines and the room over a heading.
  const opens = paper.looks.page.opens * 1.4;
  const small = { ...paper, looks: { ...paper.looks, page: { ...paper.looks.page, opens } } };
  const job = { theme: small, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const seen = new Set<string>();
  for (let count = 130; count < 190; count += 2) {
    const first = section('one', 'One', [p('Words and more words of it. '.repeat(count))]);
    const rest = ['two', 'three'].map((id) => section(id, 'Next', [p('Words and more words. '.repeat(60))]));
    const one = document({ body: [first, ...rest] });
    const { sections } = setDocument(one, job, made());
    const laid = layOut(sections, { images: {} }, { size: small.page });
    furnish(one, { theme: small }, laid).forEach(({ art }, index) => {
      const placed = placedOn(laid.pages[index] ?? { items: [] });
      if (index === 0 || index === laid.pages.length - 1 || placed.length === 0) return;
      const isFirst = placed.every(({ top }) => top >= Math.min(...placed.filter(isHeading).map((each) => each.top)));
      seen.add(`${isFirst}`);
      expect(art.length > 0, `${count} sentences, page ${index + 1}`).toBe(isFirst);
    });
  }
  expect(seen.size).toBe(2);
});

const isHeading = ({ anchors }: { readonly anchors: readonly { readonly level: number }[] }) =>
  anchors.some(({ level }) => level === 1);

it('moves the rule of a cover out of the fold of a booklet, with its text', () => {
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const one = document({ after: [p('For readers.')], body: [section('one', 'One', [p('A line.')])] });
  const { sections } = setDocument(one, job, made());
  const laid = layOut(sections, { images: {} }, { size: theme.page });
  const leftOf = (outwards: number) => {
    const numbering = { twoSided: true, outwards, covers: 0 };
    return furnish(one, { theme }, laid, { numbering })[0]?.rules.map(({ x }) => x);
  };
  expect(leftOf(0)).toEqual([theme.page.left]);
  expect(leftOf(9)).toEqual([theme.page.left + 9]);
});

/** The heads of all pages after the cover. */
function textsOf(title: string, sectionTitle: string, numbered = true) {
  const job = { theme, language: languageOf(l('en')), name: 'test', created: new Date(0), report: new Report() };
  const own = document({
    body: [
      section(
        'one',
        sectionTitle,
        Array.from({ length: 90 }, () => p('A line.')),
      ),
    ],
  });
  const titled = { ...own, metadata: { ...own.metadata, title: w(title) } };
  const { sections } = setDocument(titled, job, made());
  const laid = layOut(sections, { images: {} }, { size: theme.page });
  return furnish(titled, { theme, numbered }, laid).flatMap(({ texts }) => texts);
}

function headsOf(title: string, sectionTitle: string): string[] {
  return textsOf(title, sectionTitle).flatMap(({ kind, text }) => (kind === 'Header' ? [text] : []));
}

const long = 'Reintegration of returning migrants in Georgia: what works, what it costs and what we have learned';

describe('page numbers', () => {
  const numbers = (numbered: boolean) =>
    textsOf('A title', 'Why', numbered).filter(({ text }) => /^\d+ \/ \d+$/.test(text));

  it('stand on each page but where none are asked for', () => {
    expect(numbers(true).length).toBeGreaterThanOrEqual(2);
    expect(numbers(false)).toEqual([]);
  });
});

describe('running heads', () => {
  it('are whole where the line has room for both', () => {
    const heads = headsOf(long, 'Why');
    expect(heads).toContain('Why');
    expect(heads.filter((head) => head !== 'Why').every((head) => head === long)).toBe(true);
  });

  it('share the line where it has not', () => {
    const heads = headsOf(long, long).filter((head) => head !== long);
    expect(heads.length).toBeGreaterThanOrEqual(2);
    for (const head of heads) expect(head.endsWith(' …')).toBe(true);
  });

  describe.each(['gza', 'tsqnari'])('name the section at the top of the page: %s', (name) => {
    const lines = (count: number) => Array.from({ length: count }, () => p('A line.'));

    /** What is named beside the document's title, page by page after the cover, and how far down sections begin on it. */
    async function namedOn(...counts: readonly number[]) {
      const own = await themeOf(name);
      const body = counts.map((count, index) => section(`s${index}`, `Section ${index}`, lines(count)));
      const content = document({ body });
      const job = {
        theme: own,
        language: languageOf(l('en')),
        name: 'test',
        created: new Date(0),
        report: new Report(),
      };
      const { sections } = setDocument(content, job, made());
      const laid = layOut(sections, { images: {} }, { size: own.page });
      const furniture = furnish(content, { theme: own }, laid).slice(1);
      return furniture.map(({ texts }, index) => ({
        head: texts.find(({ kind, text }) => kind === 'Header' && text.startsWith('Section'))?.text ?? null,
        begin: placedOn(laid.pages[index + 1] ?? { items: [] })
          .filter(({ anchors }) => anchors.some(({ level }) => level === 1))
          .map(({ top }) => top),
      }));
    }

    it('the one that goes on from the page before, where another begins further down', async () => {
      const [first, second, third] = await namedOn(45, 60);
      expect(first?.begin).toHaveLength(1);
      expect(second?.begin).toHaveLength(1);
      expect(second?.begin[0]).toBeGreaterThan(200);
      expect([second?.head, third?.head, third?.begin]).toEqual(['Section 0', 'Section 1', []]);
    });

    it('and after a page on which several begin the last of them', async () => {
      const pages = await namedOn(30, 1, 1, 60);
      const last = pages.findIndex(({ begin }) => begin.length === 0);
      expect(last).toBeGreaterThan(0);
      expect(pages[last]?.head).toBe('Section 3');
    });
  });
});
