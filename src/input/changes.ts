/** What a record of a manifest makes of a data file: some of its values replaced, each with its place in the manifest. */
import type * as z from 'zod';
import type { Place, Report } from '../diagnostics.ts';
import { type Json, type Mend, outer, readJson } from '../json/json.ts';
import { type Path, pathOf, pathText, stepTo, valueAt } from '../json/path.ts';
import { pieceSource, type TextPiece } from '../json/source.ts';
import { languageTags } from '../language/languages.ts';
import { decimalsShown, numbersIn, type ReadCell } from './bring/decimals-shown.ts';
import { type ChangedCell, valueOfCell } from './changed-cells.ts';
import { sharedDecimals } from './kinds/decimals.ts';
import { sharesDecimals } from './kinds/parts.ts';
import { schemaAt } from './shape.ts';

export type { ChangedCell } from './changed-cells.ts';

/**
 * Data alone, so that it can be handed to another thread. `whole`: a document of its own, no file is read. `patch`: JSON Merge Patch
 * (RFC 7396). Both are in a record of JSON, at a path of it. `cells`: values by their paths, as a spreadsheet has them.
 */
export type Changes =
  | { readonly type: 'whole' | 'patch'; readonly record: TextPiece; readonly within: string }
  | { readonly type: 'cells'; readonly cells: readonly ChangedCell[]; readonly decimal: ',' | '.' | null };

/** A value that replaces another, or takes it away where it is undefined. */
interface Replacement {
  readonly path: Path;
  readonly value: unknown;
  /** The place of the value, or of one within it. */
  readonly placeOf: (path: string) => Place;
  readonly placeOfName: (path: string) => Place;
}

/** The part of a record that holds a document or a patch, with paths as those of the data; null with errors. */
export function readPart(
  { record, within }: Extract<Changes, { record: TextPiece }>,
  report: Report,
  mend: Mend,
): Json | null {
  const json = readJson(pieceSource(record), report, (value, path, placeAt) =>
    mend(value, `$${path.slice(within.length)}`, placeAt),
  );
  if (json === null) return null;
  const inRecord = (path: string) => `${within}${path.slice(1)}`;
  const value = (pathOf(within) ?? []).reduce((inner: unknown, key) => Reflect.get(Object(inner), key), json.value);
  return {
    value,
    placeOf: (path) => ({ ...json.placeOf(inRecord(path)), path }),
    placeOfName: (path) => ({ ...json.placeOfName(inRecord(path)), path }),
  };
}

/** The data after a patch. */
export function patched(base: Json, patch: Json): Json {
  return replaced(base, [...replacements(patch, base.value, patch.value, [])]);
}

function* replacements(patch: Json, target: unknown, value: unknown, path: Path): Generator<Replacement> {
  const { placeOf, placeOfName } = patch;
  if (!isRecord(value)) {
    yield { path, value: value === null && path.length > 0 ? undefined : value, placeOf, placeOfName };
    return;
  }
  if (!isRecord(target)) yield { path, value: {}, placeOf, placeOfName };
  for (const [name, inner] of Object.entries(value)) {
    const known: unknown = isRecord(target) && Object.hasOwn(target, name) ? target[name] : undefined;
    yield* replacements(patch, known, inner, [...path, name]);
  }
}

/** The data after the cells of a row; null with errors at the cells, or at the names of columns that the kind does not have. */
export function filled(
  base: Json,
  { cells, decimal }: Extract<Changes, { type: 'cells' }>,
  { schema, languages, mend, report }: { schema: z.ZodType; languages: readonly string[]; mend: Mend; report: Report },
): Json | null {
  const known = report.diagnostics.length;
  const changes = cells.flatMap((cell): readonly Replacement[] => {
    const value = valueOfCell(cell, { schema, languages, decimal, base: base.value, report });
    const placeOf = (path: string): Place => ({ ...cell.at, path });
    const kept = (inner: unknown, at: string): unknown =>
      typeof inner === 'string'
        ? mend(inner, at, () => placeOf(at))
        : isRecord(inner)
          ? Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, kept(each, stepTo(at, name))]))
          : inner;
    const { path } = cell;
    return [{ path, value: kept(value, pathText(path)), placeOf, placeOfName: placeOf }];
  });
  if (report.diagnostics.slice(known).some(({ severity }) => severity === 'error')) return null;
  const made = replaced(base, changes);
  const shown = shownDecimals(cells, made.value, schema);
  return shown.length === 0 ? made : replaced(base, [...changes, ...shown]);
}

