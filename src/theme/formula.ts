/** Lengths of a drawing as formulas over others: `height - 22 * mm`, `max(pitch, bleed)`. */
import * as z from 'zod';

export type Values = Readonly<Record<string, number>>;

/** A formula: what it comes to, and the names that it asks for. */
export interface Formula {
  readonly names: readonly string[];
  value(values: Values): number;
}

const token = /\s*(?:(\d+(?:\.\d+)?)|([a-zA-Z]\w*)|([-+*/(),]))/y;
/** No length needs more. */
const longest = 120;

interface Tokens {
  readonly all: readonly string[];
  at: number;
}

/** Null where the text is no formula. */
export function formula(text: string): Formula | null {
  const all = text.length > longest ? null : tokensOf(text);
  if (all === null) return null;
  const tokens: Tokens = { all, at: 0 };
  const names = new Set<string>();
  const value = sum(tokens, names);
  if (value === null || tokens.at < all.length) return null;
  return { names: [...names], value };
}

function tokensOf(text: string): readonly string[] | null {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let end = 0; text.slice(end).trim() !== ''; end = token.lastIndex) {
    const match = token.exec(text);
    if (match === null) return null;
    found.push(match[0].trim());
  }
  return found;
}

type Value = Formula['value'];
type Operand = (tokens: Tokens, names: Set<string>) => Value | null;

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/** Parts with operations of one rank between them, from left to right. */
function chain(part: Operand, signs: string): Operand {
  return (tokens, names) => {
    let left = part(tokens, names);
    for (let sign = tokens.all[tokens.at]; sign !== undefined && signs.includes(sign); sign = tokens.all[tokens.at]) {
      tokens.at += 1;
      const [before, right, operate] = [left, part(tokens, names), operations[sign]];
      if (before === null || right === null || operate === undefined) return null;
      left = (values) => operate(before(values), right(values));
    }
    return left;
  };
}

const product = chain(single, '*/');
const sum = chain(product, '+-');

function single(tokens: Tokens, names: Set<string>): Value | null {
  const first = tokens.all[tokens.at];
  tokens.at += 1;
  if (first === undefined) return null;
  if (/^\d/.test(first)) return () => Number(first);
  if (first === '-') {
    const inner = single(tokens, names);
    return inner && ((values) => -inner(values));
  }
  if (first === '(') return closed(tokens, sum(tokens, names));
  if (first === 'max' || first === 'min') return extreme(first, tokens, names);
  if (!/^[a-zA-Z]/.test(first)) return null;
  names.add(first);
  return (values) => values[first] ?? 0;
}

function extreme(name: 'max' | 'min', tokens: Tokens, names: Set<string>): Value | null {
  if (tokens.all[tokens.at] !== '(') return null;
  tokens.at += 1;
  const one = sum(tokens, names);
  if (tokens.all[tokens.at] !== ',') return null;
  tokens.at += 1;
  const two = sum(tokens, names);
  if (one === null || two === null) return null;
  return closed(tokens, (values) => Math[name](one(values), two(values)));
}

function closed(tokens: Tokens, value: Value | null): Value | null {
  if (tokens.all[tokens.at] !== ')') return null;
  tokens.at += 1;
  return value;
}

/** A formula in a theme; a number is one too. */
export const formulaSchema = z
  .union([z.string(), z.number()], { error: 'must be a formula such as "height - 22 * mm"' })
  .transform((text, context): Formula => {
    const read = typeof text === 'number' ? formula(String(text)) : formula(text);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'must be a formula such as "height - 22 * mm"' });
    return z.NEVER;
  });
