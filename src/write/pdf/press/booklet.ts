/** A document as a booklet: two-sided pages, as many pages as whole sheets have. Points. */
import { draw } from '../../../theme/drawings.ts';
import { onPageSize } from '../../../theme/page-size.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import { bare, furnish } from '../page/furniture.ts';
import { setPages } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { type Side, sidesOf } from '../paint/sheet.ts';
import type { Paper } from '../set/paper.ts';
import { mm } from '../text/type.ts';

/** A sheet folded once has four pages. */
const pagesOfSheet = 4;

/** The inner margin is twice this wider than the outer one: the fold takes some of it. */
const outwards = 3 * mm;

/** Sets a document on the pages of a booklet, in the theme's size or in A5. */
export async function setBooklet(paper: Paper, job: Job, size: 'theme' | 'a5', bleed: number): Promise<Drawable> {
  const { document } = paper;
  const theme = size === 'a5' ? onPageSize(job.theme, 'a5') : job.theme;
  const pages = await setPages(document, { ...job, theme }, { paper });
  const numbering = { twoSided: true, outwards };
  const furniture = furnish(document, { ...job, theme }, pages, { bleed, numbering });
  const sides = sidesOf(pages, furniture, theme, numbering).map(upright);
  return { ...pages, sides: [...sides, ...closing(sides.length, theme, bleed)] };
}

/** The pages that make the sheets whole: empty ones, and last the back of the cover. */
function closing(count: number, theme: Theme, bleed: number): Side[] {
  const { page, lanes } = theme;
  const missing = (pagesOfSheet - (count % pagesOfSheet)) % pagesOfSheet;
  return Array.from({ length: missing }, (_, index): Side => {
    const art =
      lanes && index === missing - 1 ? [{ drawing: draw(theme, 'back', { ...page, bleed }), x: 0, y: 0 }] : [];
    const { width, height } = page;
    return { width, height, furniture: { ...bare, art }, placed: [], marks: null, turned: false };
  });
}

/** A page that lies is turned: all pages of a booklet stand. */
function upright(side: Side): Side {
  const { width, height } = side;
  return width <= height ? side : { ...side, width: height, height: width, turned: true };
}
