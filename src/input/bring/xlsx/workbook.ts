/** What the sheets of a workbook share: their names, its texts, the formats of its numbers, how its days are counted. */
import { builtInFormat } from './format-code.ts';
import { damaged, readPart, type WorkbookParts } from './parts.ts';
import { StringReader, strikes, type TextItem } from './texts.ts';

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
  /** Days are counted from 1904, as by Excel on old Macs. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
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

function relationsOf(part: string, parts: WorkbookParts): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const bytes = parts[part.replace(/(?<![^/])([^/]*)$/, '_rels/$1.rels')];
  if (bytes === undefined) return relations;
  readPart(bytes, {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      if (attribute('TargetMode') === 'External' || !URL.canParse(target, `package:/${part}`)) return;
      const { pathname } = new URL(target, `package:/${part}`);
      relations.set(id, { type: type.replace(/^.*\//s, ''), target: decodeURI(pathname).slice(1) });
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

function readStyles(bytes: Uint8Array | undefined): Pick<Workbook, 'formats' | 'struck'> {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  const [formats, struck]: [string[], boolean[]] = [[], []];
  let around = '';
  if (bytes === undefined) return { formats, struck };
  readPart(bytes, {
    open(name, attribute) {
      if (name === 'cellXfs' || name === 'fonts') around = name;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
      if (name === 'font' && around === 'fonts') fonts.push(false);
      if (name === 'strike' && around === 'fonts') fonts[fonts.length - 1] = strikes(attribute);
      if (name !== 'xf' || around !== 'cellXfs') return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(codes.get(id) ?? builtInFormat(id));
      struck.push(fonts[Number(attribute('fontId') ?? 0)] ?? false);
    },
    close(name) {
      if (name === around) around = '';
    },
  });
  return { formats, struck };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
