/** Where panels of a folded sheet may not begin. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { setForPress } from '../../src/write/pdf/press/sides.ts';
import { document, p, section, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';

it('a list goes on with what was said before it, where it is not parted from it by need', async () => {
  const theme = await gza();
  const body = [1, 2, 3].map((number) =>
    section(`s${number}`, `Section ${number}`, [
      p('Words and more words of this section. '.repeat(14)),
      ul(['First point.', 'Second point.', 'Third point.']),
      p('And words after it. '.repeat(8)),
    ]),
  );
  const content = document({ body });
  const job = { theme, language: languageOf('en'), name: 'test', created: new Date(0), report: new Report() };
  const { sides } = await setForPress(content, job, { layout: 'tri-fold', binding: null, bleed: 0 });
  const firsts = sides.flatMap(({ placed }) =>
    placed.flatMap(({ page }) => {
      const line = page.items.find(({ type }) => type === 'line')?.item as { inlines?: { text: string }[] } | undefined;
      return line === undefined ? [] : [(line.inlines ?? []).map(({ text }) => text).join('')];
    }),
  );
  expect(firsts.length).toBeGreaterThan(3);
  expect(firsts.filter((text) => /point/.test(text))).toEqual([]);
});
