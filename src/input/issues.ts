/** What zod found, as diagnostics: places, the words of people, and hints. */
import { z } from 'zod';
import type { Diagnostic, Place, Report } from '../diagnostics.ts';
import type { Json } from '../json/json.ts';
import { type Path, pathText, stepTo } from '../json/path.ts';
import { nameHints } from '../suggestion.ts';
import { englishName, isLocalized } from './kinds/fields.ts';
import { choicesOf, schemaAt } from './shape.ts';

type Issue = z.core.$ZodIssue;

type Finding = Pick<Diagnostic, 'code' | 'at' | 'message' | 'hints' | 'clause'>;

interface Case {
  readonly schema: z.ZodType;
  readonly json: Json;
}

/** Reports each issue at the place of its value; a missing field at the object, an unknown one at its name. */
export function reportIssues(issues: readonly Issue[], schema: z.ZodType, json: Json, report: Report): void {
  for (const issue of issues) {
    for (const finding of findingsOf(issue, { schema, json })) {
      report.add({ severity: 'error', related: [], ...finding });
    }
  }
}

function findingsOf(issue: Issue, given: Case): readonly Finding[] {
  const { path } = issue;
  const found = valueAt(given.json.value, path);
  const at = given.json.placeOf(pathText(path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknown(key, path, given));
    case 'custom':
      return [ruled(issue.params ?? {}, at)];
    case 'invalid_type':
      return [found === undefined ? missing(path, given) : wrong(found, at, schemaIn(given, path))];
    case 'invalid_value':
      return [found === undefined ? missing(path, given) : unlisted(found, at, issue.values.map(String))];
    case 'invalid_format':
      return [misdated(found, at)];
    case 'too_small':
      return [issue.origin === 'number' ? outOfRange(found, at, schemaIn(given, path)) : empty(issue.origin, at)];
    case 'too_big':
      return [outOfRange(found, at, schemaIn(given, path))];
    case 'invalid_union':
      return [unchosen(found, path, given)];
    default:
      return [{ code: 'bad-value', at, message: `${written(found)} cannot stand here.`, hints: [issue.message] }];
  }
}

function schemaIn({ schema, json }: Case, path: Path): z.ZodType | null {
  return schemaAt(schema, path, json.value);
}

function unknown(key: string, path: Path, given: Case): Finding {
  const { json } = given;
  const object = schemaIn(given, path);
  const hints = nameHints(key, object instanceof z.ZodObject ? Object.keys(object.shape) : [], 'fields');
  const at = json.placeOfName(stepTo(pathText(path), key));
  return { code: 'unknown-field', at, message: `There is no field "${key}" here.`, hints };
}

/** A rule of ours speaks for itself: `Finding` in `kinds/fields.ts`. */
function ruled({ code, message, hint, clause }: Readonly<Record<string, unknown>>, at: Place): Finding {
  if (typeof code !== 'string' || typeof message !== 'string' || typeof hint !== 'string') {
    throw new Error('a rule without words');
  }
  return { code, at, message, hints: [hint], ...(typeof clause === 'string' ? { clause } : {}) };
}

function missing(path: Path, given: Case): Finding {
  const { json } = given;
  const name = String(path.at(-1) ?? '');
  const around = path.slice(0, -1);
  const at = { ...json.placeOf(pathText(around)), path: pathText(path) };
  const object = schemaIn(given, around);
  if (object !== null && isLocalized(object)) {
    const hints = [`Add "${name}": "…", or remove "${name}" from "languages".`];
    const message = `The text is missing in ${englishName(name)} (${name}).`;
    return { code: 'missing-translation', at, message, hints };
  }
  const hints = [`Add "${name}": ${wish(schemaIn(given, path))[1]}.`];
  return { code: 'missing-field', at, message: `The field "${name}" is missing.`, hints };
}

function wrong(found: unknown, at: Place, schema: z.ZodType | null): Finding {
  const [noun, example] = wish(schema);
  const message = `Expected ${noun}, found ${described(found)}.`;
  return { code: 'wrong-type', at, message, hints: [`Write ${example}.`] };
}

function unlisted(found: unknown, at: Place, values: readonly string[]): Finding {
  const hints = typeof found === 'string' ? nameHints(found, values, 'values') : [`Write ${values.join(' or ')}.`];
  return { code: 'bad-value', at, message: `${written(found)} cannot stand here.`, hints };
}

/** Where the field that chooses between records has no known value: zod's issue stands at that field. */
function unchosen(found: unknown, path: Path, given: Case): Finding {
  const around = path.slice(0, -1);
  const choice = schemaIn(given, around);
  const known = choice instanceof z.ZodDiscriminatedUnion ? choicesOf(choice) : [];
  if (found !== undefined) return unlisted(found, given.json.placeOf(pathText(path)), known);
  const name = String(path.at(-1) ?? '');
  const at = { ...given.json.placeOf(pathText(around)), path: pathText(path) };
  const hints = [`Add "${name}": one of ${known.map((each) => `"${each}"`).join(', ')}.`];
  return { code: 'missing-field', at, message: `The field "${name}" is missing.`, hints };
}

function outOfRange(found: unknown, at: Place, schema: z.ZodType | null): Finding {
  const { minimum, maximum } = schema === null ? {} : (z.toJSONSchema(schema, { io: 'input' }) as Bounds);
  const least = minimum === undefined ? '' : ` from ${minimum}`;
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`;
  return {
    code: 'bad-value',
    at,
    message: `${written(found)} cannot stand here.`,
    hints: [`Write a number${least}${most}.`],
  };
}

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

function misdated(found: unknown, at: Place): Finding {
  const hints = ['Write year-month-day, such as "2026-11-23"; the day must exist.'];
  return { code: 'bad-date', at, message: `${written(found)} is not a date.`, hints };
}

function empty(origin: string, at: Place): Finding {
  const hints = ['Write at least one; if the field may be left out, remove it or write null.'];
  return origin === 'array'
    ? { code: 'empty-list', at, message: 'The list is empty.', hints }
    : { code: 'blank-text', at, message: 'The text is empty.', hints };
}

/** What a schema asks for: the noun, and how it is written. */
function wish(schema: z.ZodType | null): readonly [noun: string, example: string] {
  if (schema === null) return ['something else', 'a value'];
  if (isLocalized(schema)) return ['a text in each language', '{ "ka": "…", "en": "…" }'];
  if (schema instanceof z.ZodArray) return ['a list', `[${wish(schemaAt(schema, [0], []))[1]}, …]`];
  if (schema instanceof z.ZodDiscriminatedUnion) return ['an object', `{ "${schema.def.discriminator}": … }`];
  if (schema instanceof z.ZodNumber) return ['a number', '12.5, without quotes'];
  if (schema instanceof z.ZodObject) return ['an object', `{ … } with ${Object.keys(schema.shape).join(', ')}`];
  if (schema instanceof z.ZodBoolean) return ['true or false', 'true or false'];
  if (schema instanceof z.ZodLiteral) return either([...schema.values]);
  if (schema instanceof z.ZodEnum) return either(schema.options);
  return ['a text', '"…"'];
}

function either(values: readonly unknown[]): readonly [string, string] {
  const all = values.map((value) => JSON.stringify(value)).join(' or ');
  return [all, all];
}

function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text ${written(value)}`;
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    default:
      return 'an object';
  }
}

function written(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? described(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 48 ? `${text.slice(0, 47)}…"` : text;
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
