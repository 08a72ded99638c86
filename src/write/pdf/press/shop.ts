/** A document drawn for one press, as often as its files need it. */
import type { Document } from '../../../model/document.ts';
import { fogra39, isFogra39 } from '../../../picture/open-profile.ts';
import { type InkedPicture, inkPicture, mostInkOn, type PressPicture } from '../../../picture/press.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { ProcessStep } from '../../../theme/process-steps.ts';
import type { Binding, Job, PaperSurface, PrintLayout, PrintMarks, ShownPanel } from '../../targets.ts';
import type { Facts } from '../file/xmp.ts';
import { foldOf, foldsOf, type Panel } from '../lay/fold.ts';
import { bare } from '../page/furniture.ts';
import { draw } from '../paint/draw.ts';
import { PressInks, type UsedSpot } from '../paint/inks.ts';
import type { Side } from '../paint/sheet.ts';
import { type InkedColors, settleInks } from '../paint/theme-inks.ts';
import { inkDrawings } from './drawn.ts';
import { PressPdf } from './file.ts';
import type { PressForm } from './forms.ts';
import { marksRoom, withMarks } from './marks.ts';
import { widestOf } from './resolution.ts';
import { setForPress } from './sides.ts';
import { sayForm, slugOf } from './slug.ts';
import { withSpine } from './spine.ts';
import { roomOf, roomOfCover } from './step-rooms.ts';
import { withSteps } from './steps.ts';

/** The press that a document is drawn for. */
export interface Shop {
  readonly profile: Profile;
  readonly inks: InkedColors;
  /** Percent of all inks that the paper takes on one place. */
  readonly limit: number;
  /** Pictures that are inked already, by their names. */
  readonly pictures: Map<string, InkedPicture>;
  /** Cuts whose fault was reported already: the pages are drawn for each file. */
  readonly reported: Set<string>;
}

export async function shopOf({ theme, report, profile = fogra39() }: Job, paper: PaperSurface | null): Promise<Shop> {
  if (paper === 'uncoated' && isFogra39(profile)) {
    const message =
      'The paper is uncoated, and the profile is that of coated paper, FOGRA39: colours will be darker and duller.';
    const hints = [
      'Ask the print shop for the profile of its paper, such as PSOuncoated_v3_FOGRA52.icc, and give it with --icc.',
    ];
    report.warning('profile-paper', null, message, { hints });
  }
  const limit = mostInkOn[paper ?? 'coated'];
  return {
    profile,
    inks: await settleInks(theme, profile, report, limit),
    limit,
    pictures: new Map(),
    reported: new Set(),
  };
}

/** How the pages are drawn; lengths in points. */
export interface DrawnPages {
  readonly layout: PrintLayout;
  readonly binding: Binding | null;
  readonly marks: PrintMarks;
  readonly bleed: number;
  readonly used: UsedInks;
}

/** What marks name: known when the file has been drawn once. */
export interface UsedInks {
  readonly spots: readonly UsedSpot[];
  /** Of each page, in its order: what is done on it besides printing colours. */
  readonly steps: readonly (readonly ProcessStep[])[];
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
  /** Of the theme's sizes of type. */
  readonly typeScale: number;
  readonly used: UsedInks;
  readonly bytes: Uint8Array;
}

