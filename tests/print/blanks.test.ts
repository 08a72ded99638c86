/** Empty pages at the end of a booklet: its sheets have four pages each, whatever the text has. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { setBooklet } from '../../src/write/pdf/press/booklet.ts';
import { onPaper } from '../../src/write/pdf/set/paper.ts';
import { document, p, section } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();

async function booklet(paragraphs: number) {
  const words = 'Words and more words of a long report, line after line. '.repeat(12);
  const content = document({
    body: [
      section(
        'one',
        'One',
        Array.from({ length: paragraphs }, () => p(words)),
      ),
    ],
  });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const paper = onPaper(content, { ...job, paged: true });
  const { sides, typeScale } = await setBooklet(paper, job, { size: 'theme', binding: 'saddle', bleed: 0 });
  const empty = sides.filter(({ placed }) => placed.length === 0).length;
  const sizes = sides.flatMap(({ placed }) =>
    placed.flatMap(({ page }) =>
      page.items.flatMap(({ item }) => {
        const { inlines = [] } = item as { inlines?: { text: string; run: { style: { size: number } } }[] };
        return inlines.flatMap(({ text, run }) => (text.startsWith('report') ? [run.style.size] : []));
      }),
    ),
  );
  return { pages: sides.length, empty, size: Math.max(...sizes), typeScale };
}

it('more than one in twenty is won by type that is a little smaller, where that takes a sheet less', async () => {
  const usual = theme.styles.body.page.size;
  const all = await Promise.all([150, 156, 162, 168, 174, 180, 186].map(booklet));
  for (const { pages, empty, size, typeScale } of all) {
    // It is told.
    expect(size / usual).toBeCloseTo(typeScale ?? 0, 6);
    expect(pages % 4).toBe(0);
    expect(size).toBeLessThanOrEqual(usual);
    expect(size).toBeGreaterThanOrEqual(0.96 * usual);
    // Smaller type is a means, and no page is left empty by it.
    if (size < usual) expect(empty / pages).toBeLessThanOrEqual(0.05);
  }
  expect(all.some(({ size }) => size < usual)).toBe(true);
  expect(all.some(({ size }) => size === usual)).toBe(true);
});

it('a short text is not made smaller for a sheet that it cannot do without', async () => {
  const { pages, empty, size } = await booklet(20);
  expect([pages % 4, empty > 0]).toEqual([0, true]);
  expect(size).toBe(theme.styles.body.page.size);
});
