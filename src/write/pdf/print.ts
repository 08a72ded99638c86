/** The print target: the pages of the PDF target with bleed, in inks, without links. */

import { Refused } from '../../diagnostics.ts';
import type { Document } from '../../model/document.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { inkPicture } from '../../picture/press.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Job, Part, PrintLayout, PrintMarks, Target } from '../targets.ts';
import { setBooklet } from './booklet.ts';
import { type Fold, foldOf, foldsOf } from './fold.ts';
import { setFolded } from './folded.ts';
import { formOf } from './form.ts';
import { furnish } from './furniture.ts';
import { imposeSaddle } from './impose.ts';
import { PressInks } from './inks.ts';
import { marksRoom, paintMarks } from './marks.ts';
import { setPages } from './pages.ts';
import { type Drawable, draw } from './pdf.ts';
import { PressPdf } from './press-file.ts';
import { checkResolution } from './resolution.ts';
import { type Side, sidesOf } from './sheet.ts';
import { settleInks } from './theme-inks.ts';
import { mm, Type } from './type.ts';
import type { Facts } from './xmp.ts';

export const print: Target<readonly Part[]> = { format: 'print', extension: 'print.pdf', write };

async function write(document: Document, job: Job): Promise<readonly Part[]> {
  const facts: Facts = {
    metadata: document.metadata,
    lang: document.lang,
    created: job.created,
    producer: 'Etrati (pdfmake, pdfkit)',
    // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
    standard: 'ua-1',
    attachments: false,
  };
  const { bleed } = job.theme.print;
  const profile = job.profile ?? fogra39();
  const layout = job.print?.layout ?? layoutOf(document);
  const fold = foldOf(layout);
  if (job.print?.impose !== undefined && !layout.endsWith('booklet')) refuseImposition(layout);
  const which = job.print?.marks ?? (fold === null ? 'none' : 'folds');
  const drawable = await setOn(layout, document, job);
  checkResolution(drawable.sides, job.report);
  const images: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(drawable.images)) images[name] = await inkPicture(bytes, profile);
  const inks = new PressInks(await settleInks(job.theme, profile, job.report));
  const press = { inks, profile, bleed, slug: which === 'none' ? 0 : marksRoom };
  const file = new PressPdf(drawable.tree, facts, press);
  const sides = drawable.sides.map((side, index) => withMarks(side, index, which, fold, job.theme));
  const bytes = await draw(document, job, { ...drawable, images, sides }, { file, inks });
  const pages = { extension: print.extension, bytes };
  if (job.print?.impose === undefined) return [pages];
  const creep = (job.print.creep ?? thinnestPaper) * mm;
  const sheets = await imposeSaddle(bytes, { creep, facts, marks: which === 'all' });
  return [pages, { extension: 'saddle.pdf', bytes: sheets }];
}

/** A sheet of the lightest paper that booklets are made of, in millimetres. */
const thinnestPaper = 0.1;

/** Only the pages of a booklet make sheets. */
function refuseImposition(layout: PrintLayout): void {
  const message = `Pages of the layout ${layout} are not put together on sheets: they are no booklet.`;
  const hints = ['Choose --layout booklet or a5-booklet, or leave --impose out.'];
  throw new Refused([{ severity: 'error', code: 'impose-no-booklet', at: null, message, hints, related: [] }]);
}

async function setOn(layout: PrintLayout, document: Document, job: Job): Promise<Drawable> {
  const { bleed } = job.theme.print;
  const fold = foldOf(layout);
  if (fold !== null) return setFolded(document, job, fold, bleed);
  if (layout === 'booklet') return setBooklet(document, job, 'theme', bleed);
  if (layout === 'a5-booklet') return setBooklet(document, job, 'a5', bleed);
  const pages = await setPages(document, job, { linked: false });
  return { ...pages, sides: sidesOf(pages, furnish(document, job.theme, pages, { bleed }), job.theme) };
}

function withMarks(side: Side, index: number, which: PrintMarks, fold: Fold | null, theme: Theme): Side {
  if (which === 'none') return side;
  const { width, height } = side;
  const { bleed } = theme.print;
  const folds = foldsOf(fold?.sides[index] ?? []);
  const style = new Type(theme).style('running', { color: 'ink' });
  const marks = { which, width, height, bleed, folds, style };
  return { ...side, marks: { bleed, paint: (canvas) => paintMarks(canvas, marks) } };
}

/** What suits a kind. */
function layoutOf(document: Document): PrintLayout {
  if (document.kind === 'brochure') return 'tri-fold';
  return formOf(document).name === 'sheet' ? 'sheets' : 'booklet';
}
