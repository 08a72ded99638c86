/** Sides of paper drawn into a file, with its bookmarks. */
import { undivided } from '../../../model/build.ts';
import type { Blocks, Document } from '../../../model/document.ts';
import { plain, sectionsIn } from '../../../model/walk.ts';
import type { Job, ShownPage } from '../../targets.ts';
import type { Bookmark, TaggedPdf } from '../file/file.ts';
import type { Pages } from '../page/pages.ts';
import { Canvas } from './canvas.ts';
import type { Inks } from './inks.ts';
import { Renderer } from './renderer.ts';
import type { Side } from './sheet.ts';
import { stampOn } from './stamp.ts';
import { shownPage } from './words.ts';

/** What is drawn: sides, with the tree and the pictures of what stands on them. */
export interface Drawable extends Pick<Pages, 'tree' | 'images' | 'numbers'> {
  readonly sides: readonly Side[];
  /** How large its type is where it was made smaller to fit: of the theme's sizes, such as 0.95. */
  readonly typeScale?: number;
}

/** Draws sides into a file and ends it. */
export async function draw(
  document: Document,
  job: Job,
  drawable: Drawable,
  { file, inks }: { readonly file: TaggedPdf; readonly inks: Inks },
): Promise<Uint8Array> {
  const { tree, sides } = drawable;
  const renderer = new Renderer(file, new Canvas(file, inks), drawable, job.theme);
  const shown: ShownPage[] = [];
  for (const side of sides) {
    renderer.renderSide(side, side.unstamped ? null : stampOn(side, job));
    if (job.shown !== undefined) shown.push(shownPage(side, renderer.words, file));
  }
  // What is drawn twice, since its inks are known afterwards, is shown as it was drawn last.
  job.shown?.splice(0, job.shown.length, ...shown);
  file.addLinks(renderer.links, renderer.destinations);
  file.setOutline(bookmarks(document), renderer.destinations);
  const lost = tree.lostWords();
  if (lost !== null) throw new Error(`layout lost ${lost}`);
  return file.finish();
}

function bookmarks(document: Document): Bookmark[] {
  const of = (blocks: Blocks): Bookmark[] =>
    sectionsIn(blocks).map(({ number, title, id, blocks: inner }) => ({
      title: [number, undivided(plain(title))].filter(Boolean).join(' '),
      id: id.value,
      children: of(inner),
    }));
  return [{ title: document.metadata.title, id: 'cover', children: [] }, ...of(document.body)];
}
