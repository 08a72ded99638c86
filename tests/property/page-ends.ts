/**
 * Where the pages of a finished PDF end, by its structure tree and by what its pages paint: headings and other words that lead to
 * what follows and stand alone, lines and rows alone on a page. Nothing of it knows how pages are laid out.
 */
import { PDFDict, PDFDocument, PDFNumber, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, membersAt, nameAt, numberAt } from '../../src/finished/pdf/objects.ts';
import { type Marked, MarkedContentReader } from '../../src/outline/pdf/content.ts';

interface Element {
  readonly role: string;
  readonly parent: Element | null;
}

/** A piece of content in reading order: its page from 0, its text, and how far down the page each of its lines stands. */
interface Leaf {
  readonly element: Element;
  readonly page: number;
  readonly text: string;
  readonly lines: readonly number[];
}

/** What is read as one: a heading, a paragraph, a caption, a figure. */
interface Unit {
  readonly element: Element;
  readonly leaves: Leaf[];
}

const units = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Caption', 'Figure', 'Lbl', 'Formula', 'TOCI']);
const cells = new Set(['TH', 'TD']);
const notes = new Set(['Note', 'FENote']);
/** What a sentence with a colon leads to. */
const ledTo = new Set(['L', 'Table', 'Figure']);

export interface Fault {
  /** From 1. */
  readonly page: number;
  readonly kind: string;
  readonly text: string;
}

/** What stands alone at the foot or at the head of a page. */
export async function faultsOf(bytes: Uint8Array): Promise<Fault[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const read = unitsOf(leavesOf(document));
  return [...partedLeaders(read), ...aloneLines(read), ...aloneRows(read)];
}

const textOf = ({ leaves }: Unit) => leaves.map(({ text }) => text).join('');
const firstPage = ({ leaves }: Unit) => Math.min(...leaves.map(({ page }) => page));
const lastPage = ({ leaves }: Unit) => Math.max(...leaves.map(({ page }) => page));
const isHeading = ({ element }: Unit) => /^H\d$/.test(element.role);

function within(element: Element | null, role: string | ReadonlySet<string>): Element | null {
  for (let at = element; at !== null; at = at.parent)
    if (typeof role === 'string' ? at.role === role : role.has(at.role)) return at;
  return null;
}

function isIn(element: Element | null, whole: Element): boolean {
  for (let at = element; at !== null; at = at.parent) if (at === whole) return true;
  return false;
}

/** Headings, captions, labels, sentences that end in a colon: each with what follows it on its page. */
function partedLeaders(all: readonly Unit[]): Fault[] {
  return all.flatMap((unit, index): Fault[] => {
    const next = all[index + 1];
    const kind = next === undefined ? null : leaderOf(unit, next);
    if (kind === null || next === undefined || lastPage(unit) === firstPage(next)) return [];
    return [{ page: lastPage(unit) + 1, kind, text: textOf(unit) }];
  });
}

function leaderOf(unit: Unit, next: Unit): string | null {
  const { role, parent } = unit.element;
  if (isHeading(unit)) return 'heading';
  if (role === 'Lbl') return within(next.element, 'LBody') === null ? null : 'label';
  // A caption under a figure is read after it.
  if (role === 'Caption') return parent !== null && isIn(next.element, parent) ? 'caption' : null;
  if (role === 'Figure') return next.element.role === 'Caption' && next.element.parent === parent ? 'figure' : null;
  const intro = /[:：]\s*$/.test(textOf(unit)) && within(unit.element, 'Table') === null;
  const isNew = within(next.element, ledTo) !== null && within(next.element, ledTo) !== within(unit.element, ledTo);
  return intro && isNew ? 'intro' : null;
}

/** Of paragraphs that go on over a page's end; not of cells, which are as high as they must be. */
function aloneLines(all: readonly Unit[]): Fault[] {
  return all.flatMap((unit): Fault[] => {
    const first = firstPage(unit);
    const last = lastPage(unit);
    if (first === last || unit.element.role === 'Figure' || within(unit.element, 'Table') !== null) return [];
    return [first, last]
      .filter((page) => linesOn(unit, page) === 1)
      .map((page) => ({ page: page + 1, kind: page === first ? 'first line' : 'last line', text: textOf(unit) }));
  });
}

function linesOn({ leaves }: Unit, page: number): number {
  const tops = leaves.flatMap((leaf) => (leaf.page === page ? leaf.lines : [])).toSorted((one, two) => one - two);
  return tops.filter((top, index) => index === 0 || top - (tops[index - 1] ?? 0) > apart).length;
}

/** Baselines of two lines are further apart than those of a raised sign. Points. */
const apart = 6;

/** A row of so many lines is not seen as one alone. */
const tall = 4;

