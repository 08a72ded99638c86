/** The picture that stands for a book on a shelf: its title in the theme's letters and colours. It is no part of the text. */
import { type Lettering, letteringOf, linesOf, outlineOf, widthOf } from '../../chart/lettering.ts';
import type { Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { rasterize } from '../../picture/picture.ts';
import { draw, measureOf } from '../../theme/drawings.ts';
import { drawingToSvg } from '../../theme/svg.ts';
import { colorOf, type PageGrid, type Theme } from '../../theme/theme.ts';

/** Points, as wide to high as readers show covers. */
const size = { width: 480, height: 720 };
/** Pixels: as large as shops and shelves show them. */
const pixels = 1600;
const margin = 40;

/** A PNG of 1600 by 2400 pixels. */
export async function coverImage(document: Document, theme: Theme): Promise<Uint8Array> {
  return rasterize(new TextEncoder().encode(coverSvg(document, theme)), pixels);
}

function coverSvg(document: Document, theme: Theme): string {
  const page: PageGrid = { ...theme.page, ...size };
  const { roles } = theme;
  const paint = (name: typeof roles.page) => colorOf(theme, name).light;
  const art = theme.lanes
    ? drawingToSvg(draw(theme, 'cover', page), theme, 'light').replace(/^<svg[^>]*>|<\/svg>$/g, '')
    : `<rect x="${margin}" y="${margin}" width="${size.width - 2 * margin}" height="1" fill="${paint(roles.text)}"/><rect x="${margin}" y="${margin}" width="86" height="5" fill="${paint(roles.mark)}"/>`;
  // Words stand over the edge of the field and, of those who made it, under the lanes.
  const [top, bottom] = theme.lanes
    ? [margin, (measureOf(theme, 'cover', 'edge', page) ?? size.height / 2) - 150]
    : [margin + 90, size.height - 170];
  const title = titleShapes(plain(document.cover.title.children), theme, { top, bottom });
  const foot = theme.lanes ? (measureOf(theme, 'cover', 'end', page) ?? size.height - 150) : size.height - 150;
  const author = wordShapes(document.metadata.author, theme, {
    style: 'h2',
    weight: 400,
    size: 17,
    color: paint(theme.lanes ? roles.fieldText : roles.quiet),
    top: (foot + size.height - margin) / 2 - 12,
    most: 3,
  });
  const { width, height } = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paint(roles.page)}"/>${art}${title}${author}</svg>`;
}

/** As large as it has room for. */
function titleShapes(text: string, theme: Theme, { top, bottom }: { readonly top: number; readonly bottom: number }) {
  const color = colorOf(theme, theme.styles.title.color).light;
  for (const points of [44, 38, 33, 28, 24, 20]) {
    const lettering = { ...letteringOf(theme, 'title'), size: points, leading: points * 1.25 };
    const most = Math.floor((bottom - top) / lettering.leading);
    const width = size.width - 2 * margin;
    const { lines, whole } = linesOf(text, lettering, width, most);
    const fits = whole && lines.length <= most && lines.every((line) => widthOf(line, lettering) <= width);
    if (!fits && points > 20) continue;
    return shapes(lines, lettering, { top: top + points, color });
  }
  return '';
}

interface CoverWords {
  readonly style: 'h2';
  readonly weight: number;
  readonly size: number;
  readonly color: string;
  readonly top: number;
  readonly most: number;
}

function wordShapes(text: string, theme: Theme, { style, weight, size: points, color, top, most }: CoverWords): string {
  const lettering = { ...letteringOf(theme, style, { weight }), size: points, leading: points * 1.35 };
  const { lines } = linesOf(text, lettering, size.width - 2 * margin, most);
  return shapes(lines, lettering, { top, color });
}

/** A path for each line, as its data begin where they are. */
function shapes(
  lines: readonly string[],
  lettering: Lettering,
  { top, color }: { readonly top: number; readonly color: string },
): string {
  const outlines = lines.map((line, index) => outlineOf(line, lettering, margin, top + index * lettering.leading));
  return outlines.map((d) => `<path fill="${color}" d="${d}"/>`).join('');
}
