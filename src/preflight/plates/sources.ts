/** What the plates of a file's pages are made of, beside its paints: the samples of its pictures, and the light of a press. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import type { PrintFile } from '../../finished/pdf/paint/file.ts';
import { stretches } from '../../finished/pdf/paint/geometry.ts';
import type { PdfImage } from '../../finished/pdf/paint/images.ts';
import { type PictureGrid, readGrid } from './grid.ts';
import { type Lights, readLights } from './lights.ts';

export type Grids = ReadonlyMap<object, PictureGrid>;

export interface PlateSources {
  readonly grids: Grids;
  /** Streams of pictures of which nothing can be read. */
  readonly damaged?: ReadonlySet<object>;
  readonly lights: Lights;
  /** Words are finer than a dot, and hide nothing; or bars of as much ink as their letters have. */
  readonly words?: 'fine' | 'bars';
  /** Whether the page says that it is blended in light. */
  readonly isLight?: boolean;
  /** Whether the page is a group in which each paint replaces those before it. */
  readonly isKnockout?: boolean;
}

/** Pictures that are read, by their streams; those of masks too. */
export async function readSources(file: PrintFile): Promise<PlateSources> {
  const grids = new Map<PDFRawStream, PictureGrid>();
  const sizes = new Map<PDFRawStream, { readonly image: PdfImage; points: number }>();
  for (const sheet of file.sheets) {
    for (const paint of [...sheet.paints, ...sheet.inner]) {
      if (paint.type !== 'picture') continue;
      const { stream } = paint.image;
      const points = stretches(paint.matrix)[1];
      const known = sizes.get(stream);
      if (known === undefined) sizes.set(stream, { image: paint.image, points });
      else known.points = Math.max(known.points, points);
    }
  }
  const damaged = new Set<PDFRawStream>();
  for (const [stream, { image, points }] of sizes) {
    const grid = await readGrid(image, points);
    if (grid === 'damaged') damaged.add(stream);
    else if (grid !== null) grids.set(stream, grid);
  }
  return { grids, damaged, lights: await readLights() };
}
