/** A document drawn for one press, as often as its files need it. */
import type { Document } from '../../../model/document.ts';
import { pictureName } from '../../../model/picture.ts';
import { fogra39 } from '../../../picture/open-profile.ts';
import { inkPicture } from '../../../picture/press.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { Binding, Job, PrintLayout, PrintMarks } from '../../targets.ts';
import type { Facts } from '../file/xmp.ts';
import { foldOf, foldsOf } from '../lay/fold.ts';
import { bare } from '../page/furniture.ts';
import { draw } from '../paint/draw.ts';
import { PressInks, type UsedSpot } from '../paint/inks.ts';
import type { Side } from '../paint/sheet.ts';
import { type InkedColors, settleInks } from '../paint/theme-inks.ts';
import { inkDrawings } from './drawn.ts';
import { PressPdf } from './file.ts';
import type { PressForm } from './forms.ts';
import { marksRoom, withMarks } from './marks.ts';
import { printedPictures } from './resolution.ts';
import { setForPress } from './sides.ts';
import { sayForm, slugOf } from './slug.ts';
import { withSpine } from './spine.ts';

/** The press that a document is drawn for. */
export interface Shop {
  readonly profile: Profile;
  readonly inks: InkedColors;
  /** Pictures that are separated already, by their names. */
  readonly pictures: Record<string, Uint8Array>;
}

export async function shopOf({ theme, report, profile = fogra39() }: Job): Promise<Shop> {
  return { profile, inks: await settleInks(theme, profile, report), pictures: {} };
}

/** How the pages are drawn; lengths in points. */
export interface DrawnPages {
  readonly layout: PrintLayout;
  readonly binding: Binding | null;
  readonly marks: PrintMarks;
  readonly bleed: number;
  /** Which the file prints, for the bar; they are known when it has been drawn once. */
  readonly spots: readonly UsedSpot[];
}

/** The sheets that the pages come onto, drawn behind them. */
interface Sheets {
  readonly extension: string;
  readonly bleed: number;
  readonly marks: PrintMarks;
  readonly forms: readonly PressForm[];
}

interface DrawnFile {
  readonly sides: readonly Side[];
  readonly spots: readonly UsedSpot[];
  readonly bytes: Uint8Array;
}

export async function drawForPress(
  document: Document,
  job: Job,
  { profile, inks: colors, pictures }: Shop,
  { layout, binding, marks, bleed, spots }: DrawnPages,
  sheets: Sheets | null = null,
): Promise<DrawnFile> {
  const { theme } = job;
  const { lang } = document;
  const drawable = await setForPress(document, job, { layout, binding, bleed });
  for (const { source } of printedPictures(drawable.sides)) {
    const { bytes, press } = source.value;
    pictures[pictureName(source.value)] ??= await inkPicture(press?.bytes ?? bytes, profile);
  }
  // What is left has no place of its own on a page: it stands inside a drawing.
  for (const [name, bytes] of Object.entries(drawable.images)) pictures[name] ??= await inkPicture(bytes, profile);
  const inks = new PressInks(colors, await inkDrawings(drawable.sides, colors, profile));
  const folds = foldOf(layout, theme.print)?.sides.map(foldsOf) ?? [];
  const { ticket } = job.language;
  const sides = drawable.sides.map((side, index) => {
    const which = `${folds.length > 0 ? ticket.side : ticket.page} ${index + 1}/${drawable.sides.length}`;
    const own = folds[index] ?? [];
    const slug = slugOf(job, { lang, extension: 'print.pdf', which: [which], spots });
    return withMarks(side, { which: marks, bleed, folds: own, cuts: [], measured: own.length > 0, slug, spots }, theme);
  });
  const forms = sheets?.forms ?? [];
  const behind = forms.map((form): Side => {
    const { width, height, folds, cuts } = form;
    const side = { width, height, furniture: bare, placed: [], marks: null, turned: false, unstamped: true };
    const which = sayForm(form, forms.at(-1)?.sheet ?? 0, ticket);
    const slug = slugOf(job, { lang, extension: sheets?.extension ?? '', which, spots });
    const marks = {
      which: sheets?.marks ?? 'none',
      bleed: sheets?.bleed ?? 0,
      folds,
      cuts,
      measured: false,
      slug,
      spots,
    };
    return withSpine(withMarks(side, marks, theme), form, document, job);
  });
  const marked = marks !== 'none' || (sheets !== null && sheets.marks !== 'none');
  const press = { inks, profile, bleed, slug: marked ? marksRoom : 0 };
  const file = new PressPdf(drawable.tree, factsOf(document, job), press);
  const shown = { ...drawable, sides: [...sides, ...behind], images: pictures };
  const bytes = await draw(drawable.document, job, shown, { file, inks });
  return { sides: drawable.sides, spots: inks.used, bytes };
}

export function factsOf({ metadata, lang }: Document, { created }: Job): Facts {
  const producer = 'Etrati (pdfmake, pdfkit)';
  // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
  return { metadata, lang, created, producer, standard: 'ua-1', attachments: false };
}
