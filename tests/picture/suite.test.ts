/**
 * The PNGs that the judge `rasters` holds finished files against are those of the standard. `UPDATE_GOLDEN=1` writes them anew; a
 * missing one fails.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { filmOf, plans, pngOf } from './png-kinds.ts';

const folder = path.join(packageRoot, 'conformance/inputs/pictures');

/** Flat, so that many have room on a page. */
const size = { width: 37, height: 11 } as const;

const suite = new Map([
  ...plans.map((plan) => {
    const { type, bits, interlaced = false, transparent = false } = plan;
    const name = `png-${type}-${bits}${interlaced ? '-interlaced' : ''}${transparent ? '-trns' : ''}.png`;
    return [name, pngOf({ ...plan, ...size }).bytes] as const;
  }),
  ['png-film.png', filmOf({ type: 2, bits: 8, ...size })] as const,
]);

test.each([...suite])('%s', async (name, bytes) => {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(file, bytes);
  expect(Buffer.compare(await readFile(file), bytes)).toBe(0);
});

test('and all of them are judged, with every JPEG of the fixtures that says its colours', async () => {
  const { sections } = JSON.parse(await readFile(path.join(folder, 'rasters.json'), 'utf8'));
  const named = sections[0].blocks.map(({ src }: { src: string }) => path.basename(src));
  const jpegs = (await readdir(path.join(packageRoot, 'tests/fixtures/pictures'))).filter((name) =>
    name.endsWith('.jpg'),
  );
  expect(named.sort()).toEqual([...suite.keys(), ...jpegs.filter((name) => name !== 'cmyk.jpg')].sort());
});
