/** What zod found, as diagnostics: places, the words of people, and hints. */
import * as z from 'zod';
import type { Code } from '../codes.ts';
import type { DataFix, Diagnostic, Place, Report } from '../diagnostics.ts';
import type { Json } from '../json/json.ts';
import { type Path, pathText, stepTo, valueAt } from '../json/path.ts';
import { englishName } from '../language/tags.ts';
import { nameHints, suggest } from '../suggestion.ts';
import { type Bound, described, rangeOf, shownNumber, wish, written } from './issue-words.ts';
import { type IssueParams as Fault, isLocalized } from './kinds/fields.ts';
import { boundsOf, choiceMend, dateMeant, mendOf, shareMeant, strangeIn, type ValueMend } from './mends.ts';
import { choicesOf, schemaAt } from './shape.ts';

type Issue = z.core.$ZodIssue;

interface IssueFinding extends Pick<Diagnostic, 'at' | 'message' | 'hints' | 'clause' | 'fix'> {
  readonly code: Code<'error'>;
}

interface Case {
  readonly schema: z.ZodType;
  readonly json: Json;
}

/** Reports each issue at the place of its value; a missing field at the object, an unknown one at its name. */
export function reportIssues(issues: readonly Issue[], schema: z.ZodType, json: Json, report: Report): void {
  for (const issue of issues) {
    const strange = strangeHints(issue, { schema, json });
    for (const finding of findingsOf(issue, { schema, json })) {
      const { code, at, message, hints, ...details } = finding;
      report.error(code, at, message, { hints: [...strange, ...hints], ...details });
    }
  }
}

