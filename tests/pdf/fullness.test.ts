/** Sheets that hold too much or too little are told. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import { setForPress } from '../../src/write/pdf/press/sides.ts';
import { document, lookOf, p, section } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();

function jobOf(content: Document) {
  return { theme, language: languageOf(content.lang), name: 'test', created: new Date(0), report: new Report() };
}

const told = (report: Report): readonly string[] =>
  report.diagnostics.map(({ code, message }) => `${code}: ${message}`);

it('a sheet that goes on after its second page, with the lines that are too many', async () => {
  const sheetOf = (paragraphs: number): Document => {
    const content = document({
      body: [
        section(
          'one',
          'One',
          Array.from({ length: paragraphs }, () => p('A line.')),
        ),
      ],
    });
    return { ...content, cover: { ...content.cover, look: lookOf('head') } };
  };
  const found = await Promise.all(
    [10, 90].map(async (paragraphs) => {
      const job = jobOf(sheetOf(paragraphs));
      await setPages(sheetOf(paragraphs), job);
      return told(job.report);
    }),
  );
  expect(found).toEqual([
    [],
    [expect.stringMatching(/^sheet-too-long: The brochure has 3 pages: it is about \d+ lines longer than the two/)],
  ]);
});

it('panels of a folded sheet on which nothing stands', async () => {
  const found = await Promise.all(
    [1, 9].map(async (sections) => {
      const body = Array.from({ length: sections }, (_, i) =>
        section(`s${i}`, `Section ${i}`, [p('Words and more words. '.repeat(26))]),
      );
      const content = document({ body });
      const job = jobOf(content);
      await setForPress(content, job, { layout: 'tri-fold', binding: null, bleed: 0 });
      return told(job.report);
    }),
  );
  expect(found).toEqual([[expect.stringMatching(/^panels-empty: [1-5] of the 6 panels/)], []]);
});

it('what has a head in place of a cover is not told to become a booklet, which it cannot be', async () => {
  const content = document({ body: [section('one', 'One', [p('A line.')])] });
  const sheet = { ...content, cover: { ...content.cover, look: lookOf('head') } };
  const job = jobOf(sheet);
  await setForPress(sheet, job, { layout: 'tri-fold', binding: null, bleed: 0 });
  const hints = job.report.diagnostics.flatMap((found) => found.hints);
  expect(hints).toEqual([expect.stringContaining('--layout sheets')]);
});
