/** Golden files of what is heard: one text for a document, and below it what other formats say otherwise. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from '../../src/listen/forms.ts';
import { utterancesOf } from '../../src/listen/listen.ts';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';

/** What is heard of a file, line by line. */
export async function heard(bytes: Uint8Array, format: OutlineFormat): Promise<readonly string[]> {
  const outline = await outlineOf(bytes, format, 'in-place');
  return linesOf(utterancesOf(outline), outline.lang).trimEnd().split('\n');
}

/** The text of a golden file: what the first file says, then for each other the lines that part, with their numbers. */
export function goldenOf(all: readonly (readonly [name: string, lines: readonly string[]])[]): string {
  const [[first, lines] = ['', []], ...others] = all;
  const parts = others.map(([name, own]) => [`=== ${name}`, ...partings(lines, own), ''].join('\n'));
  return [`=== ${first}`, ...lines, '', ...parts].join('\n');
}

/** The golden text of a document and what it should be; with UPDATE_GOLDEN=1 written anew first. */
export function golden(name: string, text: string): string {
  const file = path.join(packageRoot, 'tests/listen/golden', `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** A line with its number in the first text for each that the other leaves out (-), has besides (+), or has in its place. */
function partings(one: readonly string[], other: readonly string[]): readonly string[] {
  const common = longestCommon(one, other);
  const found: string[] = [];
  let [at, otherAt] = [0, 0];
  for (const [index, otherIndex] of [...common, [one.length, other.length] as const]) {
    for (const line of one.slice(at, index)) found.push(`${++at}\t- ${line}`);
    for (const line of other.slice(otherAt, otherIndex)) found.push(`${at}\t+ ${line}`);
    [at, otherAt] = [index + 1, otherIndex + 1];
  }
  return found;
}

/** Pairs of lines that both have, in their order, as many as can be. */
function longestCommon(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
