/** Markdown: CommonMark with the tables and notes of GFM. Pictures are files beside the page. */
import type { Document } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import { editionFile, type FormatWriter, type Job, type WrittenFile } from '../targets.ts';
import { setBlocks, setHeading, together } from './blocks.ts';
import { frontMatter } from './front-matter.ts';
import { setLine } from './inlines.ts';
import { placesOf } from './places.ts';
import { inside, type MarkdownSetting } from './setting.ts';

export const markdown: FormatWriter<readonly WrittenFile[]> = { format: 'md', extension: 'md', write };

async function write(document: Document, job: Job): Promise<readonly WrittenFile[]> {
  const pictures = new Map<Uint8Array, WrittenFile>();
  const places = placesOf(document);
  const setting: MarkdownSetting = {
    document,
    sections: 0,
    lang: document.lang,
    place: (id) => places.get(id) ?? null,
    edition: (lang) => editionFile(job, lang, 'md'),
    picture: (picture) => editionFile(job, document.lang, take(picture, pictures).extension),
    notes: [],
  };
  const { cover, body, imprint } = document;
  const atCover = inside(cover, setting);
  const blocks = [
    frontMatter(document),
    ...setBlocks(cover.before, atCover),
    setHeading(setLine(cover.title.children, inside(cover.title, atCover)), 1),
    ...setBlocks(cover.after, atCover),
    ...setBlocks(body, setting),
    ...(imprint === null ? [] : setBlocks(imprint.blocks, inside(imprint, setting))),
    ...setting.notes.map(({ number, text }) => `[^${number}]: ${text}`),
  ];
  const page = { extension: 'md', bytes: new TextEncoder().encode(`${together(blocks)}\n`) };
  return [page, ...pictures.values()];
}

/** A picture that stands in several places is one file. */
function take({ format, bytes }: Picture, pictures: Map<Uint8Array, WrittenFile>): WrittenFile {
  const known = pictures.get(bytes);
  if (known !== undefined) return known;
  // A copy: what a thread hands out is taken from it, and pictures are kept for the next document.
  const file = { extension: `${pictures.size + 1}.${format === 'jpeg' ? 'jpg' : format}`, bytes: bytes.slice() };
  pictures.set(bytes, file);
  return file;
}
