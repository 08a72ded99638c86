/** What is found and what is asked for, in the words of people. */
import * as z from 'zod';
import { isLocalized, textsExample } from './kinds/fields.ts';
import { boundsOf, numbersExample } from './mends.ts';
import { schemaAt } from './shape.ts';

/** What zod says of a value that is too small or too big: where the bound lies, and what is counted. */
export interface Bound {
  readonly limit: number;
  /** Whether the limit itself is allowed. */
  readonly inclusive: boolean;
  readonly side: 'least' | 'most';
}

/** As people read a number; that of a limit too. */
export function shownNumber(value: number): string {
  return Math.abs(value) < 1e15 ? value.toLocaleString('en', { maximumFractionDigits: 10 }) : String(value);
}

/** All numbers that are allowed. */
export function rangeOf(bound: Bound, schema: z.ZodType | null): string {
  const { minimum, maximum, exclusiveMinimum } = boundsOf(schema);
  const whole = schema instanceof z.ZodNumber && schema.isInt ? 'a whole number' : 'a number';
  if (exclusiveMinimum !== undefined) return `${whole} greater than ${exclusiveMinimum}`;
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? null : minimum;
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? null : maximum;
  if (least !== null && most !== null) return `${whole} from ${least} to ${most}`;
  return bound.side === 'least' ? `${whole} that is ${bound.limit} or more` : `${whole} that is ${bound.limit} or less`;
}

/** What a schema asks for: the noun, and how it is written. */
export function wish(schema: z.ZodType | null): readonly [noun: string, example: string] {
  if (schema === null) return ['something else', 'a value'];
  if (isLocalized(schema)) return ['a text in each language', textsExample(requiredIn(schema))];
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodNumber)
    return ['a list of numbers', numbersExample(schema)];
  if (schema instanceof z.ZodArray) return ['a list', `[${wish(schemaAt(schema, [0], []))[1]}, …]`];
  if (schema instanceof z.ZodDiscriminatedUnion) return ['an object', `{ "${schema.def.discriminator}": … }`];
  if (schema instanceof z.ZodNumber) return ['a number', `a ${numbersExample(schema)}`];
  if (schema instanceof z.ZodObject) return ['an object', `{ … } with ${Object.keys(schema.shape).join(', ')}`];
  if (schema instanceof z.ZodRecord) return ['an object', '{ … }'];
  if (schema instanceof z.ZodBoolean) return ['true or false', 'true or false'];
  if (schema instanceof z.ZodLiteral) return either([...schema.values]);
  if (schema instanceof z.ZodEnum) return either(schema.options);
  return ['a text', '"…"'];
}

/** The languages that the document declares. */
function requiredIn(schema: z.ZodType): readonly string[] {
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([tag]) => tag);
}

function either(values: readonly unknown[]): readonly [string, string] {
  const all = values.map((value) => JSON.stringify(value)).join(' or ');
  return [all, all];
}

export function described(value: unknown): string {
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

export function written(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? described(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 48 ? `${text.slice(0, 47)}…"` : text;
}
