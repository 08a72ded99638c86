/** Pictures as layout has placed them, drawn by pdfkit and, where they are SVG, as `drawings.ts` does. */
import type { Sourced } from '../../../model/document.ts';
import type { Picture } from '../../../model/picture.ts';
import type { TaggedPdf } from '../file/file.ts';
import type { Slot } from '../tag/structure.ts';
import type { PlacedMarker } from '../text/inlines.ts';
import { drawSvg } from './drawings.ts';

export interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  readonly image?: string;
  readonly svg?: string;
  readonly slot: Slot | null;
  /** What it is drawn from; none of a chart. */
  readonly picture?: Sourced<Picture>;
  readonly markers?: readonly PlacedMarker[];
}

/** @param images picture files by the names that nodes and drawings use */
export function drawPicture(item: PlacedPicture, images: Readonly<Record<string, Uint8Array>>, pdf: TaggedPdf): void {
  const bytesOf = (name: string): Buffer => {
    const bytes = images[name];
    if (bytes === undefined) throw new Error(`no bytes for ${name}`);
    return Buffer.from(bytes);
  };
  if (item.svg === undefined) {
    pdf.image(bytesOf(item.image ?? ''), item.x, item.y, { width: item._width, height: item._height });
    return;
  }
  const { svg, x, y, _width: width, _height: height } = item;
  pdf.save();
  drawSvg({ svg, width, height }, [x, y], { pdf, alike: pdf.paintsAlike, bytesOf });
  pdf.restore();
}
