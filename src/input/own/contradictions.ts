/** Keywords of one schema that no value can meet together: else each document would be told to write what is refused next. */
import type { SchemaObject } from './leaves.ts';

/** The keyword that cannot hold, why, and what to write. */
export interface Contradiction {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}

export function contradictionOf(node: SchemaObject): Contradiction | null {
  return ofBounds(node) ?? ofChoice(node) ?? ofDate(node);
}

const pairs = [
  ['minItems', 'maxItems'],
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
  ['exclusiveMinimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
] as const;

function ofBounds(node: SchemaObject): Contradiction | null {
  for (const [low, high] of pairs) {
    const [from, to] = [node[low], node[high]];
    if (typeof from !== 'number' || typeof to !== 'number' || hasRoom(node, [low, from], [high, to])) continue;
    const message = `No ${node.type === 'integer' ? 'whole number' : 'value'} can meet both "${low}": ${from} and "${high}": ${to}.`;
    return { name: high, message, hint: 'Write limits with values between them.' };
  }
  return null;
}

type Limit = readonly [name: string, value: number];

function hasRoom({ type }: SchemaObject, [low, from]: Limit, [high, to]: Limit): boolean {
  const isOpen = [low.startsWith('exclusive'), high.startsWith('exclusive')];
  if (type !== 'integer') return isOpen.includes(true) ? from < to : from <= to;
  const least = isOpen[0] ? Math.floor(from) + 1 : Math.ceil(from);
  const most = isOpen[1] ? Math.ceil(to) - 1 : Math.floor(to);
  return least <= most;
}

/** What the choices of a schema are held to beside: they are all that is checked. */
const beside = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
];

function ofChoice(node: SchemaObject): Contradiction | null {
  const name = node.enum === undefined ? 'const' : 'enum';
  if (node[name] === undefined) return null;
  const choices = Array.isArray(node.enum) ? node.enum : [node.const];
  const other = [...(name === 'enum' ? ['const'] : []), ...beside].find((each) => node[each] !== undefined);
  if (other !== undefined)
    return {
      name: other,
      message: `"${other}" is not checked beside "${name}", whose values are all that is allowed.`,
      hint: `Remove "${other}", or "${name}".`,
    };
  const broken = node.type === 'integer' ? choices.find((each) => !Number.isInteger(each)) : undefined;
  if (broken === undefined) return null;
  return {
    name,
    message: `${String(broken)} is not a whole number.`,
    hint: 'Write whole numbers, or "type": "number".',
  };
}

function ofDate(node: SchemaObject): Contradiction | null {
  const other =
    node.format === undefined
      ? undefined
      : ['pattern', 'minLength', 'maxLength'].find((each) => node[each] !== undefined);
  if (other === undefined) return null;
  return {
    name: other,
    message: `"${other}" is not checked beside "format": "date".`,
    hint: `Remove "${other}": a day has one form.`,
  };
}
