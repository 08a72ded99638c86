/** Bookmarks lead to every section, also where it stands beside others. */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { columns, document, p, section } from '../make.ts';
import { readPress } from '../print/reading.ts';
import { job } from './job.ts';

it('name the sections in columns too, in reading order', async () => {
  const inner = (id: string, title: string) => section(id, title, [p('words')]);
  const made = document({
    body: [
      section('one', 'One', [columns([inner('two', 'Two')], [inner('three', 'Three')]), inner('four', 'Four')]),
      inner('five', 'Five'),
    ],
  });
  const { file } = await readPress(await pdf.write(made, job));
  const root = file.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  expect(bookmarksOf(file, root)).toEqual([made.metadata.title, 'One', '  Two', '  Three', '  Four', 'Five']);
});

function bookmarksOf(file: PDFDocument, parent: PDFDict, indent = ''): string[] {
  const found: string[] = [];
  for (let item = parent.lookup(PDFName.of('First')); item instanceof PDFDict; item = item.lookup(PDFName.of('Next'))) {
    const title = item.lookup(PDFName.of('Title'));
    if (title instanceof PDFString || title instanceof PDFHexString) found.push(indent + title.decodeText());
    found.push(...bookmarksOf(file, item, `${indent}  `));
  }
  return found;
}
