/** JSON with places: strict RFC 8259, and the file, line and column of each value and name. */

import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Code } from '../codes.ts';
import type { Place, Report } from '../diagnostics.ts';
import { shortened } from '../text.ts';
import { checkBounds } from './bounds.ts';
import { checkCharacters, hasForbidden, placeInString } from './characters.ts';
import { keepsDigits } from './number.ts';
import { stepTo } from './path.ts';
import { soundTree } from './sound.ts';
import type { Source } from './source.ts';
import { reportBroken } from './syntax.ts';
import { keepText, type MendedText } from './within.ts';

export interface Json {
  readonly value: unknown;
  /** The place of the value at a path such as `$.title.ka`, or of the nearest value around it. */
  placeOf(path: string): Place;
  /** The place of a field's name; of its value if it has none, as in a list. */
  placeOfName(path: string): Place;
}

/** The warnings that reading gives; a project may allow them. */
export const readingWarnings: readonly string[] = ['number-precision'];

/** Names that JavaScript objects give a meaning of their own. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** What a string of the file becomes before anybody sees it; `placeAt` knows the place of an index of it. */
export type Mend = (value: string, path: string, placeAt: (index: number) => Place) => string;

/**
 * Reads JSON. Errors, with null: the bound that it breaks (`checkBounds`), `broken-json` (the first), and all of `duplicate-key`,
 * `forbidden-key`, `forbidden-character`, `number-out-of-range`. Warns of `number-precision`.
 */
export function readJson(source: Source, report: Report, mend: Mend = (value) => value): Json | null {
  if (!checkBounds(source, report)) return null;
  const root = soundTree(source.text);
  if (root === null) {
    reportUnsound(source, report);
    return null;
  }
  const reading: Reading = { source, report, mend, values: new Map(), texts: new Map(), names: new Map(), sound: true };
  const value = readNode(root, '$', reading);
  return reading.sound ? jsonOf(value, reading) : null;
}

/** Says what is wrong with a text that is not JSON: the parser that knows why finds fault with each that ours does not read. */
function reportUnsound(source: Source, report: Report): void {
  const errors: ParseError[] = [];
  parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  reportBroken(source, errors[0] as ParseError, report);
}

interface Reading {
  readonly source: Source;
  readonly report: Report;
  readonly mend: Mend;
  /** Offsets by path. */
  readonly values: Map<string, number>;
  readonly texts: Map<string, MendedText>;
  readonly names: Map<string, number>;
  sound: boolean;
}

function jsonOf(value: unknown, { source, values, texts, names }: Reading): Json {
  const placeOf = (path: string): Place => {
    for (let around = path; ; around = outer(around)) {
      const offset = values.get(around);
      if (offset === undefined) continue;
      const place = source.place(offset, path);
      const text = around === path ? texts.get(path) : undefined;
      return text === undefined ? place : keepText(place, text);
    }
  };
  const placeOfName = (path: string): Place => {
    const offset = names.get(path);
    return offset === undefined ? placeOf(path) : source.place(offset, path);
  };
  return { value, placeOf, placeOfName };
}

/** The path one step out; `$` always has a value. */
export function outer(path: string): string {
  return path.replace(/(\.[^.[\]]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])$/u, '') || '$';
}

function readNode(node: Node, path: string, reading: Reading): unknown {
  reading.values.set(path, node.offset);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return readObject(children, path, reading);
    case 'array':
      return children.map((child, index) => readNode(child, stepTo(path, index), reading));
    case 'string':
      return readText(node, path, reading);
    case 'number':
      if (!Number.isFinite(node.value)) {
        refuse(
          reading,
          'number-out-of-range',
          node.offset,
          path,
          'The number is too large.',
          'Write a smaller number.',
        );
      } else checkDigits(node, path, reading);
      return node.value;
    default:
      return node.value;
  }
}

/** Warns of a number with more digits than a binary fraction holds: what is read is another. `number-precision`. */
function checkDigits({ offset, length, value }: Node, path: string, { source, report }: Reading): void {
  const literal = source.text.slice(offset, offset + length);
  if (keepsDigits(literal, value)) return;
  const shown = shortened(literal, 41);
  // Only what is nearer to it than any number can be is read as 0.
  const [why, hint] =
    value === 0
      ? ['is smaller than a number can be', 'Write 0, or the number']
      : ['has more digits than a number can have', 'Write it with 15 digits or fewer, or'];
  report.warning(
    'number-precision',
    source.place(offset, path),
    `The number ${shown} ${why}: it is read as ${value}.`,
    {
      hints: [`${hint} as text in quotation marks where the field takes text.`],
    },
  );
}

function readObject(properties: readonly Node[], path: string, reading: Reading): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const { children: [name, value] = [] } of properties) {
    if (name === undefined || value === undefined) continue;
    const key: unknown = name.value;
    if (typeof key !== 'string') continue;
    const place = stepTo(path, key);
    checkText(name, place, reading);
    const before = reading.names.get(place);
    if (reserved.has(key)) {
      refuse(reading, 'forbidden-key', name.offset, place, `A field must not be named "${key}".`, 'Rename it.');
    } else if (before !== undefined) {
      refuseDuplicate(key, name.offset, before, place, reading);
    } else {
      reading.names.set(place, name.offset);
      object[key] = readNode(value, place, reading);
    }
  }
  return object;
}

/** Mended first: what can be mended is not refused. What is refused is shown where it stands in the file. */
function readText(node: Node, path: string, reading: Reading): string {
  const { source, mend } = reading;
  const value = String(node.value);
  const placeAt = (index: number) => placeInString(source, node.offset, index, path);
  const mended = mend(value, path, placeAt);
  reading.texts.set(path, { written: value, mended, placeAt });
  if (mended === value || hasForbidden(mended)) checkText(node, path, reading);
  return mended;
}

function checkText(node: Node, path: string, reading: Reading): void {
  const known = reading.report.diagnostics.length;
  checkCharacters(String(node.value), node.offset, path, reading.source, reading.report);
  if (reading.report.diagnostics.length > known) reading.sound = false;
}

function refuse(
  reading: Reading,
  code: Code<'error'>,
  offset: number,
  path: string,
  message: string,
  hint: string,
): void {
  reading.sound = false;
  reading.report.error(code, reading.source.place(offset, path), message, { hints: [hint] });
}

function refuseDuplicate(key: string, offset: number, before: number, path: string, reading: Reading): void {
  const { source, report } = reading;
  reading.sound = false;
  report.error('duplicate-key', source.place(offset, path), `The field "${key}" is given twice in one object.`, {
    hints: ['Remove one of them.'],
    related: [{ at: source.place(before, path), message: 'The first one is here.' }],
  });
}
