/** The print target: the pages of the PDF target with bleed, in inks, without links. */

import type { Document } from '../../model/document.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { inkPicture } from '../../picture/press.ts';
import type { Job, Target } from '../targets.ts';
import { PressInks } from './inks.ts';
import { setPages } from './pages.ts';
import { draw } from './pdf.ts';
import { PressPdf } from './press-file.ts';
import { checkResolution } from './resolution.ts';
import { settleInks } from './theme-inks.ts';
import type { Facts } from './xmp.ts';

export const print: Target = { format: 'print', extension: 'print.pdf', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const facts: Facts = {
    metadata: document.metadata,
    lang: document.lang,
    created: job.created,
    producer: 'Etrati (pdfmake, pdfkit)',
    // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
    standard: 'ua-1',
    attachments: false,
  };
  const profile = job.profile ?? fogra39();
  const pages = await setPages(document, job, { linked: false });
  checkResolution(pages, job.report);
  const images: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(pages.images)) images[name] = await inkPicture(bytes, profile);
  const inks = new PressInks(await settleInks(job.theme, profile, job.report));
  const press = { inks, profile, bleed: job.theme.print.bleed };
  return draw(document, job, { ...pages, images }, { file: new PressPdf(pages.tree, facts, press), inks });
}
