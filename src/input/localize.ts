/** Checked data as a template takes it: in one language, each value with its place. */
import type { Json } from '../json/json.ts';
import { stepTo } from '../json/path.ts';
import {
  type DataList,
  type DataRecord,
  type DataShape,
  type DataTree,
  Datum,
  freeRecord,
  placed,
} from '../model/datum.ts';
import type { Lang } from '../model/document.ts';
import { onceEach } from '../once.ts';
import { Derived } from './kinds/derive.ts';
import { isFreeText } from './kinds/free.ts';

interface Step {
  readonly value: unknown;
  /** What the file has there; undefined for what was derived. */
  readonly raw: unknown;
  readonly path: string;
  /** The path of the innermost record of the file around it. */
  readonly base: string;
}

interface LocalizeContext {
  readonly lang: Lang;
  readonly json: Json;
}

/** The values of a checked document in one of its languages, each with its place. */
export function localized(data: unknown, shape: DataShape, context: LocalizeContext): DataTree {
  return localize({ value: data, raw: context.json.value, path: '$', base: '$' }, shape, context);
}

function localize(step: Step, shape: DataShape, context: LocalizeContext): DataTree {
  const { value, path } = step;
  if (shape.type === 'free') return freely(value ?? {}, path, context);
  if (value === null || value === undefined) return null;
  if (shape.type === 'leaf') return leafOf(step, context);
  if (shape.type === 'list') {
    if (!Array.isArray(value)) throw new Error(`no list at ${path}`);
    return placedIn(
      value.map((_, index) => localize(inward(step, index), shape.items, context)),
      step,
      context,
    );
  }
  // A choice of records has many names, of which each record has few.
  const whole: Record<string, DataTree> = {};
  for (const [name, field] of fieldsOf(shape)) {
    const isThere = field.type === 'free' || (Reflect.get(Object(value), name) ?? null) !== null;
    whole[name] = isThere ? localize(inward(step, name), field, context) : null;
  }
  return placedIn(whole, step, context);
}

const fieldsOf = onceEach(({ fields }: Extract<DataShape, { type: 'record' }>) => Object.entries(fields));

/** What was derived stands where the record does that it was derived from. */
function placedIn(tree: DataList | DataRecord, { raw, path, base }: Step, { json }: LocalizeContext): DataTree {
  return placed(tree, json.placeOf(raw === undefined ? base : path));
}

function inward({ value, raw, path, base }: Step, key: string | number): Step {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  return {
    value: Reflect.get(Object(value), key),
    raw: Reflect.get(Object(raw), key),
    path: stepTo(path, key),
    base: isRecord ? path : base,
  };
}

function leafOf({ value, path, base }: Omit<Step, 'raw'>, { lang, json }: LocalizeContext): Datum {
  if (value instanceof Derived) return new Datum(value.value, json.placeOf(value.from.reduce(stepTo, base)));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return new Datum(value, json.placeOf(path));
  }
  const own: unknown = Reflect.get(Object(value), lang);
  if (typeof own !== 'string') throw new Error(`no text in ${lang} at ${path}`);
  return new Datum(own, json.placeOf(stepTo(path, lang)));
}

/** Data in any form, as it is written. */
function freely(value: unknown, path: string, context: LocalizeContext): DataTree {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isFreeText(value))
    return leafOf({ value, path, base: path }, context);
  const at = context.json.placeOf(path);
  if (Array.isArray(value))
    return placed(
      value.map((item, index) => freely(item, stepTo(path, index), context)),
      at,
    );
  const fields = Object.entries(value).map(
    ([name, inner]) => [name, freely(inner, stepTo(path, name), context)] as const,
  );
  return placed(freeRecord(Object.fromEntries(fields)), at);
}
