/** What preflight finds in the files of one build: told for each document, with the file that it is in. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import type { TicketOrder } from '../../src/ticket/ticket.ts';
import { ticketed } from '../../src/write/pdf/press/ticketed.ts';
import { good, printPdf, sheet } from '../preflight/make.ts';

const twoSizes = printPdf({
  more: [good],
  objects: {
    22: `<< /Type /Page /Parent 2 0 R /Contents 23 0 R /MediaBox [0 0 ${sheet.width} ${sheet.height + 50}] /BleedBox [0 0 ${sheet.width} ${sheet.height + 50}] /TrimBox [9 9 ${sheet.width - 9} ${sheet.height + 41}] >>`,
  },
});
const order = (file: string, lang: string): TicketOrder => ({
  file,
  title: 'Borders',
  lang,
  created: new Date('2026-11-22T00:00:00Z'),
  layout: 'sheets',
  sides: [],
  binding: 'none',
  marks: 'none',
  conversions: [],
  inks: [],
});

it('the same finding is told of each language, by file, and once of the files of one document', async () => {
  const report = new Report();
  for (const lang of ['ka', 'en']) {
    const reported = new Set<string>();
    await ticketed('print.pdf', twoSizes, order(`borders.${lang}.print.pdf`, lang), { report, reported });
    await ticketed('2-up.pdf', twoSizes, order(`borders.${lang}.2-up.pdf`, lang), { report, reported });
  }
  const found = report.diagnostics.filter(({ code }) => code === 'page-count');
  expect(found.map(({ message }) => message.slice(0, 31))).toEqual([
    'borders.ka.print.pdf: The page ',
    'borders.en.print.pdf: The page ',
  ]);
});
