/** Where panels of a folded sheet may not begin. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Section } from '../../src/model/document.ts';
import { setForPress } from '../../src/write/pdf/press/sides.ts';
import { bodyRow, document, headRow, p, section, table, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';

/** The first line of each panel that has words. */
async function firstLines(body: readonly Section[]): Promise<string[]> {
  const theme = await gza();
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const { sides } = await setForPress(document({ body }), job, { layout: 'tri-fold', binding: null, bleed: 0 });
  return sides.flatMap(({ placed }) =>
    placed.flatMap(({ page }) => {
      const line = page.items.find(({ type }) => type === 'line')?.item as { inlines?: { text: string }[] } | undefined;
      return line === undefined ? [] : [(line.inlines ?? []).map(({ text }) => text).join('')];
    }),
  );
}

it('a list goes on with what was said before it, where it is not parted from it by need', async () => {
  const body = [1, 2, 3].map((number) =>
    section(`s${number}`, `Section ${number}`, [
      p('Words and more words of this section. '.repeat(14)),
      ul(['First point.', 'Second point.', 'Third point.']),
      p('And words after it. '.repeat(8)),
    ]),
  );
  const firsts = await firstLines(body);
  expect(firsts.length).toBeGreaterThan(3);
  expect(firsts.filter((text) => /point/.test(text))).toEqual([]);
});

it('the source of a table stands under it, and begins no panel', async () => {
  for (const lines of [2, 6, 10, 14, 18, 22, 26, 30]) {
    const rows = Array.from({ length: 5 }, (_, index) => bodyRow(`# Row ${index}`, `${index}`));
    const prices = table([headRow('# Room', '# Price')], rows, { source: [text('House rules.')] });
    const body = [1, 2, 3].map((number) =>
      section(`s${number}`, `Section ${number}`, [p('Words of a line or so. '.repeat(lines)), prices]),
    );
    const firsts = await firstLines(body);
    expect(firsts.length).toBeGreaterThan(3);
    expect(
      firsts.filter((text) => /rules/.test(text)),
      `${lines} lines`,
    ).toEqual([]);
  }
});
