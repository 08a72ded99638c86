/** A file with what rules share of it, reckoned once. */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import type { PrintFile, Sheet } from '../finished/pdf/paint/file.ts';
import { PageGround } from './ground.ts';
import { type PictureInk, readPictureInks } from './picture-inks.ts';

export type PictureInks = ReadonlyMap<PDFRawStream, PictureInk>;

export interface PreflightSubject {
  readonly file: PrintFile;
  readonly pictureInks: PictureInks;
  /** What lies under the paints of a sheet. */
  ground(sheet: Sheet): PageGround;
}

export async function pressOf(file: PrintFile): Promise<PreflightSubject> {
  const pictureInks = await readPictureInks(file);
  const grounds = new Map<Sheet, PageGround>();
  const ground = (sheet: Sheet): PageGround => {
    const known = grounds.get(sheet) ?? new PageGround(sheet.paints, sheet.media);
    grounds.set(sheet, known);
    return known;
  };
  return { file, pictureInks, ground };
}
