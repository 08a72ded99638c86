/** What a print shop wants to know of a file, right or wrong. */
import { partsOf, processInks, totalOf } from '../finished/pdf/paint/colour.ts';
import type { PrintFile, Sheet } from '../finished/pdf/paint/file.ts';
import { type Box, mm } from '../finished/pdf/paint/geometry.ts';
import { colourOf, type PdfImage, resolutionOf } from '../finished/pdf/paint/images.ts';
import { isSeen, type Paint } from '../finished/pdf/paint/paint.ts';
import type { PreflightSubject } from './press.ts';

export interface SheetSize {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

export interface PictureFacts {
  readonly page: number;
  readonly pixels: readonly [width: number, height: number];
  /** Of the axis that has fewer, as printed; to the pixel. */
  readonly ppi: number;
  readonly space: string;
  /** Percent of ink on one place of it, as it is printed, where it is seen and known. */
  readonly ink: number | null;
}

export interface PreflightFacts {
  readonly version: string;
  /** As the file claims it, such as `PDF/X-4`: see `conformance` for how far that is true. */
  readonly standard: string | null;
  /** How many clauses of PDF/X-4 were checked, by no means all, and the codes of those that do not hold; null if none is asked. */
  readonly conformance: { readonly checked: number; readonly broken: readonly string[] } | null;
  /** What had to be mended before the file could be read. */
  readonly repairs: readonly string[];
  readonly pageCount: number;
  readonly pages: readonly {
    readonly trim: SheetSize | null;
    readonly bleed: SheetSize | null;
    readonly media: SheetSize;
    /** Names of the inks that come onto it within the bleed. */
    readonly inks: readonly string[];
  }[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly subset: boolean }[];
  /** Names of all inks that are used: those of the press in its order, then spot colours. */
  readonly inks: readonly string[];
  /** Names of the spaces of light that are used: what is in them becomes inks only at the press. */
  readonly lights: readonly string[];
  /** Most percent of ink on one place, apart for drawings and text and for pictures; null for no pictures of known inks. */
  readonly inkMaximum: { readonly vector: number; readonly pictures: number | null };
  /** What is not in these totals because it could not be read, each kind once. */
  readonly inksUnread: readonly string[];
  readonly intent: { readonly identifier: string | null; readonly profile: string | null } | null;
  readonly pictures: readonly PictureFacts[];
}

export function factsOf(
  { file, inks, unread, printed }: PreflightSubject,
  conformance: PreflightFacts['conformance'],
): PreflightFacts {
  const intent = intentOf(file);
  const pictures = picturesOf(file, inks);
  const pages = file.sheets.map(inks);
  return {
    version: file.version,
    standard: file.standard,
    conformance,
    repairs: file.repairs,
    pageCount: file.sheets.length,
    pages: file.sheets.map((sheet) => ({
      trim: sheet.trim && sizeOf(sheet.trim),
      bleed: sheet.bleed && sizeOf(sheet.bleed),
      media: sizeOf(sheet.media),
      inks: inksOf(printed(sheet).map(({ paint }) => paint)),
    })),
    fonts: fontsOf(file),
    inks: inksOf([...paintsOf(file)].map(([paint]) => paint)),
    lights: [...new Set([...paintsOf(file)].flatMap(([paint]) => lightsOf(paint)))].sort(),
    inkMaximum: {
      vector: Math.round(pages.reduce((most, { drawings }) => Math.max(most, drawings), 0)),
      pictures: mostOf(pages.flatMap(({ pictures: ink }) => ink ?? [])),
    },
    inksUnread: [...new Set(file.sheets.flatMap((sheet) => unread(sheet).map(({ what }) => what)))],
    intent: intent && { identifier: intent.identifier, profile: intent.profile?.name ?? null },
    pictures,
  };
}

/** That of PDF/X first: another one may stand beside it for archives. */
export function intentOf({ intents }: PrintFile) {
  return intents.find(({ standard }) => standard === 'GTS_PDFX') ?? intents[0] ?? null;
}

const rounded = (points: number): number => Math.round((points / mm) * 100) / 100;

export function sizeOf({ left, right, bottom, top }: Box): SheetSize {
  return { width: rounded(right - left), height: rounded(top - bottom) };
}

/** All that is painted, at its place or not. */
export function* paintsOf(file: PrintFile): Generator<readonly [Paint, Sheet]> {
  for (const sheet of file.sheets) {
    for (const paint of sheet.paints) yield [paint, sheet];
    for (const paint of sheet.inner) yield [paint, sheet];
  }
}

function picturesOf({ sheets }: PrintFile, inks: PreflightSubject['inks']): readonly PictureFacts[] {
  return sheets.flatMap((sheet) =>
    sheet.paints.flatMap((paint, index) => {
      if (paint.type !== 'picture') return [];
      const { image, matrix } = paint;
      const ink = inks(sheet).ofPictures.get(index);
      return [
        {
          page: sheet.page,
          pixels: [image.width, image.height],
          ppi: Math.round(Math.min(resolutionOf(image, matrix), 1e5)),
          space: spaceName(image),
          ink: ink === undefined ? null : Math.round(ink),
        } as const,
      ];
    }),
  );
}

export function spaceName({ space, isStencil }: PdfImage): string {
  return isStencil ? 'stencil' : (space?.name ?? 'unknown');
}

function fontsOf(file: PrintFile): PreflightFacts['fonts'] {
  const fonts = new Map<string, PreflightFacts['fonts'][number]>();
  const used = file.sheets.flatMap((sheet) => [...sheet.fonts.keys()]);
  const hidden = [...paintsOf(file)].flatMap(([paint]) => (paint.type === 'text' ? [paint.font] : []));
  for (const { name, embedded, subset } of [...used, ...hidden]) {
    fonts.set(`${name} ${embedded} ${subset}`, { name, embedded, subset });
  }
  return [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function inksOf(paints: readonly Paint[]): readonly string[] {
  const used = new Set<string>();
  for (const paint of paints) {
    if (!isSeen(paint)) continue;
    for (const name of inksOfPaint(paint)) used.add(name);
  }
  const spots = [...used].filter((name) => !processInks.includes(name)).sort();
  return [...processInks.filter((name) => used.has(name)), ...spots];
}

function inksOfPaint(paint: Paint): readonly string[] {
  if (paint.type === 'picture' && paint.colour === null) return inksOfSpace(paint.image);
  const colours = paint.colour === null ? [] : [...partsOf(paint.colour)];
  return colours.flatMap((colour) => {
    if (colour.type !== 'inks') return [];
    const process = processInks.filter((_, index) => (colour.cmyk[index] ?? 0) > 0);
    return [...process, ...colour.spots.map(({ name }) => name)];
  });
}

function lightsOf(paint: Paint): readonly string[] {
  if (!isSeen(paint)) return [];
  return [...partsOf(colourOf(paint))].flatMap((colour) => (colour.type === 'inks' ? [] : [colour.space]));
}

/** A picture is taken to use all inks of its space. */
function inksOfSpace({ space }: PdfImage): readonly string[] {
  const base = space?.base ?? space;
  const full = base?.colour(Array.from({ length: base.components }, () => 1));
  const isGrey = base?.components === 1 && full?.type === 'inks' && totalOf(full) === 0;
  if (isGrey) return ['Black'];
  if (full?.type !== 'inks') return [];
  return [...processInks.filter((_, index) => (full.cmyk[index] ?? 0) > 0), ...full.spots.map(({ name }) => name)];
}

function mostOf(inks: readonly number[]): number | null {
  return inks.length === 0 ? null : Math.round(inks.reduce((most, ink) => Math.max(most, ink), 0));
}
