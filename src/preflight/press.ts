/** A file with what rules share of it, reckoned once. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import type { PrintFile, Sheet } from '../finished/pdf/paint/file.ts';
import { Ground } from './ground.ts';
import { type PictureInk, readPictureInks } from './picture-inks.ts';

export type PictureInks = ReadonlyMap<PDFRawStream, PictureInk>;

export interface Press {
  readonly file: PrintFile;
  readonly pictureInks: PictureInks;
  /** What lies under the paints of a sheet. */
  ground(sheet: Sheet): Ground;
}

export async function pressOf(file: PrintFile): Promise<Press> {
  const pictureInks = await readPictureInks(file);
  const grounds = new Map<Sheet, Ground>();
  const ground = (sheet: Sheet): Ground => {
    const known = grounds.get(sheet) ?? new Ground(sheet.paints, sheet.media);
    grounds.set(sheet, known);
    return known;
  };
  return { file, pictureInks, ground };
}
