/** A document on the sides of paper that a layout makes of it, without marks. */
import type { Document } from '../../../model/document.ts';
import type { Binding, Job, PrintLayout } from '../../targets.ts';
import { type Fold, foldOf } from '../lay/fold.ts';
import { furnish } from '../page/furniture.ts';
import { setPages } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { sidesOf } from '../paint/sheet.ts';
import { onPaper, type Paper } from '../set/paper.ts';
import { setBooklet } from './booklet.ts';
import { setFolded } from './folded.ts';

interface Asked {
  readonly layout: PrintLayout;
  readonly binding: Binding | null;
  /** In points. */
  readonly bleed: number;
}

/** What is drawn, and the document that it says: as paper has it. */
interface Printed extends Drawable {
  readonly document: Document;
}

/** Sets a document for the press. Throws `Refused` with `panel-overflow` where text does not fit a folded sheet. */
export async function setForPress(document: Document, job: Job, asked: Asked): Promise<Printed> {
  const { layout } = asked;
  const fold = foldOf(layout, job.theme.print);
  const paper = onPaper(document, { ...job, paged: fold === null && job.numbered !== false });
  return { ...(await setIn(asked, fold, paper, job)), document: paper.document };
}

async function setIn({ layout, binding, bleed }: Asked, fold: Fold | null, paper: Paper, job: Job): Promise<Drawable> {
  const { document } = paper;
  if (fold !== null) return setFolded(paper, job, fold, bleed);
  if (layout === 'booklet') return setBooklet(paper, job, { size: 'theme', binding, bleed });
  if (layout === 'a5-booklet') return setBooklet(paper, job, { size: 'a5', binding, bleed });
  const pages = await setPages(document, job, { paper });
  return { ...pages, sides: sidesOf(pages, furnish(document, job, pages, { bleed }), job.theme) };
}
