/** How a document is parted into the files of a book: its title page, each section of the body, its imprint. */
import type { Block, Document, Inlines, Lang, Section } from '../../model/document.ts';
import { descend, sectionsIn } from '../../model/walk.ts';

export type BookPart =
  | { readonly type: 'title'; readonly file: string }
  | { readonly type: 'section'; readonly file: string; readonly section: Section }
  | { readonly type: 'imprint'; readonly file: string };

/** In reading order; files are named within the folder of the language. */
export function partsOf({ body, imprint }: Document): readonly BookPart[] {
  const digits = String(body.length).length;
  return [
    { type: 'title', file: 'title.xhtml' },
    ...body.map((section, index): BookPart => {
      return { type: 'section', file: `section-${String(index + 1).padStart(digits, '0')}.xhtml`, section };
    }),
    ...(imprint === null ? [] : [{ type: 'imprint', file: 'imprint.xhtml' } as const]),
  ];
}

/** The file that each id stands in. */
export function filesOfIds({ cover, imprint }: Document, parts: readonly BookPart[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const part of parts)
    for (const block of descend(blocksIn(part, { cover, imprint }))) {
      const id = 'id' in block ? block.id : null;
      if (id !== null) files.set(id.value, part.file);
    }
  return files;
}

function blocksIn(part: BookPart, { cover, imprint }: Pick<Document, 'cover' | 'imprint'>): readonly Block[] {
  switch (part.type) {
    case 'title':
      return [...cover.before, ...cover.after];
    case 'section':
      return [part.section];
    case 'imprint':
      return imprint?.blocks ?? [];
  }
}

/** A section for the navigation, with those within it. */
export interface Chapter {
  readonly id: string;
  readonly number: string | null;
  readonly title: Inlines;
  readonly lang: Lang | null;
  readonly inner: readonly Chapter[];
}

export function chapterOf({ id, number, title, lang, blocks }: Section): Chapter {
  return { id: id.value, number, title, lang, inner: sectionsIn(blocks).map(chapterOf) };
}
