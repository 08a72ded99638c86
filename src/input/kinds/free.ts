/** Data of one's own, for a template of one's own: any JSON, checked for its depth and size only. */
import * as z from 'zod';
import { type LanguageTag, languageTags } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import type { IssueParams } from './fields.ts';

const limits = { depth: 12, values: 5000, letters: 200_000 };

const schemas = new WeakSet<z.ZodType>();

/** Whether a schema takes any JSON: a template may ask for whatever it likes there. */
export function isFree(schema: z.ZodType): boolean {
  return schemas.has(schema);
}

/** What has the tags of languages for its names and texts for its values is a text in these languages. */
export function isFreeText(value: unknown): value is Readonly<Partial<Record<LanguageTag, string>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const known: readonly string[] = languageTags;
  return entries.length > 0 && entries.every(([tag, text]) => known.includes(tag) && typeof text === 'string');
}

/** An object of any JSON, with texts in the languages of the document. */
export function freeIn(declared: readonly LanguageTag[]) {
  const free = z
    .record(z.string(), z.unknown())
    .superRefine((value, context) => {
      const count = { values: 0, letters: 0 };
      const params = tooMuch(value, 1, count);
      if (params !== null) context.addIssue({ code: 'custom', params: { ...params } });
      else for (const fault of untranslated(value, [], declared)) context.addIssue({ code: 'custom', ...fault });
    })
    .describe(
      'Data for a template of your own, in any form: { "…": "…" } in each language of the document is a text. Our templates show nothing of it',
    );
  schemas.add(free);
  return free;
}

interface Count {
  values: number;
  letters: number;
}

function tooMuch(value: unknown, depth: number, count: Count): IssueParams | null {
  count.values += 1;
  count.letters += typeof value === 'string' ? value.length : 0;
  const large = (what: string, hint: string): IssueParams => ({ code: 'bad-value', message: what, hint });
  if (depth > limits.depth)
    return large(`The data here is nested more than ${limits.depth} levels deep.`, 'Write it with fewer levels.');
  if (count.values > limits.values || count.letters > limits.letters)
    return large(
      `The data here has more than ${limits.values} values or ${limits.letters} letters.`,
      'Write less, or make a kind of your own for it.',
    );
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    count.letters += name.length;
    const fault = tooMuch(inner, depth + 1, count);
    if (fault !== null) return fault;
  }
  return null;
}

interface Fault {
  readonly path: (string | number)[];
  readonly params: Record<string, unknown>;
}

function untranslated(value: unknown, path: (string | number)[], declared: readonly LanguageTag[]): readonly Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!isFreeText(value))
    return Object.entries(value).flatMap(([name, inner]) =>
      untranslated(inner, [...path, Array.isArray(value) ? Number(name) : name], declared),
    );
  return declared
    .filter((tag) => value[tag] === undefined)
    .map((tag) => {
      const params: IssueParams = {
        code: 'missing-translation',
        message: `The text is missing in ${englishName(tag)} (${tag}).`,
        hint: `Add "${tag}": "…", or remove "${tag}" from "languages".`,
      };
      return { path, params: { ...params } };
    });
}
