/** A document on the sides of paper that a layout makes of it, with marks. */
import type { Document } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Job, PrintLayout, PrintMarks } from '../../targets.ts';
import { type Fold, foldOf, foldsOf } from '../lay/fold.ts';
import { furnish } from '../page/furniture.ts';
import { setPages } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { type Side, sidesOf } from '../paint/sheet.ts';
import { Type } from '../text/type.ts';
import { setBooklet } from './booklet.ts';
import { setFolded } from './folded.ts';
import { paintMarks } from './marks.ts';

interface Asked {
  readonly layout: PrintLayout;
  readonly marks: PrintMarks;
  /** In points. */
  readonly bleed: number;
}

/** Sets a document for the press. Throws `Refused` with `panel-overflow` where text does not fit a folded sheet. */
export async function setForPress(document: Document, job: Job, asked: Asked): Promise<Drawable> {
  const { layout, marks, bleed } = asked;
  const fold = foldOf(layout, job.theme.print);
  const drawable = await setIn(layout, fold, document, job, bleed);
  if (marks === 'none') return drawable;
  const sides = drawable.sides.map((side, index) =>
    marked(side, { marks, bleed, folds: fold?.sides[index] ?? [] }, job.theme),
  );
  return { ...drawable, sides };
}

async function setIn(
  layout: PrintLayout,
  fold: Fold | null,
  document: Document,
  job: Job,
  bleed: number,
): Promise<Drawable> {
  if (fold !== null) return setFolded(document, job, fold, bleed);
  if (layout === 'booklet') return setBooklet(document, job, 'theme', bleed);
  if (layout === 'a5-booklet') return setBooklet(document, job, 'a5', bleed);
  const pages = await setPages(document, job, { linked: false });
  return { ...pages, sides: sidesOf(pages, furnish(document, job.theme, pages, { bleed }), job.theme) };
}

interface Marked {
  readonly marks: 'folds' | 'all';
  readonly bleed: number;
  readonly folds: Fold['sides'][number];
}

function marked(side: Side, { marks: which, bleed, folds: panels }: Marked, theme: Theme): Side {
  const { width, height } = side;
  const style = new Type(theme).style('running', { color: theme.roles.text });
  const marks = { which, width, height, bleed, folds: foldsOf(panels), style };
  return { ...side, marks: { bleed, paint: (canvas) => paintMarks(canvas, marks) } };
}
