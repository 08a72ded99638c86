/** What a schema refuses in a theme, as diagnostics where it stands. */
import type * as z from 'zod';
import type { Code } from '../codes.ts';
import type { Report } from '../diagnostics.ts';
import type { Json } from '../json/json.ts';
import { pathText } from '../json/path.ts';
import { nameHints } from '../suggestion.ts';

/** A theme file being read. */
export interface ThemeReading {
  readonly json: Json;
  readonly report: Report;
}
type Path = readonly PropertyKey[];

/** The hint where there is nothing better to say. */
export const example = 'Compare with the theme "gza" that comes with Etrati.';

/**
 * A value as a schema reads it; null if it refuses, with `unknown-field`, `missing-field`, `wrong-type` or
 * `bad-theme-value`. `path` is where the value stands in the file.
 */
export function parse<T>(schema: z.ZodType<T>, value: unknown, path: Path, reading: ThemeReading): T | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) tell(issue, valueAt(value, issue.path), [...path, ...issue.path], reading);
  return null;
}

function tell(issue: z.core.$ZodIssue, found: unknown, path: Path, reading: ThemeReading): void {
  const name = String(path.at(-1));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const at = reading.json.placeOfName(pathText([...path, key]));
      reading.report.error('unknown-field', at, `There is no field "${key}" here.`, { hints: [example] });
    }
  } else if (found === undefined) {
    complain(reading, 'missing-field', path.slice(0, -1), `The field "${name}" is missing.`, [
      `Add "${name}".`,
      example,
    ]);
  } else if (issue.code === 'invalid_type') {
    complain(reading, 'wrong-type', path, `"${name}" must be of type ${issue.expected}.`, [example]);
  } else if (issue.code === 'invalid_value' && issue.values.length > 1) {
    const values = issue.values.map(String);
    complain(
      reading,
      'bad-theme-value',
      path,
      typeof found === 'string'
        ? `"${found}" is not an allowed value for "${name}".`
        : `The value of "${name}" is not an allowed one.`,
      nameHints(String(found), values, 'values'),
    );
  } else complain(reading, 'bad-theme-value', path, `"${name}" ${reason(issue)}.`, [example]);
}

/** Schemas of ours say "must be …"; zod's own words follow a colon. */
function reason({ message }: z.core.$ZodIssue): string {
  return message.startsWith('must') ? message : `is not valid: ${message}`;
}

export function complain(
  { json, report }: ThemeReading,
  code: Code<'error'>,
  path: Path,
  message: string,
  hints: readonly string[],
): void {
  report.error(code, json.placeOf(pathText(path)), message, { hints });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, key) => {
    return typeof here === 'object' && here !== null && Object.hasOwn(here, key) ? Reflect.get(here, key) : undefined;
  }, value);
}