/** What records ask for by the form of their cells. */
function shownDecimals(cells: readonly ChangedCell[], data: unknown, schema: z.ZodType): readonly Replacement[] {
  const records = new Map<string, { readonly path: Path; readonly own: ReadCell[]; readonly at: Place }>();
  for (const cell of cells) {
    const value = valueAt(data, cell.path);
    const path = typeof value === 'number' ? sharingAround(cell.path, data, schema) : null;
    if (path === null) continue;
    const record = records.get(pathText(path)) ?? { path, own: [], at: cell.at };
    record.own.push({ cell, value });
    records.set(pathText(path), record);
  }
  return [...records.values()].flatMap(({ path, own, at }): readonly Replacement[] => {
    const value = decimalsShown(valueAt(data, path), own);
    if (value === null || value <= mostBeside(path, data)) return [];
    const placeOf = (inner: string): Place => ({ ...at, path: inner });
    return [{ path: [...path, 'decimals'], value, placeOf, placeOfName: placeOf }];
  });
}

/** The nearest record around a number whose numbers share their decimals. */
function sharingAround(path: Path, data: unknown, schema: z.ZodType): Path | null {
  for (let end = path.length - 1; end > 0; end -= 1) {
    const around = schemaAt(schema, path.slice(0, end), data);
    if (around !== null && sharesDecimals(around)) return path.slice(0, end);
  }
  return null;
}

/** What a cell of a table asks for is for it alone: where others of its column have as many, it has them as they do. */
function mostBeside(path: Path, data: unknown): number {
  const [list, index = 0] = path.slice(-2);
  const rows = list === 'cells' ? valueAt(data, path.slice(0, -3)) : [];
  if (!Array.isArray(rows)) return 0;
  return sharedDecimals(numbersIn(rows.map((row) => valueAt(row, ['cells', index]))), null);
}

function replaced(base: Json, changes: readonly Replacement[]): Json {
  const own = new Map<string, Replacement>();
  let value = structuredClone(base.value);
  for (const change of changes) {
    own.set(pathText(change.path), change);
    value = withValue(value, change.path, change.value);
  }
  const owner = (path: string): Replacement | undefined => {
    for (let around = path; ; around = outer(around)) {
      const change = own.get(around);
      if (change !== undefined || around === '$') return change;
    }
  };
  /** What is about a text in all languages is about those that were changed. */
  const ofText = (path: string): Place | null => {
    const changed = languageTags.map((tag) => stepTo(path, tag)).find((inner) => own.has(inner));
    return changed === undefined ? null : { ...(own.get(changed)?.placeOf(changed) ?? base.placeOf(path)), path };
  };
  return {
    value,
    placeOf: (path) => owner(path)?.placeOf(path) ?? ofText(path) ?? base.placeOf(path),
    placeOfName: (path) => owner(path)?.placeOfName(path) ?? base.placeOfName(path),
  };
}

/** @param value is changed where it is a record or a list */
function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const around: object = typeof value === 'object' && value !== null ? value : typeof key === 'number' ? [] : {};
  const inner = withValue(Object.hasOwn(around, key) ? Reflect.get(around, key) : undefined, rest, put);
  if (inner === undefined) Reflect.deleteProperty(around, key);
  else Reflect.set(around, key, inner);
  return around;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
