/**
 * Files that other programs made, with what is read out of them beside each. `UPDATE_GOLDEN=1` writes the outlines anew; a
 * missing one fails. `sample.html` was printed by Chromium and converted by WeasyPrint and LibreOffice, `sample.typ` by
 * Typst, to an EPUB by pandoc; the PDFs' font programs were taken out since.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { outlineFormats } from '../../src/outline/formats.ts';
import { printOutline } from '../../src/outline/print.ts';
import { outlineOf } from '../../src/outline/read.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/outline');
const formatOf = (file: string) => outlineFormats.find((format) => file.endsWith(`.${format}`));
// Goldens are named by the file that they are of.
const isGolden = (file: string) => /\.\w+\.txt$/.test(file);
const files = readdirSync(folder).filter((file) => formatOf(file) !== undefined && !isGolden(file));

it('finds files of each format', () => {
  expect(new Set(files.map(formatOf))).toEqual(new Set(outlineFormats));
});

it.each(files)('reads %s', async (file) => {
  const found = printOutline(await outlineOf(readFileSync(path.join(folder, file)), formatOf(file) ?? 'html'));
  const golden = path.join(folder, `${file}.txt`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, found);
  expect(found).toBe(readFileSync(golden, 'utf8'));
});