/** A table's head with no row of it under it, a name of rows without them; one row alone on its first or last page. */
function aloneRows(all: readonly Unit[]): Fault[] {
  const tables = new Map<
    Element,
    Map<Element, { part: string; pages: number[]; cells: Set<Element | null>; lines: number; text: string }>
  >();
  for (const unit of all) {
    const [table, row] = [within(unit.element, 'Table'), within(unit.element, 'TR')];
    if (table === null || row === null || within(row, 'Table') !== table) continue;
    const rows = tables.get(table) ?? new Map();
    tables.set(table, rows);
    const own = rows.get(row) ?? { part: row.parent?.role ?? '', pages: [], cells: new Set(), lines: 0, text: '' };
    rows.set(row, own);
    own.pages.push(...unit.leaves.map(({ page }) => page));
    own.cells.add(within(unit.element, cells));
    own.text = `${own.text} ${textOf(unit)}`;
    own.lines = Math.max(own.lines, unit.leaves.flatMap(({ lines }) => lines).length);
  }
  return [...tables.values()].flatMap((rows): Fault[] => {
    const placed = [...rows.values()].map(({ part, pages, cells, lines, text }) => {
      const names = cells.size === 1 && [...cells].every((cell) => cell?.role === 'TH');
      const [first, last] = [Math.min(...pages), Math.max(...pages)];
      return { isHead: part === 'THead', names, first, last, lines, text };
    });
    const head = placed.filter(({ isHead }) => isHead);
    const body = placed.filter(({ isHead }) => !isHead);
    const [first, last] = [body[0], body.at(-1)];
    if (first === undefined || last === undefined) return [];
    const found: Fault[] = [];
    const under = head.at(-1);
    if (under !== undefined && under.last !== first.first)
      found.push({ page: under.last + 1, kind: 'table head', text: under.text });
    for (const [index, { names, last, text }] of body.entries())
      if (names && (body[index + 1]?.first ?? last) !== last) found.push({ page: last + 1, kind: 'row name', text });
    const on = (page: number) => body.filter((row) => row.first <= page && row.last >= page);
    if (last.last > first.first && body.length > 3) {
      if (on(last.last).length < 2 && last.first === last.last && last.lines < tall)
        found.push({ page: last.last + 1, kind: 'last row', text: last.text });
      if (on(first.first).length < 2 && first.first === first.last && first.lines < tall)
        found.push({ page: first.first + 1, kind: 'first row', text: first.text });
    }
    return found;
  });
}

function unitsOf(leaves: readonly Leaf[]): Unit[] {
  const all: Unit[] = [];
  for (const leaf of leaves) {
    const element = within(leaf.element, units);
    if (element === null || within(element, notes) !== null) continue;
    const last = all.at(-1);
    if (last?.element === element) last.leaves.push(leaf);
    else all.push({ element, leaves: [leaf] });
  }
  return all;
}

function leavesOf(document: PDFDocument): Leaf[] {
  const pages = document.getPages();
  const reader = new MarkedContentReader(document.catalog);
  const marked = new Map<PDFPage, Marked>();
  const leaves: Leaf[] = [];
  const root = dictionaryAt(document.catalog, 'StructTreeRoot');
  const add = (mcid: number, owner: PDFObject | undefined, element: Element): void => {
    const page = pages.findIndex(({ node }) => node === owner);
    const own = pages[page];
    if (own === undefined) return;
    const texts = marked.get(own) ?? reader.page(own);
    marked.set(own, texts);
    const chunks = texts.get(mcid) ?? [];
    // A line that begins with the rest of a word is in the chunk of the line before.
    const seen = chunks.filter(({ text }) => text.trim() !== '');
    const lines = seen.flatMap(({ first, last }) => [first, last].map(({ y }) => own.getHeight() - y));
    leaves.push({ element, page, lines, text: chunks.map(({ text }) => text).join('') });
  };
  const walk = (dictionary: PDFDict, parent: Element | null, around: PDFObject | undefined): void => {
    const owner = dictionaryAt(dictionary, 'Pg') ?? around;
    const element = { role: nameAt(dictionary, 'S') ?? '', parent };
    for (const member of membersAt(dictionary, 'K')) {
      const kid = dictionary.context.lookup(member);
      if (kid instanceof PDFNumber) add(kid.asNumber(), owner, element);
      const inner = dictionaryOf(kid);
      if (!(inner instanceof PDFDict) || nameAt(inner, 'Type') === 'OBJR') continue;
      const mcid = nameAt(inner, 'Type') === 'MCR' ? numberAt(inner, 'MCID') : null;
      if (mcid === null) walk(inner, element, owner);
      else add(mcid, dictionaryAt(inner, 'Pg') ?? owner, element);
    }
  };
  if (root !== null) walk(root, null, undefined);
  return leaves;
}
