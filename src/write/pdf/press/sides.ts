/** A document on the sides of paper that a layout makes of it, with marks. */
import type { Document } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Job, PrintLayout, PrintMarks } from '../../targets.ts';
import { type Fold, foldOf, foldsOf } from '../lay/fold.ts';
import { furnish } from '../page/furniture.ts';
import { setPages } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { type Side, sidesOf } from '../paint/sheet.ts';
import { onPaper, type Paper } from '../set/paper.ts';
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

/** What is drawn, and the document that it says: as paper has it. */
interface Printed extends Drawable {
  readonly document: Document;
}

/** Sets a document for the press. Throws `Refused` with `panel-overflow` where text does not fit a folded sheet. */
export async function setForPress(document: Document, job: Job, asked: Asked): Promise<Printed> {
  const { layout, marks, bleed } = asked;
  const fold = foldOf(layout, job.theme.print);
  const paper = onPaper(document, { ...job, paged: fold === null && job.numbered !== false });
  const drawable = { ...(await setIn(layout, fold, paper, job, bleed)), document: paper.document };
  if (marks === 'none') return drawable;
  const sides = drawable.sides.map((side, index) =>
    marked(side, { marks, bleed, folds: fold?.sides[index] ?? [] }, job.theme),
  );
  return { ...drawable, sides };
}

async function setIn(layout: PrintLayout, fold: Fold | null, paper: Paper, job: Job, bleed: number): Promise<Drawable> {
  const { document } = paper;
  if (fold !== null) return setFolded(paper, job, fold, bleed);
  if (layout === 'booklet') return setBooklet(paper, job, 'theme', bleed);
  if (layout === 'a5-booklet') return setBooklet(paper, job, 'a5', bleed);
  const pages = await setPages(document, job, { paper });
  return { ...pages, sides: sidesOf(pages, furnish(document, job, pages, { bleed }), job.theme) };
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
