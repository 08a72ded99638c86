/** What a record of a manifest says beside the values of its document. */
import * as z from 'zod';
import type { Place, Report } from '../diagnostics.ts';
import { reportIssues } from '../input/issues.ts';
import { languageTag } from '../input/kinds/fields.ts';
import type { Json } from '../json/json.ts';
import { type Format, knownFormats } from '../write/targets.ts';

const nameOfFile = z.string().min(1);

/** A record, as JSON has it. */
export const recordSchema = z
  .strictObject({
    data: z
      .union([nameOfFile, z.record(z.string(), z.unknown())])
      .optional()
      .describe('A data file, or the whole document'),
    base: nameOfFile.optional().describe('A data file that the record changes'),
    patch: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('What differs from the base: JSON Merge Patch (RFC 7396)'),
    name: z
      .string()
      .min(1)
      .optional()
      .describe('What the files are called, before their language; may name fields: {title.en}'),
    languages: z.array(languageTag).min(1).optional().describe('The languages to write'),
    formats: z.array(z.enum(knownFormats)).min(1).optional().describe('The formats to write'),
    theme: z.string().min(1).optional().describe('A theme by name or path'),
    template: z.string().min(1).optional().describe('A template by name or path'),
  })
  .describe('A record of a manifest');

export type HeadField = Exclude<keyof z.output<typeof recordSchema>, 'patch'>;
/** Those that may be columns. */
export const recordFields: readonly HeadField[] = ['data', 'base', 'name', 'languages', 'formats', 'theme', 'template'];

export interface RecordHead {
  readonly data?: string | Readonly<Record<string, unknown>> | undefined;
  readonly base?: string | undefined;
  readonly patch?: Readonly<Record<string, unknown>> | undefined;
  readonly name?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly formats?: readonly Format[] | undefined;
  readonly theme?: string | undefined;
  readonly template?: string | undefined;
}

/** Checks what a record says of itself; null with errors. */
export function readHead(json: Json, report: Report): RecordHead | null {
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hints = ['Write an object with named fields: { "base": "…", "patch": { … } }.'];
    report.error('bad-record', json.placeOf('$'), 'A record must be an object with named fields.', { hints });
    return null;
  }
  const checked = recordSchema.safeParse(value);
  if (!checked.success) {
    reportIssues(checked.error.issues, recordSchema, json, report);
    return null;
  }
  const { data } = checked;
  const fault = faultOf(data);
  if (fault === null) return data;
  report.error('bad-record', json.placeOf(fault.at), fault.message, { hints: [fault.hint] });
  return null;
}

function faultOf({ data, base, patch }: RecordHead): Record<'at' | 'message' | 'hint', string> | null {
  if (data !== undefined && base !== undefined)
    return {
      at: '$.base',
      message: 'The record has both "data" and "base".',
      hint: 'Keep "data" for a document as it is, or "base" for one that the record changes.',
    };
  if (data !== undefined && patch !== undefined)
    return {
      at: '$.patch',
      message: 'The record has both "data" and "patch".',
      hint: 'Write "base" in the place of "data".',
    };
  return null;
}

/** The fields of a row as a record of JSON, with the places of its cells. */
export function rowHead(cells: ReadonlyMap<string, { readonly text: string; readonly at: Place }>, row: Place): Json {
  const lists: ReadonlySet<string> = new Set(['languages', 'formats']);
  const value = Object.fromEntries(
    [...cells].map(([field, { text }]) => {
      const bare = text.trim();
      return [field, lists.has(field) ? bare.split(/[\s,;]+/).filter((each) => each !== '') : bare];
    }),
  );
  const placeOf = (path: string): Place => {
    const [, field = ''] = /^\$\.(\w+)/.exec(path) ?? [];
    return cells.get(field)?.at ?? row;
  };
  return { value, placeOf, placeOfName: placeOf };
}
