/** A document as a booklet: two-sided pages, as many pages as whole sheets have. Points. */
import { Report } from '../../../diagnostics.ts';
import { draw } from '../../../theme/drawings.ts';
import { onPageSize, withSmallerType } from '../../../theme/page-size.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Binding, Job } from '../../targets.ts';
import { bare, furnish } from '../page/furniture.ts';
import { type Pages, setPages } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { type Side, sidesOf } from '../paint/sheet.ts';
import type { Paper } from '../set/paper.ts';
import { mm } from '../text/type.ts';

/** A sheet folded once has four pages. */
const pagesOfSheet = 4;

/** The inner margin is twice this wider than the outer one: the fold takes some of it. */
const outwards = 3 * mm;

/** More of it where leaves are glued: a book of them does not open to its back. */
const glued = 6 * mm;

type Size = 'theme' | 'a5';

interface Bound {
  readonly size: Size;
  readonly binding: Binding | null;
  readonly bleed: number;
}

const themeOf = (theme: Theme, size: Size): Theme => (size === 'a5' ? onPageSize(theme, 'a5') : theme);

/** How wide the margin at the fold is, in points. */
export function innerMargin(theme: Theme, size: Size): number {
  const { left, right } = themeOf(theme, size).page;
  return Math.min(left, right) + outwards;
}

/**
 * Sets a document on the pages of a booklet, in the theme's size or in A5. Under a cover of its own, a book begins with a right-hand
 * page, which is its first.
 */
export async function setBooklet(paper: Paper, job: Job, { size, binding, bleed }: Bound): Promise<Drawable> {
  const { document } = paper;
  const covers = binding === 'perfect' ? 1 : 0;
  const { pages, theme, typeScale } = await setFull(paper, { ...job, theme: themeOf(job.theme, size) }, covers);
  const numbering = { twoSided: true, outwards: covers > 0 ? glued : outwards, covers };
  const furniture = furnish(document, { ...job, theme }, pages, { bleed, numbering });
  const sides = sidesOf(pages, furniture, theme, numbering).map(upright);
  const missing = covers > 0 ? 1 + ((sides.length - 1) % 2) : -sides.length & (pagesOfSheet - 1);
  return { ...pages, sides: [...sides, ...closing(missing, theme, bleed)], typeScale };
}

/** Of all pages of a booklet: more than these are not left empty at its end if a little smaller type can do without. */
const mostBlank = 0.05;

/** Smaller by so little that nobody sees it. Text of so many pages too many is not won by it. */
const tighter = [0.98, 0.96] as const;
const winnable = 0.06;

interface SetBooklet {
  readonly pages: Pages;
  readonly theme: Theme;
  /** Of its type: 1 as the theme has it. */
  readonly typeScale: number;
}

/** The pages; where they end a sheet that they do not fill, in type a little smaller if that takes a sheet less. */
async function setFull(paper: Paper, job: Job, covers: number): Promise<SetBooklet> {
  const usual = await setIn(paper, job, covers, 1);
  const count = usual.pages.pages.length;
  const [over, missing] = [count % pagesOfSheet, -count & (pagesOfSheet - 1)];
  const isWinnable = missing / (count + missing) > mostBlank && over / count <= winnable;
  const sizes = covers === 0 && job.theme.large === null && isWinnable ? tighter : [];
  for (const by of sizes) {
    const tried = await setIn(paper, job, covers, by);
    if (tried.pages.pages.length <= count - over) return chosen(tried, job);
  }
  return chosen(usual, job);
}

interface Tried extends SetBooklet {
  readonly report: Report;
}

async function setIn(paper: Paper, job: Job, covers: number, typeScale: number): Promise<Tried> {
  const report = new Report();
  const theme = typeScale === 1 ? job.theme : withSmallerType(job.theme, typeScale);
  const pages = await setPages(paper.document, { ...job, theme, report }, { paper, covers });
  return { pages, theme, typeScale, report };
}

/** Reports what was found in the way that was taken. */
function chosen({ report, ...booklet }: Tried, job: Job): SetBooklet {
  for (const found of report.diagnostics) job.report.add(found);
  return booklet;
}

/** The pages that make the sheets whole: empty ones, and last the back of the cover. */
function closing(missing: number, theme: Theme, bleed: number): Side[] {
  const { page, lanes } = theme;
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