export async function drawForPress(
  document: Document,
  job: Job,
  { profile, inks: colors, limit, pictures, reported }: Shop,
  { layout, binding, marks, bleed, used }: DrawnPages,
  sheets: Sheets | null = null,
): Promise<DrawnFile> {
  const { theme } = job;
  const { lang } = document;
  const drawable = await setForPress(document, job, { layout, binding, bleed });
  const ink = async (name: string, picture: PressPicture): Promise<void> => {
    if (!pictures.has(name)) pictures.set(name, await inkPicture(picture, profile, limit));
  };
  for (const [name, { picture, inches }] of widestOf(drawable.sides))
    await ink(name, { ...picture, bytes: picture.press?.bytes ?? picture.bytes, inches });
  // What is left has no place of its own on a page: it stands inside a drawing, as large as that may be.
  for (const [name, bytes] of Object.entries(drawable.images))
    await ink(name, { bytes, inches: Number.POSITIVE_INFINITY });
  const inks = new PressInks(colors, await inkDrawings(drawable.sides, colors, { ...profile, limit }));
  const forms = sheets?.forms ?? [];
  const marked = marks !== 'none' || (sheets !== null && sheets.marks !== 'none');
  const press = { inks, profile, bleed, slug: marked ? marksRoom : 0 };
  const file = new PressPdf(drawable.tree, factsOf(document, job), press);
  const fold = foldOf(layout, theme.print);
  const folded = fold?.sides ?? [];
  const { ticket } = job.language;
  // The edge of a cover is cut with its spine.
  const steps = forms.some(({ spine }) => spine)
    ? theme.print.steps.filter(({ step }) => step !== 'cut')
    : theme.print.steps;
  const tools = { file, inks, report: job.report, reported };
  const { spots } = used;
  const done = drawable.sides.map(() => new Set<ProcessStep>());
  const sides = drawable.sides.map((side, index) => {
    const isFolded = folded.length > 0;
    const where = `${isFolded ? 'side' : 'page'} ${index + 1}`;
    const room = roomOf(side, index, { fold, binding, bleed, count: drawable.sides.length, where });
    const which = [`${isFolded ? ticket.side : ticket.page} ${index + 1}/${drawable.sides.length}`];
    const panels = folded[index] ?? [];
    const own = foldsOf(panels);
    const slug = slugOf(job, { lang, extension: 'print.pdf', which, spots, steps: used.steps[index] ?? [] });
    const asked = { which: marks, bleed, folds: own, cuts: [], measured: own.length > 0, slug, spots };
    const named = { ...side, panels: panels.map(shownPanel) };
    return withMarks(withSteps(named, room, { ...tools, steps, done: done[index] }), asked, theme);
  });
  const inOrder = (some: ReadonlySet<ProcessStep>) => theme.print.steps.filter((step) => some.has(step));
  const behind = forms.map((form): Side => {
    const { width, height, folds, cuts } = form;
    const side = { width, height, furniture: bare, placed: [], marks: null, turned: false, unstamped: true };
    const which = sayForm(form, forms.at(-1)?.sheet ?? 0, ticket);
    const onPages = new Set(form.placed.flatMap(({ page }) => used.steps[page] ?? []));
    const slug = slugOf(job, { lang, extension: sheets?.extension ?? '', which, spots, steps: inOrder(onPages) });
    const marks = {
      which: sheets?.marks ?? 'none',
      bleed: sheets?.bleed ?? 0,
      folds,
      cuts,
      measured: false,
      slug,
      spots,
    };
    const whole = withSpine(withMarks(side, marks, theme), form, document, job);
    const edge = form.spine === undefined ? [] : theme.print.steps.filter(({ step }) => step === 'cut');
    return withSteps(whole, roomOfCover(form), { ...tools, steps: edge });
  });
  const images = Object.fromEntries([...pictures].map(([name, { bytes }]) => [name, bytes]));
  const shown = { ...drawable, sides: [...sides, ...behind], images };
  const bytes = await draw(drawable.document, job, shown, { file, inks });
  return {
    sides: drawable.sides,
    typeScale: drawable.typeScale ?? 1,
    used: { spots: inks.used, steps: done.map(inOrder) },
    bytes,
  };
}

function shownPanel({ role, order, width }: Panel): ShownPanel {
  return { role: role === 'cover' || role === 'back' ? role : 'text', order, width };
}

export function factsOf({ metadata, lang }: Document, { created }: Job): Facts {
  const producer = 'Etrati (pdfmake, pdfkit)';
  // Whatever is asked of the file for screens: PDF/X-4 is no PDF 2.0.
  return { metadata, lang, created, producer, standard: 'ua-1', attachments: false };
}
