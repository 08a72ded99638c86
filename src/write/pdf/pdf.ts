/** The PDF target, through pdfmake's layout: by choice PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with WTPDF and PDF/A-4, in one file. */

import { undivided } from '../../model/build.ts';
import type { Blocks, Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import type { Job, Target } from '../targets.ts';
import { Canvas } from './paint/canvas.ts';
import { type Bookmark, TaggedPdf } from './file/file.ts';
import { furnish } from './page/furniture.ts';
import { type Inks, screen } from './paint/inks.ts';
import { type Pages, setPages } from './page/pages.ts';
import { Renderer } from './paint/renderer.ts';
import { type Side, sidesOf } from './paint/sheet.ts';
import type { Facts } from './file/xmp.ts';

export const pdf: Target = { format: 'pdf', extension: 'pdf', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const { standard, source } = job.pdf ?? { standard: 'ua-1', source: null };
  const facts: Facts = {
    metadata: document.metadata,
    lang: document.lang,
    created: job.created,
    producer: 'Etrati (pdfmake, pdfkit)',
    standard,
    attachments: source !== null,
  };
  const pages = await setPages(document, job);
  const sides = sidesOf(pages, furnish(document, job.theme, pages), job.theme);
  return draw(document, job, { ...pages, sides }, { file: new TaggedPdf(pages.tree, facts, source), inks: screen });
}

/** What is drawn: sides, with the tree and the pictures of what stands on them. */
export interface Drawable extends Pick<Pages, 'tree' | 'images' | 'numbers'> {
  readonly sides: readonly Side[];
}

/** Draws sides into a file and ends it. */
export async function draw(
  document: Document,
  { theme }: Job,
  drawable: Drawable,
  { file, inks }: { readonly file: TaggedPdf; readonly inks: Inks },
): Promise<Uint8Array> {
  const { tree, sides } = drawable;
  const renderer = new Renderer(file, new Canvas(file, inks), drawable, theme);
  for (const side of sides) renderer.renderSide(side);
  file.addLinks(renderer.links, renderer.destinations);
  file.setOutline(bookmarks(document), renderer.destinations);
  const lost = tree.lost();
  if (lost.length > 0) throw new Error(`layout lost ${lost.length} parts, first in a ${lost[0]?.element.type}`);
  return file.finish();
}

function bookmarks(document: Document): Bookmark[] {
  const of = (blocks: Blocks): Bookmark[] =>
    blocks.flatMap((block) =>
      block.type === 'section'
        ? [
            {
              title: [block.number, undivided(plain(block.title))].filter(Boolean).join(' '),
              id: block.id.value,
              children: of(block.blocks),
            },
          ]
        : [],
    );
  return [{ title: document.metadata.title, id: 'cover', children: [] }, ...of(document.body)];
}
