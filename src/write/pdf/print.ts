/** The print target: what the document becomes on paper, with bleed, in inks, without links; on request as imposed sheets. */
import { Refused } from '../../diagnostics.ts';
import type { Document } from '../../model/document.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { inkPicture } from '../../picture/press.ts';
import { printTicket } from '../../ticket/ticket.ts';
import type { Job, Part, PrintLayout, PrintMarks, Target } from '../targets.ts';
import { formOf } from './form.ts';
import { imposeSaddle } from './impose.ts';
import { PressInks } from './inks.ts';
import { marksRoom } from './marks.ts';
import { orderOf } from './order.ts';
import { draw } from './pdf.ts';
import { PressPdf } from './press-file.ts';
import { setForPress } from './press-sides.ts';
import { checkResolution, conversionsOf } from './resolution.ts';
import { type InkedColors, settleInks } from './theme-inks.ts';
import { mm } from './type.ts';
import type { Facts } from './xmp.ts';

export const print: Target<readonly Part[]> = { format: 'print', extension: 'print.pdf', write };

/**
 * The pages, their ticket for the shop, and on request the sheets that the pages are put together on. What preflight finds in
 * the finished file goes to the report.
 */
async function write(document: Document, job: Job): Promise<readonly Part[]> {
  const { impose, creep = thinnestPaper } = job.print ?? {};
  const layout = layoutOf(document, job);
  const marks = job.print?.marks ?? (layout.endsWith('fold') ? 'folds' : 'none');
  const { bleed } = job.theme.print;
  const { bytes, count, conversions, inks } = await drawForPress(document, job, { layout, marks, bleed });
  const ticket = await printTicket(bytes, orderOf(document, job, { layout, marks, conversions, inks }));
  for (const found of ticket.diagnostics) if (!toldAtTheirPlaces.includes(found.code)) job.report.add(found);
  const parts = [
    { extension: print.extension, bytes },
    { extension: 'ticket.json', bytes: ticket.json },
    { extension: 'ticket.html', bytes: ticket.html },
  ];
  if (impose === undefined || job.report.failed) return parts;
  // The innermost sheet is pushed out the furthest: its pages move to the fold, and need so much more bleed.
  const most = (count / 4 - 1) * creep * mm;
  const wide = await drawForPress(document, job, { layout, marks: 'none', bleed: bleed + most });
  const saddle = { creep: creep * mm, bleed, facts: factsOf(document, job), marks: marks === 'all' };
  return [...parts, { extension: 'saddle.pdf', bytes: await imposeSaddle(wide.bytes, saddle) }];
}

/** What is told before, where the data names the picture. */
const toldAtTheirPlaces: readonly string[] = ['picture-coarse', 'picture-too-coarse'];

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

interface Drawing {
  readonly bytes: Uint8Array;
  /** Of its pages. */
  readonly count: number;
  readonly conversions: readonly string[];
  readonly inks: InkedColors;
}

async function drawForPress(document: Document, job: Job, { layout, marks, bleed }: Drawn): Promise<Drawing> {
  const profile = job.profile ?? fogra39();
  const drawable = await setForPress(document, job, { layout, marks, bleed });
  checkResolution(drawable.sides, job.report);
  const images: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(drawable.images)) images[name] = await inkPicture(bytes, profile);
  const colors = await settleInks(job.theme, profile, job.report);
  const inks = new PressInks(colors);
  const press = { inks, profile, bleed, slug: marks === 'none' ? 0 : marksRoom };
  const file = new PressPdf(drawable.tree, factsOf(document, job), press);
  const bytes = await draw(document, job, { ...drawable, images }, { file, inks });
  const conversions = conversionsOf(drawable.sides, profile);
  return { bytes, count: drawable.sides.length, conversions, inks: colors };
}

function factsOf({ metadata, lang }: Document, { created }: Job): Facts {
  const producer = 'Etrati (pdfmake, pdfkit)';
  // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
  return { metadata, lang, created, producer, standard: 'ua-1', attachments: false };
}
