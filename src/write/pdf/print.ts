/** The print target: what the document becomes on paper, with bleed, in inks, without links; on request as imposed sheets. */
import { refusal } from '../../diagnostics.ts';
import type { Document } from '../../model/document.ts';
import { pictureName } from '../../model/picture.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { inkPicture } from '../../picture/press.ts';
import type { Profile } from '../../picture/profile.ts';
import { printTicket } from '../../ticket/ticket.ts';
import type { FormatWriter, Job, PrintLayout, PrintMarks, WrittenFile } from '../targets.ts';
import type { Facts } from './file/xmp.ts';
import { type Drawable, draw } from './paint/draw.ts';
import { PressInks } from './paint/inks.ts';
import { type InkedColors, settleInks } from './paint/theme-inks.ts';
import { inkDrawings } from './press/drawn.ts';
import { PressPdf } from './press/file.ts';
import { imposeSaddle } from './press/impose.ts';
import { marksRoom } from './press/marks.ts';
import { orderOf } from './press/order.ts';
import { checkResolution, conversionsOf, printedPictures } from './press/resolution.ts';
import { setForPress } from './press/sides.ts';
import { isSheet } from './set/form.ts';
import { mm } from './text/type.ts';

export const print: FormatWriter<readonly WrittenFile[]> = { format: 'print', extension: 'print.pdf', write };

/**
 * The pages, their ticket for the shop, and on request the sheets that the pages are put together on. What preflight finds in
 * the finished file goes to the report.
 */
async function write(document: Document, job: Job): Promise<readonly WrittenFile[]> {
  const { impose, creep = thinnestPaper } = job.print ?? {};
  const layout = layoutOf(document, job);
  const marks = job.print?.marks ?? (layout.endsWith('fold') ? 'folds' : 'none');
  const { bleed } = job.theme.print;
  const shop = await shopOf(job);
  const { bytes, sides } = await drawForPress(document, job, shop, { layout, marks, bleed });
  checkResolution(sides, job.report);
  const conversions = conversionsOf(sides, shop.profile);
  const ticket = await printTicket(bytes, orderOf(document, job, { layout, marks, conversions, inks: shop.inks }));
  for (const found of ticket.diagnostics) if (!toldAtTheirPlaces.includes(found.code)) job.report.add(found);
  const parts = [
    { extension: print.extension, bytes },
    { extension: 'ticket.json', bytes: ticket.json },
    { extension: 'ticket.html', bytes: ticket.html },
  ];
  if (impose === undefined || job.report.failed) return parts;
  // The innermost sheet is pushed out the furthest: its pages move to the fold, and need so much more bleed.
  const most = (sides.length / 4 - 1) * creep * mm;
  const wide = await drawForPress(document, job, shop, { layout, marks: 'none', bleed: bleed + most });
  const saddle = { creep: creep * mm, bleed, facts: factsOf(document, job), marks: marks === 'all' };
  return [...parts, { extension: 'saddle.pdf', bytes: await imposeSaddle(wide.bytes, saddle) }];
}

/** What is told before, where the data names the picture. */
const toldAtTheirPlaces: readonly string[] = ['picture-coarse', 'picture-too-coarse'];

/** A sheet of the lightest paper that booklets are made of, in millimetres. */
const thinnestPaper = 0.1;

/** What is asked for, else what suits the kind. Throws `Refused` where the document cannot become that. */
function layoutOf(document: Document, { print: options, theme }: Job): PrintLayout {
  const sheet = isSheet(document);
  const usual = document.kind === 'brochure' ? 'tri-fold' : sheet ? 'sheets' : 'booklet';
  const layout = options?.layout ?? (theme.large === null ? usual : 'booklet');
  if (theme.large !== null && layout !== 'booklet' && layout !== 'sheets') {
    const message = `Large print has pages of A4 or more, and the layout ${layout} has none so large.`;
    throw refusal('layout-of-large', null, message, 'Leave --layout out, or choose booklet or sheets.');
  }
  const booklet = layout === 'booklet' || layout === 'a5-booklet';
  if (sheet && booklet) {
    const message = `A ${document.kind} is one sheet with a head: it has no cover and no pages for the layout ${layout}.`;
    throw refusal('layout-of-sheet', null, message, 'Leave --layout out, or choose sheets or a fold.');
  }
  if (options?.impose !== undefined && !booklet) {
    const message = `Pages of the layout ${layout} are not put together on sheets: they are no booklet.`;
    throw refusal('impose-no-booklet', null, message, 'Choose --layout booklet or a5-booklet, or leave --impose out.');
  }
  return layout;
}

/** How the pages are drawn; the bleed in points. */
interface Drawn {
  readonly layout: PrintLayout;
  readonly marks: PrintMarks;
  readonly bleed: number;
}

/** The press that a document is drawn for, once or twice. */
interface Shop {
  readonly profile: Profile;
  readonly inks: InkedColors;
  /** Pictures that are separated already, by their names. */
  readonly pictures: Record<string, Uint8Array>;
}

async function shopOf({ theme, report, profile = fogra39() }: Job): Promise<Shop> {
  return { profile, inks: await settleInks(theme, profile, report), pictures: {} };
}

async function drawForPress(
  document: Document,
  job: Job,
  { profile, inks: colors, pictures }: Shop,
  { layout, marks, bleed }: Drawn,
): Promise<Pick<Drawable, 'sides'> & { readonly bytes: Uint8Array }> {
  const drawable = await setForPress(document, job, { layout, marks, bleed });
  for (const { source } of printedPictures(drawable.sides)) {
    const { bytes, press } = source.value;
    pictures[pictureName(source.value)] ??= await inkPicture(press?.bytes ?? bytes, profile);
  }
  // What is left has no place of its own on a page: it stands inside a drawing.
  for (const [name, bytes] of Object.entries(drawable.images)) pictures[name] ??= await inkPicture(bytes, profile);
  const inks = new PressInks(colors, await inkDrawings(drawable.sides, colors, profile));
  const press = { inks, profile, bleed, slug: marks === 'none' ? 0 : marksRoom };
  const file = new PressPdf(drawable.tree, factsOf(document, job), press);
  const bytes = await draw(drawable.document, job, { ...drawable, images: pictures }, { file, inks });
  return { sides: drawable.sides, bytes };
}

function factsOf({ metadata, lang }: Document, { created }: Job): Facts {
  const producer = 'Etrati (pdfmake, pdfkit)';
  // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
  return { metadata, lang, created, producer, standard: 'ua-1', attachments: false };
}
