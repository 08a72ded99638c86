/** Braille: pages of cells for embossers and displays, as BRF (ASCII) and as PEF (XML with cells of Unicode). */
import type { Document } from '../../model/document.ts';
import { boundLine } from '../linear/bound.ts';
import { linearLines } from '../linear/lines.ts';
import { editionFile, type FormatWriter, type Job } from '../targets.ts';
import { firmJoins } from '../typesetting.ts';
import { blocksOf, openingNote } from './block.ts';
import { asBrf } from './brf.ts';
import { type BraillePage, type BraillePages, pagesOf } from './pages.ts';
import { asPef } from './pef.ts';
import { inPrintPages, unpaged } from './print-pages.ts';

export const brf: FormatWriter = {
  format: 'brf',
  extension: 'brf',
  write: async (document, job) => asBrf((await setPages(document, job, 'brf')).pages),
};

export const pef: FormatWriter = {
  format: 'pef',
  extension: 'pef',
  write: async (document, job) => asPef(document, job, await setPages(document, job, 'pef')),
};

export interface SetPages {
  readonly pages: BraillePages;
  readonly size: BraillePage;
}

async function setPages(document: Document, { language, madePdf, ...job }: Job, extension: string): Promise<SetPages> {
  const prints = madePdf !== undefined;
  const size = { cells: job.braille?.cells ?? 40, lines: job.braille?.lines ?? 25, prints };
  const linear = linearLines(document, (lang) => editionFile(job, lang, extension)).map((line) =>
    boundLine(line, firmJoins),
  );
  const lines = madePdf === undefined ? unpaged(linear) : await inPrintPages(linear, madePdf.bytes);
  const blocks = [openingNote(language, prints), ...blocksOf(lines, language)];
  return { pages: pagesOf(blocks, size), size };
}
