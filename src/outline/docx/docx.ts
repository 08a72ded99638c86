/** Reads a DOCX by its styles and numbering, as Word and assistive technology do (ECMA-376, part 1, 17). */

import { refusal } from '../../diagnostics.ts';
import { NumberCounter } from '../../finished/docx/numbering.ts';
import { child, firstOf, isOn, openPackage, type Package, within, type Xml } from '../../finished/docx/package.ts';
import { Styles } from '../../finished/docx/styles.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, type UnsettledNode } from '../settle.ts';
import { sayWords } from '../text.ts';
import { UnreadCount } from '../unread.ts';
import { entryLevel, isContents, withoutPage } from './contents.ts';
import { InlineReader, type NoteReference, type Surroundings } from './inlines.ts';
import { type Flat, nest } from './lists.ts';
import { readTable } from './tables.ts';

/** Throws Refused for a file that is no DOCX. */
export function readDocx(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const parts = openPackage(bytes);
  const styles = new Styles(parts);
  const body = child(parts.document, 'w:body');
  const title = sayWords(child(parts.properties, 'dc:title')?.text);
  if (body === null) return { lang: styles.lang, title, nodes: [], unread: [] };
  const titled = [...within(body)].some((element) => element.name === 'w:p' && styles.names(element).includes('title'));
  const numbers = new NumberCounter(styles.numbering);
  const notes = new NoteReader(parts);
  const unread = new UnreadCount();
  const reader = new PartReader({ parts, styles, part: 'document', titled, numbers, notes, unread });
  const blocks = reader.blocks(body);
  return { lang: styles.lang, title, nodes: settle(blocks, noted), unread: unread.list };
}

interface Source {
  readonly parts: Package;
  readonly styles: Styles;
  readonly part: string;
  /** With a paragraph of style "Title" as the first level, headings begin at the second. */
  readonly titled: boolean;
  readonly numbers: NumberCounter;
  readonly notes: NoteReader;
  readonly unread: UnreadCount;
}

