/** What to write in place of a value that was found: true when followed to the letter. */
import * as z from 'zod';
import type { FixValue } from '../diagnostics.ts';
import { numberMeant } from '../json/number.ts';
import { strangeSign } from '../json/strange.ts';
import { isDay } from '../language/dates.ts';
import { nameHints, suggest } from '../suggestion.ts';

/** What to write, in words; and the value itself, where it is certain. */
export interface ValueMend {
  readonly hints: readonly string[];
  readonly value?: FixValue;
}

const bare = (value: number | boolean | null): ValueMend => ({ hints: [`Write ${value}, without quotes.`], value });
const quoted = (value: string): ValueMend => ({ hints: [`Write "${value}", in quotes.`], value });

/** For a value of another type than `schema` asks for; null where what was meant cannot be told. */
export function mendOf(found: unknown, schema: z.ZodType | null, nullable: boolean): ValueMend | null {
  if (nullable && isWord(found, 'null')) return bare(null);
  if (schema instanceof z.ZodNumber) {
    const meant = typeof found === 'string' ? numberMeant(found) : null;
    if (meant !== null) {
      const whole = fitting(Number(meant), schema);
      const hints = [`Write ${whole ?? meant}, without quotes.`];
      return whole === null ? { hints, value: Number(meant) } : { hints };
    }
    const example = numbersExample(schema).replace(' in digits,', ' in digits and without quotes,');
    return { hints: [`Write the ${example}${nullable ? ', or null if there is none' : ''}.`] };
  }
  if (schema instanceof z.ZodBoolean) {
    const meant = [true, false].find((value) => isWord(found, String(value)));
    return meant === undefined ? null : bare(meant);
  }
  if (schema instanceof z.ZodArray)
    return (typeof found === 'string' ? numbersMeant(found, schema) : null) ?? listMeant(found, schema);
  return schema instanceof z.ZodString && typeof found === 'number' ? quoted(String(found)) : null;
}

interface Bounds {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Bounds;
}

/** A record of thousand rows asks for the same few schemas at each fault. */
const known = new WeakMap<z.ZodType, Bounds>();

export function boundsOf(schema: z.ZodType | null): Bounds {
  if (schema === null) return {};
  const bounds = known.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as Bounds);
  known.set(schema, bounds);
  return bounds;
}

/** The whole numbers beside one that is none, where `schema` asks for one; null where it does not, or allows neither. */
function fitting(number: number, schema: z.ZodNumber): string | null {
  if (boundsOf(schema).type !== 'integer' || Number.isInteger(number)) return null;
  const whole = [Math.floor(number), Math.ceil(number)].filter((each) => schema.safeParse(each).success);
  return whole.length === 0 ? null : whole.join(' or ');
}

/** A part of one that is given in per cent; null for what is neither. */
export function shareMeant(number: number): number | null {
  return number > 1 && number <= 100 ? number / 100 : null;
}

/** A number that a field takes: an amount where it may be, else a part. */
function numberWithin({ type, minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity }: Bounds): number {
  const all = type === 'integer' ? [1250, 12, 1] : [1250.5, 12.5, 0.5];
  const isWithin = (each: number) => each >= minimum && each <= maximum && each > exclusiveMinimum;
  return all.find(isWithin) ?? (minimum > -Infinity ? minimum : maximum);
}

/** One number, or as many as a list has at least. */
export function numbersExample(schema: z.ZodArray | z.ZodNumber): string {
  const bounds = boundsOf(schema);
  const { type, minItems = 0, maxItems, items } = bounds;
  if (type === 'integer') return `whole number in digits, such as ${numberWithin(bounds)}`;
  if (schema instanceof z.ZodNumber) return `number in digits, such as ${numberWithin(bounds)}`;
  const some = Array.from({ length: Math.max(1, Math.min(minItems, 4)) }, () => numberWithin(items ?? {}));
  return `[${[...some, ...(maxItems === minItems ? [] : ['…'])].join(', ')}]`;
}

