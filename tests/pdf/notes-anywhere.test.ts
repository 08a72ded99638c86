/** Notes wherever they may be called, many and long: none is lost, and none stands over the text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeTheme } from '../../src/large/theme.ts';
import type { Block, Inlines } from '../../src/model/document.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import * as make from '../make.ts';
import { gza } from '../theme/gza.ts';

const { document, headRow, li, note, p, section, table, text, ul } = make;
const standard = await gza();
const themes = { standard, large: largeTheme(standard) };
const kinds = ['p', 'ul', 'aside', 'figure', 'columns', 'section', 'table'] as const;

interface Called {
  readonly kind: (typeof kinds)[number];
  readonly notes: number;
  readonly words: number;
  readonly count: number;
}

const noted = ({ notes, words }: Called): Inlines => [
  text('word '.repeat(words)),
  ...Array.from({ length: notes }, (_, i) => [note(`note ${'of it '.repeat(words * (i + 2))}`), text(' more')]).flat(),
];

function blockOf(called: Called, index: number): Block {
  const { kind, count } = called;
  const own = () => p(noted(called));
  const each = <T>(of: () => T): T[] => Array.from({ length: count }, of);
  const cell = () => ({ ...make.spanning('', { scope: null }), blocks: [own()] });
  const tall = { ...make.square, file: `${index}.svg`, width: 100, height: 40 + count * 8 };
  switch (kind) {
    case 'p':
      return own();
    case 'ul':
      return ul(each(() => li([own()])));
    case 'aside':
      return make.aside([p('In a box:'), ul(each(() => li([own()])))]);
    case 'figure':
      return { ...make.figure(tall, 'A field', 'caption'), caption: noted(called) };
    case 'columns':
      return make.columns([own(), p('x')], [own()]);
    case 'section':
      return section(`s-${index}`, 'Heading', [own(), p('after')]);
    case 'table':
      return table(
        [headRow('# A', '# B')],
        each(() => make.bodyRow('# r', cell())),
        { source: noted(called) },
      );
  }
}

const calls: Readonly<Record<Called['kind'], (count: number) => number>> = {
  ...{ p: () => 1, ul: (count) => count, aside: (count) => count, figure: () => 1 },
  ...{ columns: () => 2, section: () => 1, table: (count) => count + 1 },
};

const called = fc.record({
  kind: fc.constantFrom(...kinds),
  notes: fc.integer({ min: 0, max: 3 }),
  words: fc.integer({ min: 1, max: 30 }),
  count: fc.integer({ min: 1, max: 9 }),
});

it('all stand at the foot of a page, under what stands there', async () => {
  const holds = fc.asyncProperty(
    fc.array(called, { minLength: 2, maxLength: 9 }),
    fc.constantFrom('standard' as const, 'large' as const),
    async (all, name) => {
      const own = document({ body: [section('s', 'S', all.map(blockOf))] });
      const job = { theme: themes[name], language: languageOf(own.lang), name: 'test', created: new Date(0) };
      const laid = await setPages(own, { ...job, report: new Report() });
      const found = laid.pages.map((_, index) => laid.notesOf(index));
      expect(found.flat()).toHaveLength(all.reduce((sum, each) => sum + each.notes * calls[each.kind](each.count), 0));
      for (const [index, { items, pageSize, pageMargins }] of laid.pages.entries()) {
        if (index === 0) continue;
        const bottoms = items.map(({ type, item }) => {
          const { y = 0, _height = 0 } = item as { y?: number; _height?: number };
          return y + (type === 'line' ? (item as Line).getHeight() : _height);
        });
        const notes = (found[index] ?? []).reduce((sum, { height }) => sum + height, 0);
        expect(Math.max(0, ...bottoms)).toBeLessThanOrEqual(pageSize.height - pageMargins.bottom - notes + 1);
        expect(bottoms.length + notes).toBeGreaterThan(0);
      }
    },
  );
  await fc.assert(holds, { seed: 2026, numRuns: 250 });
}, 120_000);
