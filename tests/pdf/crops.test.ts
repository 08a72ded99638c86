/** One photo that a document shows whole and in parts: each is cut by itself, and keeps its proportions, in pages and in print. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { readFile } from '../../src/finished/pdf/paint/file.ts';
import { resolutionsOf } from '../../src/finished/pdf/paint/images.ts';
import type { Crop } from '../../src/model/picture.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { openWorld } from '../../src/world.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import * as make from '../make.ts';
import { job } from './job.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-crops-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(
  path.join(root, 'photo.jpg'),
  await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#3a6' } })
    .jpeg()
    .toBuffer(),
);
const world = await openWorld(root);

async function shown(crop: Crop | null) {
  const src = { value: 'photo.jpg', from: { file: 'd.json', line: 1, column: 1 } };
  const picture = await loadPicture(src, world, new Report(), { crop });
  if (picture === null) throw new Error('the photo was refused');
  return make.figure(picture, 'A field.');
}
const parts = await Promise.all([
  shown({ ratio: 16 / 9, focus: [0.5, 0.2] }),
  shown(null),
  shown({ ratio: 1, focus: [0.5, 0.5] }),
  shown({ ratio: 16 / 9, focus: [0.5, 0.9] }),
]);
const document = make.document({ body: [make.section('one', 'One', parts)] });

it.each([
  ['pages', async () => pdf.write(document, job)],
  ['print', async () => (await print.write(document, { ...job, print: { layout: 'sheets' } }))[0]?.bytes],
] as const)('%s', async (_, write) => {
  const { sheets } = await readFile((await write()) ?? new Uint8Array());
  const pictures = sheets.flatMap(({ paints }) => paints.filter((paint) => paint.type === 'picture'));
  expect(pictures).toHaveLength(4);
  for (const { image, matrix } of pictures) {
    const [across, up] = resolutionsOf(image, matrix);
    expect(across / up).toBeCloseTo(1, 1);
  }
  expect(pictures.map(({ image: { width, height } }) => (width / height).toFixed(1))).toEqual([
    '1.8',
    '0.8',
    '1.0',
    '1.8',
  ]);
  expect(new Set(pictures.map(({ image }) => image)).size).toBe(4);
});