/** "50,40" and "0,5 0,3": as many numbers as the list has; null where they cannot be told. */
function numbersMeant(text: string, schema: z.ZodArray): ValueMend | null {
  const { minItems, maxItems, items } = boundsOf(schema);
  if (!(schema.element instanceof z.ZodNumber) || minItems === undefined || minItems !== maxItems) return null;
  for (const sign of [/[\s;]+/, /,/]) {
    const parts = text
      .replace(/[[\]()%]/g, ' ')
      .trim()
      .split(sign);
    const numbers = parts.map((part) => numberMeant(part.replace(/,$/, '').trim())).filter((each) => each !== null);
    if (parts.length !== minItems || numbers.length !== minItems) continue;
    const own = numbers.map(Number);
    const shares = items?.maximum === 1 && own.some((number) => number > 1) ? own.map((number) => number / 100) : own;
    if (schema.safeParse(shares).success)
      return { hints: [`Write [${shares.join(', ')}], without quotes.`], value: shares };
  }
  return null;
}

/** One item without its brackets, or several in one text: "pdf,docx"; null where the list would not take them. */
function listMeant(found: unknown, schema: z.ZodArray): ValueMend | null {
  if (typeof found === 'object' && found !== null && schema.safeParse([found]).success)
    return { hints: ['Put [ before it and ] behind it.'] };
  if (typeof found !== 'string' || found.length > 100) return null;
  const parts = found.split(',').map((part) => part.trim());
  const meant = [[found], parts].find((list) => schema.safeParse(list).success);
  return meant === undefined ? null : { hints: [`Write [${meant.map((each) => JSON.stringify(each)).join(', ')}].`] };
}

/** For names, codes and addresses that have a sign that nobody sees in them; a text may have any. */
export function strangeIn(found: unknown): readonly string[] {
  const strange = typeof found === 'string' ? strangeSign(found) : null;
  return strange === null ? [] : [strange];
}

/** For a value that is none of those that its field knows. `field` is null for an item of a list. */
export function choiceMend(
  found: unknown,
  values: readonly unknown[],
  field: { readonly name: string; readonly nullable: boolean } | null,
): ValueMend {
  if (field?.nullable === true && isWord(found, 'null')) return bare(null);
  const unquoted = values.find((value) => typeof value !== 'string' && isWord(found, String(value)));
  if (typeof unquoted === 'number' || typeof unquoted === 'boolean') return bare(unquoted);
  const text = values.find((value) => typeof value === 'string' && value === String(found));
  if (typeof text === 'string' && typeof found !== 'object') return quoted(text);
  // A field that is true or left out says no by not being there.
  if (values.length === 1 && values[0] === true && field !== null) {
    const removed = `emove the field "${field.name}".`;
    return { hints: [denies(found) ? `R${removed}` : `Write true, or r${removed}`] };
  }
  if (typeof found === 'string') {
    const known = values.filter((value) => typeof value === 'string');
    const meant = suggest(found, values.map(String));
    const hints = nameHints(found, values.map(String), 'values');
    return meant !== null && known.includes(meant) ? { hints, value: meant } : { hints };
  }
  return { hints: [`Write ${values.map((value) => JSON.stringify(value)).join(' or ')}.`] };
}

/** A day that is written as in Georgia, 30.06.2026, or with slashes where no month is meant by the first number. */
export function dateMeant(text: string): string | null {
  const [, day = '', sign, month = '', year = ''] = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})\s*$/.exec(text) ?? [];
  if (sign !== '.' && Number(day) <= 12) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function isWord(found: unknown, word: string): boolean {
  return typeof found === 'string' && found.trim().toLowerCase() === word;
}

function denies(found: unknown): boolean {
  return found === false || found === 0 || ['false', 'no', 'none', '0', ''].some((word) => isWord(found, word));
}
