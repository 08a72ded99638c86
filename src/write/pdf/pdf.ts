/** The PDF target, through pdfmake's layout: by choice PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with WTPDF and PDF/A-4, in one file. */
import type { Blocks, Document } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import type { Job, Target } from '../targets.ts';
import { Canvas } from './canvas.ts';
import { setDocument } from './content.ts';
import { type Bookmark, TaggedPdf } from './file.ts';
import { furnish, nothing } from './furniture.ts';
import { layOut } from './layout.ts';
import { placedOn } from './ornament.ts';
import { Renderer } from './renderer.ts';
import { StructureTree } from './structure.ts';
import type { Facts } from './xmp.ts';

export const pdf: Target = { format: 'pdf', extension: 'pdf', write };

async function write(document: Document, job: Job): Promise<Uint8Array> {
  const tree = new StructureTree();
  const { sections, images } = setDocument(document, job, tree);
  const { standard, source } = job.pdf ?? { standard: 'ua-1', source: null };
  const facts: Facts = {
    metadata: document.metadata,
    lang: document.lang,
    created: job.created,
    producer: 'Etrati (pdfmake, pdfkit)',
    standard,
    attachments: source !== null,
  };
  const file = new TaggedPdf(tree, facts, source);
  const { page } = job.theme;
  const pages = layOut(sections, page, measuringHost(images, file));
  const placed = pages.map(placedOn);
  const renderer = new Renderer(file, new Canvas(file), tree, job.theme, images);
  const furniture = furnish(document, job.theme, placed);
  for (const [index, items] of pages.entries()) renderer.renderPage(items, furniture[index] ?? nothing);
  file.addLinks(renderer.links, renderer.destinations);
  file.setOutline(bookmarks(document), renderer.destinations);
  const lost = tree.lost();
  if (lost.length > 0)
    throw new Error(`layout lost ${lost.length} parts of the content, first in a ${lost[0]?.element.type}`);
  return file.finish();
}

/** What pdfmake's measuring asks of a document: the sizes of pictures. */
function measuringHost(images: Readonly<Record<string, Uint8Array>>, file: TaggedPdf): object {
  return {
    images: {},
    provideImage: (name: string): unknown => {
      const bytes = images[name];
      if (bytes === undefined) throw new Error(`no picture "${name}"`);
      return file.openImage(Buffer.from(bytes));
    },
  };
}

function bookmarks(document: Document): Bookmark[] {
  const of = (blocks: Blocks): Bookmark[] =>
    blocks.flatMap((block) =>
      block.type === 'section' ? [{ title: plain(block.title), id: block.id.value, children: of(block.blocks) }] : [],
    );
  return [{ title: document.metadata.title, id: 'cover', children: [] }, ...of(document.body)];
}
