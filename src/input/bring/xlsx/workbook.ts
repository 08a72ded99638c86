/** What the sheets of a workbook share: their names, its texts, the formats of its numbers, how its days are counted. */
import { builtInFormat } from './format-code.ts';
import { damaged, readPart, unescaped, type WorkbookParts } from './parts.ts';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly texts: readonly string[];
  /** The code of the number format of a cell, by its style. */
  readonly formats: readonly string[];
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
    formats: readFormats(parts[named('styles')]),
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

/** The texts that cells name by their numbers: what their runs say together, without what says how to read them aloud. */
function readTexts(bytes: Uint8Array | undefined): readonly string[] {
  const texts: string[] = [];
  const reader = new StringReader();
  if (bytes === undefined) return texts;
  readPart(bytes, {
    open: (name) => reader.open(name),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name === 'si') texts.push(reader.take());
    },
  });
  return texts;
}

/** Gathers the text of a string item (18.4.8), shared or in its cell. */
export class StringReader {
  #text = '';
  #isIn = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 't') this.#isIn = this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#isIn) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#isIn = false;
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

function readFormats(bytes: Uint8Array | undefined): readonly string[] {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let isInCells = false;
  if (bytes === undefined) return formats;
  readPart(bytes, {
    open(name, attribute) {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
      const id = Number(attribute('numFmtId') ?? 0);
      if (name === 'xf' && isInCells) formats.push(codes.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
