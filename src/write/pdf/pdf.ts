/** The PDF target, through pdfmake's layout: by choice PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with WTPDF and PDF/A-4, in one file. */

import type { Document } from '../../model/document.ts';
import type { FormatWriter, Job } from '../targets.ts';
import { TaggedPdf } from './file/file.ts';
import type { Facts } from './file/xmp.ts';
import { furnish } from './page/furniture.ts';
import { grounded } from './page/ground.ts';
import { setPages } from './page/pages.ts';
import { draw } from './paint/draw.ts';
import { screen } from './paint/inks.ts';
import { sidesOf } from './paint/sheet.ts';

export const pdf: FormatWriter = { format: 'pdf', extension: 'pdf', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const { standard, source } = job.pdf ?? { standard: 'ua-1', source: null };
  const facts: Facts = {
    metadata: document.metadata,
    lang: document.lang,
    created: job.created,
    producer: 'Etrati (pdfmake, pdfkit)',
    standard,
    attachments: source !== null,
  };
  const pages = await setPages(document, job);
  const sides = sidesOf(pages, grounded(furnish(document, job, pages), pages, job), job.theme);
  return draw(document, job, { ...pages, sides }, { file: new TaggedPdf(pages.tree, facts, source), inks: screen });
}
