/**
 * Files of other programs: what is heard of them, as a person has read it, and that damage is told. After a wanted change:
 * UPDATE_GOLDEN=1 npx vitest run tests/listen/others, and read the difference.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { compareFiles, outlineFile } from '../../src/outline/comparison.ts';
import { formatOfFile, type OutlineFormat } from '../../src/outline/formats.ts';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';
import { golden, goldenOf, heard } from './heard.ts';

const folder = path.join(packageRoot, 'tests/fixtures/others');
const files = readdirSync(folder)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => ({
    name,
    format: formatOfFile(name) ?? 'html',
    bytes: new Uint8Array(readFileSync(path.join(folder, name))),
  }));

it('hears the files of ten ways to make one document', async () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
  const all: [string, readonly string[]][] = [];
  for (const { name, format, bytes } of files) all.push([name, await heard(bytes, format)]);
  const text = goldenOf(all);
  expect(text).toBe(golden('others', text));
});

it('compares each with the page, and says where they part', async () => {
  const outlined = [];
  for (const file of files) outlined.push(await outlineFile(file));
  const comparisons = compareFiles(outlined);
  const counts = Object.fromEntries(comparisons.map(({ name, differences }) => [name, differences.length]));
  // Chromium loses the language of a phrase, and head and foot of the table; others more.
  expect(counts['chromium.pdf']).toBe(3);
  expect(Object.values(counts).every((count) => count > 0 && count < 30)).toBe(true);
});

/** Reads a file in each way; what cannot be read is refused with findings, never otherwise. */
async function tried(bytes: Uint8Array, format: OutlineFormat): Promise<'read' | 'refused'> {
  try {
    printOutline(await outlineOf(bytes, format));
    await heard(bytes, format);
    return 'read';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.diagnostics[0]?.hints.length).toBeGreaterThan(0);
    return 'refused';
  }
}

it.each(files)('reads or refuses $name when it is cut off or damaged', async ({ format, bytes }) => {
  for (const share of [0, 0.1, 0.5, 0.9, 0.99]) await tried(bytes.slice(0, bytes.length * share), format);
  let seed = 7;
  for (let round = 0; round < 20; round += 1) {
    const damaged = bytes.slice();
    for (let count = 0; count < 12; count += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      damaged[seed % damaged.length] = seed % 251;
    }
    await tried(damaged, format);
  }
});

it.each(['pdf', 'docx', 'epub'] as const)('refuses what is no %s', async (format) => {
  expect(await tried(new TextEncoder().encode('<p>Hello</p>'), format)).toBe('refused');
});