/** Elements around blocks that are no blocks themselves. */
const wrappers = new Set(['w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'mc:Choice']);

class PartReader implements Surroundings {
  readonly parts: Package;
  readonly styles: Styles;
  readonly part: string;
  readonly unread: UnreadCount;
  readonly #source: Source;
  readonly #inlines: InlineReader;
  /** Bookmarks that await the heading or caption that they may belong to, and the bookmarks of the last heading. */
  #waiting: string[] = [];
  #anchors = new Set<string>();
  /** A caption that is kept with what follows: another part of it, or what it is of. */
  #caption: Captioning | null = null;

  constructor(source: Source) {
    this.#source = source;
    this.parts = source.parts;
    this.styles = source.styles;
    this.part = source.part;
    this.unread = source.unread;
    this.#inlines = new InlineReader(this);
  }

  blocks(container: Xml): UnsettledNode[] {
    return nest(this.#flat(container));
  }

  #flat(container: Xml): Flat[] {
    return container.children.flatMap((element): Flat[] => {
      switch (element.name) {
        case 'w:p':
          return this.#paragraph(element);
        case 'w:tbl':
          return [this.#table(element)];
        case 'w:bookmarkStart':
          this.#waiting.push(element.attributes.get('w:name') ?? '');
          return [];
        case 'w:sdt':
          return this.#control(element);
        default:
          return wrappers.has(element.name) ? this.#flat(element) : [];
      }
    });
  }

  labelOf(reference: NoteReference): string | null {
    return this.#source.notes.labelOf(reference);
  }

  /** The block of contents is one, whatever lists are in it. */
  #control(control: Xml): Flat[] {
    const flat = this.#flat(child(control, 'w:sdtContent') ?? control);
    if (!isContents(control)) return flat;
    const parts = flat.flatMap((each) => each.parts);
    const entries = parts.filter(({ role }) => role === 'entry');
    const rest = parts.filter(({ role }) => role !== 'entry');
    return [...rest.map((part) => plain([part])), plain([{ role: 'contents', pages: false, parts: entries }])];
  }

  #table(table: Xml): Flat {
    const indent = Number(child(child(table, 'w:tblPr'), 'w:tblInd')?.attributes.get('w:w') ?? 0);
    const place = { ...elsewhere, indent: indent > 0 ? indent : null };
    this.#close(place);
    return { ...place, parts: [readTable(table, (cell) => this.blocks(cell))] };
  }

  /** What a caption is of has come: the caption stands in the same list item, whatever its own style. */
  #close(place: ListPlace | null): void {
    if (place !== null && this.#caption !== null) Object.assign(this.#caption.flat, place);
    this.#caption = null;
  }

  #paragraph(paragraph: Xml): Flat[] {
    const names = this.styles.names(paragraph);
    const { parts, notes, listed } = this.#inlines.read(paragraph);
    const entry = entryLevel(names) ?? (listed ? 1 : null);
    if (entry !== null) return [plain([{ role: 'entry', level: entry, parts: withoutPage(parts) }])];
    const noteParts = notes.flatMap((note) => this.#note(note));
    const level = names.includes('title') ? 1 : this.#headingLevel(paragraph);
    if (level !== null) return [plain([this.#heading(paragraph, level, parts), ...noteParts])];
    const numbering = this.styles.numberingOf(paragraph);
    const place: ListPlace = {
      numbering,
      number: numbering === null ? null : this.#source.numbers.count(numbering.id, numbering.level),
      continues: numbering === null ? continuedLevel(names, parts) : null,
      indent: null,
      quoted: names.some((name) => /^(?:(?:intense )?quot(?:e|ations)\b|block text$)/.test(name)),
    };
    if (names.includes('caption')) return this.#captioned(paragraph, [...parts, ...noteParts], place);
    const isPicture = numbering === null && parts.some(({ role }) => role === 'figure');
    this.#close(isPicture ? place : null);
    this.#mark(paragraph, this.#anchors);
    return [{ ...place, parts: [...paragraphs(parts, names), ...noteParts] }];
  }

  #heading(paragraph: Xml, level: number, parts: readonly UnsettledNode[]): UnsettledNode {
    this.#caption = null;
    this.#anchors = new Set();
    this.#mark(paragraph, this.#anchors);
    const numbering = this.styles.numberingOf(paragraph);
    const anchors = this.#anchors;
    if (numbering === null || parts.length === 0) return { role: 'heading', level, anchors, parts };
    const number = this.#source.numbers.next(numbering.id, numbering.level);
    // Word sets the number like the paragraph's mark.
    const lang = this.styles.langOf(child(paragraph, 'w:pPr') ?? paragraph, paragraph);
    const counted: UnsettledNode = { role: 'text', text: `${number} `, lang, target: null };
    return { role: 'heading', level, anchors, parts: [counted, ...parts] };
  }

  /** A caption, or what goes on with one that is kept on its page. */
  #captioned(paragraph: Xml, parts: readonly UnsettledNode[], place: ListPlace): Flat[] {
    const open = this.#caption;
    const words = open?.words ?? [];
    words.push({ role: 'paragraph', parts });
    const anchors = open?.anchors ?? new Set<string>();
    this.#mark(paragraph, anchors);
    const flat = open?.flat ?? { ...place, parts: [{ role: 'caption', anchors, parts: words }] };
    // Said of the paragraph itself: styles keep whole boxes together.
    this.#caption = isOn(child(paragraph, 'w:pPr'), 'w:keepNext') ? { words, anchors, flat } : null;
    return open === null ? [flat] : [];
  }

  /** Notes the bookmarks of a paragraph, and those before it. */
  #mark(paragraph: Xml, anchors: Set<string>): void {
    for (const name of [...this.#waiting, ...bookmarksIn(paragraph)]) anchors.add(name);
    this.#waiting = [];
  }

  #headingLevel(paragraph: Xml): number | null {
    const level = this.styles.headingLevel(paragraph);
    return level === null ? null : level + (this.#source.titled ? 1 : 0);
  }

  #note({ kind, id }: NoteReference): UnsettledNode[] {
    return this.#source.notes.read({ kind, id }, (found) => {
      const label = this.labelOf({ kind, id });
      return [{ role: 'note', label, parts: new PartReader({ ...this.#source, part: kind }).blocks(found) }];
    });
  }
}

/** Word has no notes within notes; files may, and in a circle. */
const deepestNote = 8;

/** The notes of a file, each read where it is first referred to. */
class NoteReader {
  readonly #labels = new Map<string, string>();
  readonly #parts: Package;
  readonly #known = new Map<NoteReference['kind'], ReadonlyMap<string, Xml>>();
  readonly #read = new Set<Xml>();
  #depth = 0;

  constructor(parts: Package) {
    this.#parts = parts;
  }

  /** Footnotes count from the first that is referred to; how endnotes are counted, the file alone does not say. */
  labelOf({ kind, id }: NoteReference): string | null {
    if (kind === 'endnotes') return null;
    const label = this.#labels.get(id) ?? String(this.#labels.size + 1);
    this.#labels.set(id, label);
    return label;
  }

  /** Throws Refused for notes that are nested too deeply. */
  read({ kind, id }: NoteReference, read: (note: Xml) => UnsettledNode[]): UnsettledNode[] {
    const found = this.#of(kind).get(id);
    if (found === undefined || this.#read.has(found)) return [];
    this.#read.add(found);
    if (this.#depth >= deepestNote) {
      const message = `The file nests its notes more than ${deepestNote} levels deep.`;
      throw refusal('outline-too-deep', null, message, 'Take notes out of notes.');
    }
    this.#depth += 1;
    const parts = read(found);
    this.#depth -= 1;
    return parts;
  }

  #of(kind: NoteReference['kind']): ReadonlyMap<string, Xml> {
    const known =
      this.#known.get(kind) ??
      firstOf(this.#parts.related(kind)?.children ?? [], (note) => note.attributes.get('w:id') ?? '');
    this.#known.set(kind, known);
    return known;
  }
}

type ListPlace = Omit<Flat, 'parts'>;
const elsewhere: ListPlace = { numbering: null, number: null, continues: null, indent: null, quoted: false };

interface Captioning {
  readonly words: UnsettledNode[];
  readonly anchors: Set<string>;
  readonly flat: Flat;
}

function plain(parts: readonly UnsettledNode[]): Flat {
  return { ...elsewhere, parts };
}

/** A paragraph; in the styles of terms a tab parts the term from what it means. */
function paragraphs(parts: readonly UnsettledNode[], names: readonly string[]): UnsettledNode[] {
  const tab = parts.findIndex((part) => part.role === 'text' && part.text.includes('\t'));
  const isTerm = ['terms', 'abbreviations', 'cover facts'].some((name) => names.includes(name));
  if (!isTerm || tab < 0) return [{ role: 'paragraph', parts }];
  return [
    { role: 'paragraph', parts: parts.slice(0, tab) },
    { role: 'paragraph', parts: parts.slice(tab) },
  ];
}

/**
 * The level of the item that a paragraph goes on with, by Word's styles "List Continue", "List Continue 2" …; one that is
 * named after them, such as "List Continue Caption", stays in whatever item is open, and so does a blank one.
 */
function continuedLevel(names: readonly string[], parts: readonly UnsettledNode[]): number | null {
  const name = names.find((candidate) => candidate.startsWith('list continue'));
  if (name === undefined) return parts.length === 0 ? Infinity : null;
  const [, number] = /^list continue(?: (\d))?$/.exec(name) ?? [null, 'Infinity'];
  return Number(number ?? 1) - 1;
}

function bookmarksIn(paragraph: Xml): string[] {
  return [...within(paragraph)].flatMap(({ name, attributes }) =>
    name === 'w:bookmarkStart' ? (attributes.get('w:name') ?? []) : [],
  );
}
