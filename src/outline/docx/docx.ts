/** Reads a DOCX by its styles and numbering, as Word and assistive technology do (ECMA-376, part 1, 17). */
import type { Outline } from '../outline.ts';
import { type Part, settle } from '../settle.ts';
import { InlineReader, type NoteReference, type Surroundings } from './inlines.ts';
import { type Flat, nest } from './lists.ts';
import { child, openPackage, type Package, propertyOf, within, type Xml } from './package.ts';
import { Styles } from './styles.ts';
import { readTable } from './tables.ts';

/** Throws Refused for a file that is no DOCX. */
export function readDocx(bytes: Uint8Array): Outline {
  const parts = openPackage(bytes);
  const styles = new Styles(parts);
  const body = child(parts.document, 'w:body');
  if (body === null) return { lang: styles.lang, nodes: [] };
  const titled = [...within(body)].some((element) => element.name === 'w:p' && styles.names(element).includes('title'));
  const reader = new PartReader({ parts, styles, part: 'document', titled });
  return { lang: styles.lang, nodes: settle(reader.blocks(body)) };
}

interface Source {
  readonly parts: Package;
  readonly styles: Styles;
  readonly part: string;
  /** With a paragraph of style "Title" as the first level, headings begin at the second. */
  readonly titled: boolean;
}

/** Elements around blocks that are no blocks themselves. */
const wrappers = new Set(['w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'mc:Choice']);

class PartReader implements Surroundings {
  readonly parts: Package;
  readonly styles: Styles;
  readonly part: string;
  readonly #source: Source;
  readonly #inlines: InlineReader;
  /** Bookmarks that await the heading that they may belong to, and the bookmarks of the last heading. */
  #waiting: string[] = [];
  #anchors = new Set<string>();

  constructor(source: Source) {
    this.#source = source;
    this.parts = source.parts;
    this.styles = source.styles;
    this.part = source.part;
    this.#inlines = new InlineReader(this);
  }

  blocks(container: Xml): Part[] {
    return nest(this.#flat(container));
  }

  #flat(container: Xml): Flat[] {
    return container.children.flatMap((element): Flat[] => {
      switch (element.name) {
        case 'w:p':
          return this.#paragraph(element);
        case 'w:tbl':
          return [plain([readTable(element, (cell) => this.blocks(cell))])];
        case 'w:bookmarkStart':
          this.#waiting.push(element.attributes.get('w:name') ?? '');
          return [];
        case 'w:sdt':
          return isContents(element) ? [] : this.#flat(child(element, 'w:sdtContent') ?? element);
        default:
          return wrappers.has(element.name) ? this.#flat(element) : [];
      }
    });
  }

  #paragraph(paragraph: Xml): Flat[] {
    const names = this.styles.names(paragraph);
    const { parts, notes } = this.#inlines.read(paragraph);
    if (names.some((name) => /^toc (?:\d|heading$)/.test(name))) return [];
    const level = names.includes('title') ? 1 : this.#headingLevel(paragraph);
    if (level !== null) this.#anchors = new Set();
    for (const name of [...this.#waiting, ...bookmarksIn(paragraph)]) this.#anchors.add(name);
    this.#waiting = [];
    const noteParts = notes.flatMap((note) => this.#note(note));
    if (level !== null) return [plain([{ role: 'heading', level, anchors: this.#anchors, parts }, ...noteParts])];
    const role = names.includes('caption') ? 'caption' : 'paragraph';
    const numbering = this.styles.numberingOf(paragraph);
    return [
      {
        parts: [{ role, parts }, ...noteParts],
        numbering,
        continues: numbering === null ? continuedLevel(names) : null,
        quoted: names.includes('quote') || names.includes('intense quote'),
      },
    ];
  }

  #headingLevel(paragraph: Xml): number | null {
    const level = this.styles.headingLevel(paragraph);
    return level === null ? null : level + (this.#source.titled ? 1 : 0);
  }

  #note({ kind, id }: NoteReference): Part[] {
    const found = this.parts.related(kind)?.children.find((note) => note.attributes.get('w:id') === id);
    if (found === undefined) return [];
    return [{ role: 'note', parts: new PartReader({ ...this.#source, part: kind }).blocks(found) }];
  }
}

function plain(parts: readonly Part[]): Flat {
  return { parts, numbering: null, continues: null, quoted: false };
}

/**
 * The level of the item that a paragraph goes on with, by Word's styles "List Continue", "List Continue 2" …; one that is
 * named after them, such as "List Continue Caption", stays in whatever item is open.
 */
function continuedLevel(names: readonly string[]): number | null {
  const name = names.find((candidate) => candidate.startsWith('list continue'));
  if (name === undefined) return null;
  const [, number] = /^list continue(?: (\d))?$/.exec(name) ?? [null, 'Infinity'];
  return Number(number ?? 1) - 1;
}

function bookmarksIn(paragraph: Xml): string[] {
  return [...within(paragraph)].flatMap(({ name, attributes }) =>
    name === 'w:bookmarkStart' ? (attributes.get('w:name') ?? []) : [],
  );
}

/** The block that Word keeps a table of contents in. */
function isContents(control: Xml): boolean {
  const gallery = child(child(control, 'w:sdtPr'), 'w:docPartObj');
  return propertyOf(gallery, 'w:docPartGallery')?.toLowerCase() === 'table of contents';
}
