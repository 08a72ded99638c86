/** The print target: what the document becomes on paper, with bleed, in inks, without links; on request as imposed sheets. */
import { Refused } from '../../diagnostics.ts';
import type { Document } from '../../model/document.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { inkPicture } from '../../picture/press.ts';
import type { Job, Part, PrintLayout, PrintMarks, Target } from '../targets.ts';
import { formOf } from './form.ts';
import { imposeSaddle } from './impose.ts';
import { PressInks } from './inks.ts';
import { marksRoom } from './marks.ts';
import { draw } from './pdf.ts';
import { PressPdf } from './press-file.ts';
import { setForPress } from './press-sides.ts';
import { checkResolution } from './resolution.ts';
import { settleInks } from './theme-inks.ts';
import { mm } from './type.ts';
import type { Facts } from './xmp.ts';

export const print: Target<readonly Part[]> = { format: 'print', extension: 'print.pdf', write };

async function write(document: Document, job: Job): Promise<readonly Part[]> {
  const { impose, creep = thinnestPaper } = job.print ?? {};
  const layout = layoutOf(document, job);
  const marks = job.print?.marks ?? (layout.endsWith('fold') ? 'folds' : 'none');
  const { bleed } = job.theme.print;
  const { bytes, count } = await drawForPress(document, job, { layout, marks, bleed });
  const pages = { extension: print.extension, bytes };
  if (impose === undefined) return [pages];
  // The innermost sheet is pushed out the furthest: its pages move to the fold, and need so much more bleed.
  const most = (count / 4 - 1) * creep * mm;
  const wide = await drawForPress(document, job, { layout, marks: 'none', bleed: bleed + most });
  const saddle = { creep: creep * mm, bleed, facts: factsOf(document, job), marks: marks === 'all' };
  return [pages, { extension: 'saddle.pdf', bytes: await imposeSaddle(wide.bytes, saddle) }];
}

/** A sheet of the lightest paper that booklets are made of, in millimetres. */
const thinnestPaper = 0.1;

/** What is asked for, else what suits the kind. Throws `Refused` where the document cannot become that. */
function layoutOf(document: Document, { print: options }: Job): PrintLayout {
  const sheet = formOf(document).name === 'sheet';
  const usual = document.kind === 'brochure' ? 'tri-fold' : sheet ? 'sheets' : 'booklet';
  const layout = options?.layout ?? usual;
  const booklet = layout === 'booklet' || layout === 'a5-booklet';
  if (sheet && booklet) {
    const message = `A ${document.kind} is one sheet with a head: it has no cover and no pages for the layout ${layout}.`;
    throw refusal('layout-of-sheet', message, 'Leave --layout out, or choose sheets or a fold.');
  }
  if (options?.impose !== undefined && !booklet) {
    const message = `Pages of the layout ${layout} are not put together on sheets: they are no booklet.`;
    throw refusal('impose-no-booklet', message, 'Choose --layout booklet or a5-booklet, or leave --impose out.');
  }
  return layout;
}

function refusal(code: string, message: string, hint: string): Refused {
  return new Refused([{ severity: 'error', code, at: null, message, hints: [hint], related: [] }]);
}

/** How the pages are drawn; the bleed in points. */
interface Drawn {
  readonly layout: PrintLayout;
  readonly marks: PrintMarks;
  readonly bleed: number;
}

async function drawForPress(
  document: Document,
  job: Job,
  { layout, marks, bleed }: Drawn,
): Promise<{ readonly bytes: Uint8Array; readonly count: number }> {
  const profile = job.profile ?? fogra39();
  const drawable = await setForPress(document, job, { layout, marks, bleed });
  checkResolution(drawable.sides, job.report);
  const images: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(drawable.images)) images[name] = await inkPicture(bytes, profile);
  const inks = new PressInks(await settleInks(job.theme, profile, job.report));
  const press = { inks, profile, bleed, slug: marks === 'none' ? 0 : marksRoom };
  const file = new PressPdf(drawable.tree, factsOf(document, job), press);
  const bytes = await draw(document, job, { ...drawable, images }, { file, inks });
  return { bytes, count: drawable.sides.length };
}

function factsOf({ metadata, lang }: Document, { created }: Job): Facts {
  const producer = 'Etrati (pdfmake, pdfkit)';
  // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
  return { metadata, lang, created, producer, standard: 'ua-1', attachments: false };
}
