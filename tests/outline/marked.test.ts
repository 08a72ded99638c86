/** Languages that are marked in every place of a document: each format says them as its document does. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { failureOf } from '../../src/prove.ts';
import { packageRoot } from '../../src/world.ts';

it.each(['pdf', 'html', 'docx', 'epub', 'md', 'txt'] as const)('%s', async (format) => {
  const engine = createEngine({ root: packageRoot, env: {} });
  const file = path.posix.join('conformance/inputs', 'marks.json');
  const { proofs, outputs } = await engine.build(file, { formats: [format], prove: true });
  expect(outputs.length).toBeGreaterThan(0);
  expect(proofs.map(failureOf)).toEqual([null]);
});
