/** The container stack: each image that it fetches is named by its version and its digest, so that it is the same tomorrow. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';

it.each([
  ['compose.yaml', /^ +image: (.+)$/gm, 4],
  ['Containerfile', /^FROM (\S+)/gm, 2],
] as const)('%s', (file, pattern, count) => {
  const text = readFileSync(path.join(packageRoot, file), 'utf8');
  const images = [...text.matchAll(pattern)].map(([, image = '']) => image);
  expect(images).toHaveLength(count);
  // What is built here has no version of its own.
  const foreign = images.filter((image) => image !== 'etrati');
  for (const image of foreign) expect(image).toMatch(/^docker\.io\/[\w./-]+:[\w.-]*\d[\w.-]*@sha256:[0-9a-f]{64}$/);
});

it('takes along all that the package has', () => {
  const read = (file: string) => readFileSync(path.join(packageRoot, file), 'utf8');
  const { files } = JSON.parse(read('package.json')) as { readonly files: readonly string[] };
  const made = files.filter((file) => file !== 'dist' && !file.startsWith('!'));
  expect(made.length).toBeGreaterThan(3);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(made.map((file) => `!${file}`)));
});
