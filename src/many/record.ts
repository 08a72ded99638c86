/** A record of a manifest as an order: which document is made of which data, and what it is called. */
import path from 'node:path';
import { type Diagnostic, type Place, Report } from '../diagnostics.ts';
import type { ChangedCell, Changes } from '../input/changes.ts';
import type { Json } from '../json/json.ts';
import { valueAt } from '../json/path.ts';
import type { TextPiece } from '../json/source.ts';
import type { OptionUse } from '../work/unused-options.ts';
import type { World } from '../world.ts';
import type { Format } from '../write/targets.ts';
import { columnPath } from './columns.ts';
import { type RecordHead, readHead } from './fields.ts';
import { fillName } from './names.ts';

/** Data alone: it goes to another thread, or over a queue to another machine. */
export interface RecordOrder {
  /** Of the record in its manifest, from 1. */
  readonly number: number;
  readonly at: Place;
  /** Of its files, relative to the output folder, with `/`, before their language. */
  readonly name: string;
  /** The data file, relative to the root; the manifest for a document that it holds. */
  readonly file: string;
  readonly languages?: readonly string[] | undefined;
  readonly formats?: readonly Format[] | undefined;
  readonly theme?: string | undefined;
  readonly template?: string | undefined;
  readonly changes?: Changes | undefined;
  /** Where the record names what it is made of; what the command names for all has no place. */
  readonly naming?: Naming | undefined;
  /** Found as it was read. */
  readonly warnings?: readonly Diagnostic[] | undefined;
}

type Naming = Readonly<Partial<Record<'file' | 'theme' | 'template', Place>>>;

/** A record that cannot be ordered. */
export interface Faulty {
  readonly number: number;
  readonly at: Place;
  readonly faults: readonly Diagnostic[];
  /** Found as it was read. */
  readonly warnings?: readonly Diagnostic[] | undefined;
}
export type Entry = RecordOrder | Faulty;

/** What the command says for all records that do not say it. */
export interface RecordDefaults {
  /** Relative to the root. */
  readonly base?: string | undefined;
  /** Names, or a pattern for them. */
  readonly name?: string | undefined;
}

export interface ManifestOptions extends RecordDefaults {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Of a workbook; else its first one that is shown. */
  readonly sheet?: string | undefined;
  readonly world: World;
  /** Where options of the command may be of no record’s formats; told with the last record. */
  readonly use?: OptionUse | undefined;
}

export interface ReadEntry {
  readonly entry: Entry;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
  /** Warnings that are about the manifest and none of its records, with the first of these. */
  readonly notes?: readonly Diagnostic[];
}

/** Asked for one by one. */
export type Entries = AsyncGenerator<ReadEntry>;

/** A record as its manifest has it, whichever form that is in. */
export interface Raw {
  readonly number: number;
  readonly at: Place;
  readonly head: Json;
  /** What the record changes, where it is no JSON: the cells of its row. */
  readonly cells: { readonly changed: readonly ChangedCell[]; readonly decimal: ',' | '.' | null } | null;
  /** The record of JSON. */
  readonly text: TextPiece | null;
  /** The value of a field for the name: of a column, or of the patch. */
  fieldValue(field: string): string | null;
}

export function orderOf(raw: Raw, defaults: RecordDefaults): Entry {
  const { number, at } = raw;
  const report = new Report();
  const head = readHead(raw.head, report);
  const made = head && ordered(raw, head, defaults, report);
  return made ?? { number, at, faults: report.diagnostics };
}

function ordered(raw: Raw, head: RecordHead, defaults: RecordDefaults, report: Report): RecordOrder | null {
  const { number, at } = raw;
  const source = sourceOf(raw, head, defaults, report);
  if (source === null) return null;
  const { languages, formats, theme, template } = head;
  const pattern = head.name ?? defaults.name ?? defaultName(head, source.file);
  const name = fillName(pattern, (field) => (field === 'number' ? String(number) : raw.fieldValue(field)));
  if (typeof name !== 'string') {
    const where = head.name === undefined ? at : raw.head.placeOf('$.name');
    report.error(name.code, where, name.message, { hints: [name.hint] });
    return null;
  }
  const naming = namingOf(head, raw.head);
  return { number, at, name, ...source, languages, formats, theme, template, naming };
}

function namingOf(head: RecordHead, { placeOf }: Json): Naming {
  const file = (['base', 'data'] as const).find((field) => typeof head[field] === 'string');
  return {
    ...(file && { file: placeOf(`$.${file}`) }),
    ...(head.theme !== undefined && { theme: placeOf('$.theme') }),
    ...(head.template !== undefined && { template: placeOf('$.template') }),
  };
}

/** A data file has its name; those that share a base are numbered. */
function defaultName({ data }: RecordHead, file: string): string {
  const stem = path.posix.basename(file, path.posix.extname(file)).replaceAll(/[{}]/g, '');
  return typeof data === 'string' ? stem : `${stem}-{number}`;
}

function sourceOf(
  { at, head: json, cells, text }: Raw,
  head: RecordHead,
  defaults: RecordDefaults,
  report: Report,
): Pick<RecordOrder, 'file' | 'changes'> | null {
  const named = (field: 'data' | 'base', file: string): string | null => {
    if (!/^[/\\]|^[a-z]:|\\/i.test(file))
      return path.posix.normalize(path.posix.join(path.posix.dirname(at.file), file));
    report.error('file-outside', json.placeOf(`$.${field}`), `"${file}" is not a path in the project.`, {
      hints: ['Write the path from the folder of the manifest, with "/", such as "data/brochure/base.json".'],
    });
    return null;
  };
  const { data, patch } = head;
  if (typeof data === 'object')
    return text && { file: at.file, changes: { type: 'whole', record: text, within: '$.data' } };
  if (data !== undefined) {
    const file = named('data', data);
    if (file === null || cells === null || cells.changed.length === 0) return file === null ? null : { file };
    const [cell] = cells.changed;
    report.error('bad-record', cell?.at ?? at, 'The row has a data file, and values for its fields.', {
      hints: ['Write the file in a column "base" to change some of its fields, or empty these cells.'],
    });
    return null;
  }
  const file = head.base === undefined ? (defaults.base ?? null) : named('base', head.base);
  if (file === null) {
    if (head.base === undefined)
      report.error('bad-record', at, 'The record does not say which data file it is made from.', {
        hints: ['Add "data" or "base" to it, or give a base for all records with --base.'],
      });
    return null;
  }
  if (cells !== null && cells.changed.length > 0)
    return { file, changes: { type: 'cells', cells: cells.changed, decimal: cells.decimal } };
  if (patch !== undefined && text !== null)
    return { file, changes: { type: 'patch', record: text, within: '$.patch' } };
  return { file };
}

/** What a record of JSON has for a name: a field of its patch or of its document. */
export function valueInRecord(value: unknown, field: string): string | null {
  const steps = columnPath(field);
  if (steps === null) return null;
  const { patch, data } = Object(value) as Readonly<Record<string, unknown>>;
  const found = [patch, data].map((part) => valueAt(part, steps)).find((each) => each !== undefined);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
}