function findingsOf(issue: Issue, given: Case): readonly IssueFinding[] {
  const { path } = issue;
  const found = valueAt(given.json.value, path);
  const at = given.json.placeOf(pathText(path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.filter((key) => !isEcho(key, path, given)).map((key) => unknown(key, path, given));
    case 'custom':
      return [ruled(issue.params ?? {}, at, path)];
    case 'invalid_type':
      return found === undefined ? missing(path, given) : [wrong(found, at, path, given)];
    case 'invalid_value':
      return found === undefined ? missing(path, given) : [unlisted(found, at, path, issue.values, given)];
    case 'invalid_format':
      return [misdated(found, at, path)];
    case 'too_small':
    case 'too_big':
      // The length of a text says nothing where a list is asked for.
      if (!Array.isArray(found) && schemaIn(given, path) instanceof z.ZodArray) return [];
      return [outOfBounds(boundOf(issue), found, at, path, given)];
    case 'invalid_union':
      return [unchosen(found, path, given)];
    default:
      return [{ code: 'bad-value', at, message: `${unallowed(found, path)}.`, hints: [issue.message] }];
  }
}

function strangeHints(issue: Issue, given: Case): readonly string[] {
  // Each unknown name has its own.
  if (issue.code === 'unrecognized_keys') return [];
  const around = schemaIn(given, issue.path.slice(0, -1));
  if (around !== null && isLocalized(around)) return [];
  return strangeIn(valueAt(given.json.value, issue.path));
}

function schemaIn({ schema, json }: Case, path: Path): z.ZodType | null {
  return schemaAt(schema, path, json.value);
}

function unknown(key: string, path: Path, given: Case): IssueFinding {
  const { json } = given;
  const object = schemaIn(given, path);
  const known = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  const here = stepTo(pathText(path), key);
  const message = `There is no field "${key}" here.`;
  const finding = {
    code: 'unknown-field',
    at: json.placeOfName(here),
    message,
    hints: [...strangeIn(key), ...nameHints(key, known, 'fields')],
  } as const;
  const name = suggest(key, known);
  // What is there already cannot be meant as well.
  const isFree = name !== null && !Object.hasOwn(Object(valueAt(json.value, path)), name);
  return isFree ? { ...finding, fix: { path: here, name } } : finding;
}

/** The mend of a value as a part of its finding. */
function mended(
  { hints, value }: ValueMend,
  path: Path,
): { readonly hints: readonly string[]; readonly fix?: DataFix } {
  return value === undefined ? { hints } : { hints, fix: { path: pathText(path), value } };
}

/** A rule of ours speaks for itself: `Finding` in `kinds/fields.ts`. */
function ruled(params: Partial<Fault>, at: Place, path: Path): IssueFinding {
  const { code, message, hint, clause, meant } = params;
  if (code === undefined || message === undefined || hint === undefined) throw new Error('a rule without words');
  const mend = mended(meant === undefined ? { hints: [hint] } : { hints: [hint], value: meant }, path);
  return { code, at, message, ...mend, ...(clause === undefined ? {} : { clause }) };
}

/** A text in a language that the file declares and we do not know: what is wrong is told of where it is declared. */
function isEcho(key: string, path: Path, given: Case): boolean {
  const object = schemaIn(given, path);
  return object !== null && isLocalized(object) && declares(given.json, key);
}

function declares({ value }: Json, tag: string): boolean {
  const declared = valueAt(value, ['languages']);
  return Array.isArray(declared) && declared.includes(tag);
}

/** Nothing for a text in a language that the file does not declare: then "languages" itself is wrong. */
function missing(path: Path, given: Case): readonly IssueFinding[] {
  const { json } = given;
  const name = String(path.at(-1) ?? '');
  const around = path.slice(0, -1);
  const at = { ...json.placeOf(pathText(around)), path: pathText(path) };
  const object = schemaIn(given, around);
  if (object !== null && isLocalized(object)) {
    if (!declares(json, name)) return [];
    const hints = [`Add "${name}": "…", or remove "${name}" from "languages".`];
    const message = `The text is missing in ${englishName(name)} (${name}).`;
    return [{ code: 'missing-translation', at, message, hints }];
  }
  const hints = [`Add "${name}": ${wish(schemaIn(given, path))[1]}.`];
  return [{ code: 'missing-field', at, message: `The field "${name}" is missing.`, hints }];
}

function wrong(found: unknown, at: Place, path: Path, given: Case): IssueFinding {
  const schema = schemaIn(given, path);
  const code = 'wrong-type';
  if (schema instanceof z.ZodNumber && typeof found === 'number') {
    const message = `${subjectOf(path)} is ${found}; it must be a whole number.`;
    return { code, at, message, hints: [`Write ${Math.floor(found)} or ${Math.ceil(found)}.`] };
  }
  const [noun, example] = wish(schema);
  const message = `Expected ${noun}, found ${described(found)}.`;
  return {
    code,
    at,
    message,
    ...mended(mendOf(found, schema, allowsNull(path, given)) ?? { hints: [`Write ${example}.`] }, path),
  };
}

/** Whether the value may be null: it is optional, or an item of a list with gaps. */
function allowsNull(path: Path, given: Case): boolean {
  const around = schemaIn(given, path.slice(0, -1));
  const key = path.at(-1);
  const own =
    around instanceof z.ZodArray
      ? around.element
      : around instanceof z.ZodObject && key !== undefined && Object.hasOwn(around.shape, key)
        ? around.shape[String(key)]
        : null;
  return own instanceof z.ZodType && own.safeParse(null).success;
}

function unlisted(found: unknown, at: Place, path: Path, values: readonly unknown[], given: Case): IssueFinding {
  const key = path.at(-1);
  const field = typeof key === 'string' ? { name: key, nullable: allowsNull(path, given) } : null;
  const message = `${unallowed(found, path)}.`;
  return { code: 'bad-value', at, message, ...mended(choiceMend(found, values, field), path) };
}

function unallowed(found: unknown, path: Path): string {
  return `${written(found)} is not an allowed value for ${subjectOf(path, true)}`;
}

/** The field in the reader's words; an item of a list by its number, from 1. */
function subjectOf(path: Path, within = false): string {
  const key = path.at(-1);
  if (key === undefined) return within ? 'the document' : 'The document';
  if (typeof key !== 'number') return `\`${String(key)}\``;
  return `${within ? 'item' : 'Item'} ${key + 1} of ${subjectOf(path.slice(0, -1), true)}`;
}

/** Where the field that chooses between records has no known value: zod's issue stands at that field. */
function unchosen(found: unknown, path: Path, given: Case): IssueFinding {
  const around = path.slice(0, -1);
  const choice = schemaIn(given, around);
  const known = choice instanceof z.ZodDiscriminatedUnion ? choicesOf(choice) : [];
  if (found !== undefined) return unlisted(found, given.json.placeOf(pathText(path)), path, known, given);
  const name = String(path.at(-1) ?? '');
  const at = { ...given.json.placeOf(pathText(around)), path: pathText(path) };
  const hints = [`Add "${name}": one of ${known.map((each) => `"${each}"`).join(', ')}.`];
  return { code: 'missing-field', at, message: `The field "${name}" is missing.`, hints };
}

function boundOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Bound {
  const { inclusive = true } = issue;
  return issue.code === 'too_small'
    ? { limit: Number(issue.minimum), inclusive, side: 'least' }
    : { limit: Number(issue.maximum), inclusive, side: 'most' };
}

function outOfBounds(bound: Bound, found: unknown, at: Place, path: Path, given: Case): IssueFinding {
  const { limit, side } = bound;
  if (Array.isArray(found)) {
    if (found.length === 0 && limit === 1) return empty('empty-list', 'The list is empty.', at, path, given);
    return counted(bound, found.length, 'item', at, path);
  }
  if (typeof found === 'string') {
    if (found === '') return empty('blank-text', 'The text is empty.', at, path, given);
    return counted(bound, found.length, 'character', at, path);
  }
  const subject = `${subjectOf(path)} is ${shownNumber(Number(found))}`;
  const number = shownNumber(limit);
  const rest = bound.inclusive
    ? `the ${side} is ${number}`
    : `it must be ${side === 'least' ? 'more' : 'less'} than ${number}`;
  const schema = schemaIn(given, path);
  const share = boundsOf(schema).maximum === 1 ? shareMeant(Number(found)) : null;
  const example = share === null ? '' : `, such as ${share}`;
  return {
    code: 'bad-value',
    at,
    message: `${subject}; ${rest}.`,
    hints: [`Write ${rangeOf(bound, schema)}${example}.`],
  };
}

function counted({ limit, side }: Bound, count: number, what: string, at: Place, path: Path): IssueFinding {
  const message = `${subjectOf(path)} has ${count} ${what}${count === 1 ? '' : 's'}; the ${side} is ${limit}.`;
  const [verb, many] = side === 'most' ? ['Remove', count - limit] : ['Add', limit - count];
  return { code: 'bad-value', at, message, hints: [`${verb} ${many} ${what}${many === 1 ? '' : 's'}.`] };
}

function misdated(found: unknown, at: Place, path: Path): IssueFinding {
  const meant = typeof found === 'string' ? dateMeant(found) : null;
  const mend =
    meant === null
      ? { hints: ['Write year-month-day, such as "2026-11-23"; the day must exist.'] }
      : { hints: [`Write "${meant}".`], value: meant };
  return { code: 'bad-date', at, message: `${written(found)} is not a date.`, ...mended(mend, path) };
}

function empty(code: Code<'error'>, message: string, at: Place, path: Path, given: Case): IssueFinding {
  const what = code === 'empty-list' ? 'Write at least one item' : 'Write the text';
  return { code, at, message, hints: [allowsNull(path, given) ? `${what}, or null if there is none.` : `${what}.`] };
}
