/** What the sheets of a workbook share: their names, its texts, the formats of its numbers, how its days are counted. */
import { decoded } from '../../../model/address.ts';
import { builtInFormat } from './format-code.ts';
import { damaged, partNamed, readPart, type WorkbookParts } from './parts.ts';
import { isOn, StringReader, type TextItem } from './texts.ts';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly texts: readonly TextItem[];
  /** The code of the number format of a cell, by its style. */
  readonly formats: readonly string[];
  /** Whether all of a cell is struck through, by its style. */
  readonly struck: readonly boolean[];
  /** Whether all of a cell is in bold or italics, by its style: runs of its text that say nothing are so too. */
  readonly stressed: readonly boolean[];
  /** Days are counted from 1904, as by Excel on old Macs. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** What a sheet has beside its cells. */
export interface SheetRelations {
  /** Where its links lead to, out of the workbook, by the names by which the sheet asks for them. */
  readonly links: ReadonlyMap<string, string>;
  /** The names of cells that have comments. */
  readonly commented: readonly string[];
}

/** Far more than a sheet that is printed has. */
const mostComments = 10_000;

export function readRelations({ part }: SheetEntry, parts: WorkbookParts): SheetRelations {
  const links = new Map<string, string>();
  for (const [id, { type, target, isOutside }] of everyRelationOf(part, parts))
    if (isOutside && type === 'hyperlink') links.set(id, target);
  const notes = [...relationsOf(part, parts).values()].find(({ type }) => type === 'comments');
  const commented: string[] = [];
  const bytes = notes && parts[notes.target];
  if (bytes !== undefined)
    readPart(bytes, {
      open(name, attribute) {
        const ref = name === 'comment' ? attribute('ref') : undefined;
        if (ref !== undefined && commented.length < mostComments) commented.push(ref);
      },
    });
  return { links, commented };
}

export function readWorkbook(parts: WorkbookParts): Workbook {
  const main = [...relationsOf('', parts).values()].find(({ type }) => type === 'officeDocument')?.target;
  const book = main === undefined ? undefined : parts[main];
  if (main === undefined || book === undefined) throw damaged();
  const relations = relationsOf(main, parts);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readPart(book, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
      const part = name === 'sheet' ? relations.get(attribute('id') ?? '')?.target : undefined;
      if (part !== undefined && parts[part] !== undefined)
        sheets.push({ name: attribute('name') ?? '', isHidden: /hidden/i.test(attribute('state') ?? ''), part });
    },
  });
  const named = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target ?? '';
  return {
    sheets,
    texts: readTexts(parts[named('sharedStrings')]),
    ...readStyles(parts[named('styles')]),
    from1904,
  };
}

/** Those within the package, by the names of its parts. */
function relationsOf(part: string, parts: WorkbookParts): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const [id, { type, target, isOutside }] of everyRelationOf(part, parts)) {
    if (isOutside || !URL.canParse(target, `package:/${part}`)) continue;
    const { pathname } = new URL(target, `package:/${part}`);
    relations.set(id, { type, target: partNamed(decoded(pathname)) });
  }
  return relations;
}

function everyRelationOf(
  part: string,
  parts: WorkbookParts,
): ReadonlyMap<string, Relation & { readonly isOutside: boolean }> {
  const relations = new Map<string, Relation & { readonly isOutside: boolean }>();
  const bytes = parts[part.replace(/(?<![^/])([^/]*)$/, '_rels/$1.rels')];
  if (bytes === undefined) return relations;
  readPart(bytes, {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      relations.set(id, {
        type: type.replace(/^.*\//s, ''),
        target,
        isOutside: attribute('TargetMode') === 'External',
      });
    },
  });
  return relations;
}

/** The texts that cells name by their numbers. */
function readTexts(bytes: Uint8Array | undefined): readonly TextItem[] {
  const texts: TextItem[] = [];
  const reader = new StringReader();
  if (bytes === undefined) return texts;
  readPart(bytes, {
    open: (name, attribute) => reader.open(name, attribute),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name === 'si') texts.push(reader.take());
    },
  });
  return texts;
}

interface Font {
  struck: boolean;
  stressed: boolean;
}

function readStyles(bytes: Uint8Array | undefined): Pick<Workbook, 'formats' | 'struck' | 'stressed'> {
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const [formats, struck, stressed]: [string[], boolean[], boolean[]] = [[], [], []];
  let around = '';
  if (bytes === undefined) return { formats, struck, stressed };
  readPart(bytes, {
    open(name, attribute) {
      if (name === 'cellXfs' || name === 'fonts') around = name;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
      if (name === 'font' && around === 'fonts') fonts.push({ struck: false, stressed: false });
      const font = around === 'fonts' ? fonts.at(-1) : undefined;
      if (font !== undefined && name === 'strike') font.struck = isOn(attribute);
      if (font !== undefined && (name === 'b' || name === 'i')) font.stressed ||= isOn(attribute);
      if (name !== 'xf' || around !== 'cellXfs') return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(codes.get(id) ?? builtInFormat(id));
      const own = fonts[Number(attribute('fontId') ?? 0)];
      struck.push(own?.struck ?? false);
      stressed.push(own?.stressed ?? false);
    },
    close(name) {
      if (name === around) around = '';
    },
  });
  return { formats, struck, stressed };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
