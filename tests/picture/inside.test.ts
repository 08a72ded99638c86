/** A picture inside a drawing goes into every file, and to the press in its inks. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { readSvg } from '../../src/picture/svg.ts';
import { packageRoot } from '../../src/world.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import type { Job } from '../../src/write/targets.ts';
import { at, document, figure, l, section } from '../make.ts';
import { unpacked } from '../pdf/unpacked.ts';
import { gza } from '../theme/gza.ts';
import { ofPdf } from './painted.ts';

const theme = await gza();
const job = (): Job => ({
  ...{ theme, language: languageOf(l('en')), name: 'test', created: new Date('2026-11-22T00:00:00Z') },
  report: new Report(),
  print: { layout: 'sheets' },
});

test.each(['image-alpha.svg', 'image-png.svg', 'image-turned.svg'])('%s', { timeout: 60_000 }, async (name) => {
  const file = path.join(packageRoot, 'tests/fixtures/drawings/data/document', name);
  const picture = { file: name, ...(await readSvg(new Uint8Array(await readFile(file)), { name, at })) };
  const content = document({ body: [section('a', 'A', [figure(picture, 'x')])] });
  const shown = await ofPdf(await pdf.write(content, job()));
  const [edition] = await print.write(content, job());
  const text = unpacked(edition?.bytes ?? new Uint8Array());
  expect(shown.length).toBeGreaterThan(0);
  expect(text).toMatch(/\/Subtype \/Image[^>]*\/ColorSpace \/DeviceCMYK/);
  expect(text).not.toContain('/DeviceRGB');
});
