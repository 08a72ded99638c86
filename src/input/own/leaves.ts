/** The values of keywords in the schema of a kind, and the schemas of numbers and of texts with a form. */
import * as z from 'zod';
import type { IssueParams } from '../kinds/fields.ts';
import { longestMatched } from './pattern.ts';

export type SchemaObject = Readonly<Record<string, unknown>>;

/** Values by keyword: which are right, and what to write. */
const forms: readonly (readonly [names: readonly string[], hint: string])[] = [
  [['minItems', 'maxItems', 'minLength', 'maxLength'], 'Write a whole number, 0 or more.'],
  [['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'], 'Write a number.'],
  [['enum'], 'Write a list of different values of the same type.'],
  [['const'], 'Write a value of the same type.'],
  [['format'], 'Write "date"; for addresses write { "etrati": "link" }.'],
  [['pattern', 'description', 'title'], 'Write a text.'],
  [
    ['additionalProperties'],
    'Write false, or nothing: a kind has the fields that it names; free data goes into "extra".',
  ],
  [['uniqueItems'], 'Write true.'],
];

/** What a keyword may be. */
export function formOf(name: string): string {
  return forms.find(([names]) => names.includes(name))?.[1] ?? '';
}

/** Whether a keyword of a schema has a value of its own form. */
export function isRight(name: string, node: SchemaObject): boolean {
  const value = node[name];
  const whole = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  const own = node.type === 'string' ? 'string' : node.type === 'boolean' ? 'boolean' : 'number';
  switch (name) {
    case 'minItems':
    case 'maxItems':
    case 'minLength':
    case 'maxLength':
      return whole;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return typeof value === 'number';
    case 'enum':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= 500 &&
        new Set(value).size === value.length &&
        value.every((each) => typeof each === own)
      );
    case 'const':
      return typeof value === own;
    case 'format':
      return value === 'date';
    case 'additionalProperties':
      return value === false;
    case 'uniqueItems':
      return value === true;
    case 'pattern':
    case 'description':
    case 'title':
      return typeof value === 'string' && value !== '';
    default:
      return true;
  }
}

export function isNode(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function numberOf(node: SchemaObject): z.ZodType {
  if (Array.isArray(node.enum)) return z.literal(node.enum as readonly number[]);
  if (typeof node.const === 'number') return z.literal(node.const);
  let made = node.type === 'integer' ? (z.int() as z.ZodNumber) : z.number();
  if (typeof node.minimum === 'number') made = made.min(node.minimum);
  if (typeof node.maximum === 'number') made = made.max(node.maximum);
  if (typeof node.exclusiveMinimum === 'number') made = made.gt(node.exclusiveMinimum);
  if (typeof node.exclusiveMaximum === 'number') made = made.lt(node.exclusiveMaximum);
  return made;
}

export function matching(plain: z.ZodString, pattern: string, examples: unknown): z.ZodType {
  const form = new RegExp(pattern, 'u');
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return plain
    .superRefine((value, context) => {
      if (value.length <= longestMatched && form.test(value)) return;
      const params: IssueParams = {
        code: 'bad-value',
        message: `${JSON.stringify(value.slice(0, 48))} does not have the form ${pattern}.`,
        hint: typeof example === 'string' ? `Write it as in "${example}".` : 'Write it in that form.',
      };
      context.addIssue({ code: 'custom', params: { ...params } });
    })
    .meta({ pattern });
}

export function checkUnique(list: readonly unknown[], context: z.RefinementCtx): void {
  const seen = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const key = JSON.stringify(item);
    const before = seen.get(key);
    seen.set(key, before ?? index);
    if (before === undefined) continue;
    const message = `Item ${index + 1} says the same as item ${before + 1}.`;
    const params: IssueParams = { code: 'bad-value', message, hint: 'Remove one of them.' };
    context.addIssue({ code: 'custom', path: [index], params: { ...params } });
  }
}
