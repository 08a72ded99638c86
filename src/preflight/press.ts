/** A file with what rules share of it, reckoned once. */

import type { PrintFile, Sheet } from '../finished/pdf/paint/file.ts';
import { isSeen, type Paint } from '../finished/pdf/paint/paint.ts';
import { onceEach } from '../once.ts';
import { PageGround } from './ground.ts';
import { inksOf, type PageInks, platesOf } from './plates/page-inks.ts';
import type { Plates } from './plates/plates.ts';
import { type PlateSources, readSources } from './plates/sources.ts';
import { isDamaged, tooDeep, unreadIn } from './plates/unread.ts';
import { isPrinted, tiledIn } from './printed.ts';
import type { PressProfile } from './profile.ts';

export interface PreflightSubject {
  readonly file: PrintFile;
  /** What is asked of it; PDF/X of every file that claims it. */
  readonly asks: PressProfile;
  /** What lies under the paints of a sheet. */
  ground(sheet: Sheet): PageGround;
  /** How much ink it takes, as the press prints it. */
  inks(sheet: Sheet): PageInks;
  /** What of its inks could not be read; at null a part without a place. */
  unread(sheet: Sheet): readonly UnreadInk[];
  /** Whether all or a part of a picture is lost. */
  isDamaged(paint: Paint): boolean;
  /** Its plates, dot by dot, without words or with bars for them: made anew each time, as they are large. */
  plates(sheet: Sheet, words: 'fine' | 'bars'): Plates;
  /** What comes onto the paper within the bleed, each with its place in the sheet's list; what lies beyond is cut off. */
  printed(sheet: Sheet): readonly PrintedPaint[];
  /** What the tilings in it repeat, each once, as large as it is printed. */
  tiled(sheet: Sheet): readonly TiledPaint[];
}

export interface TiledPaint {
  readonly paint: Paint;
  /** What is coloured with it: in a tiling, things have no place of their own. */
  readonly on: Paint;
}

export interface UnreadInk {
  /** In words that go before “were not read”. */
  readonly what: string;
  readonly paint: Paint | null;
}

export interface PrintedPaint {
  readonly index: number;
  readonly paint: Paint;
}

export async function pressOf(file: PrintFile, profile: PressProfile): Promise<PreflightSubject> {
  const asks = { ...profile, pdfX: profile.pdfX || file.standard !== null };
  const sources = await readSources(file);
  const inks = onceEach((sheet: Sheet) => inksOf(sheet, sources, asks.ink ?? Number.POSITIVE_INFINITY));
  const ground = onceEach((sheet: Sheet) => new PageGround(sheet.paints, sheet.media));
  const printed = onceEach((sheet: Sheet) =>
    sheet.paints.flatMap((paint, index) => (isPrinted(paint, sheet) ? [{ index, paint }] : [])),
  );
  const tiled = onceEach((sheet: Sheet) => [...tiledOf(printed(sheet))]);
  const unread = onceEach((sheet: Sheet) => [...unreadOf(sheet, printed(sheet), sources)]);
  const plates = (sheet: Sheet, words: 'fine' | 'bars'): Plates => platesOf(sheet, { ...sources, words });
  return { file, asks, inks, unread, isDamaged: (paint) => isDamaged(paint, sources), plates, ground, printed, tiled };
}

function* tiledOf(printed: readonly PrintedPaint[]): Generator<TiledPaint> {
  const known = new Set<object>();
  for (const { paint: on } of printed) {
    const inner = [...tiledIn(on)];
    for (const { cell, paint } of inner) if (!known.has(cell)) yield { paint, on };
    for (const { cell } of inner) known.add(cell);
  }
}

function* unreadOf(sheet: Sheet, printed: readonly PrintedPaint[], sources: PlateSources): Generator<UnreadInk> {
  for (const { paint } of printed) {
    const what = isSeen(paint) ? unreadIn(paint, sources) : null;
    if (what !== null) yield { what, paint };
  }
  const what = tooDeep(sheet);
  if (what !== null) yield { what, paint: null };
}
