/** docs/schema/diff.schema.json is the schema of what `etrati diff --json` prints. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/diff/schema */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { runIn } from '../cli/project.ts';

it('is current', async () => {
  const file = path.join(packageRoot, 'docs/schema/diff.schema.json');
  const { code, stdout } = await runIn(packageRoot, ['schema', 'diff']);
  expect(code).toBe(0);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, stdout);
  expect(readFileSync(file, 'utf8')).toBe(stdout);
});
