/** A run of the tests leaves nothing in the folder for temporary files, also one that is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { packageRoot } from '../src/world.ts';
import { heavy } from './tier.ts';

function runTests(folder: string): ChildProcess {
  const vitest = path.join(packageRoot, 'node_modules/vitest/vitest.mjs');
  const args = ['run', 'tests/cli/bug.test.ts', '--maxWorkers', '1'];
  return spawn(process.execPath, [vitest, ...args], {
    cwd: packageRoot,
    env: { ...process.env, TMPDIR: folder },
    stdio: 'ignore',
  });
}

heavy(
  'nothing is left of a run of the tests, or of one that is stopped',
  async () => {
    const [whole, stopped] = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'etrati-left-')));
    if (whole === undefined || stopped === undefined) throw new Error('two folders');
    const run = runTests(whole);
    expect(await once(run, 'exit')).toEqual([0, null]);
    expect(readdirSync(whole)).toEqual([]);
    const other = runTests(stopped);
    while (other.exitCode === null && readdirSync(stopped).length === 0) await sleep(20);
    expect(readdirSync(stopped)).toEqual([expect.stringMatching(/^etrati-tests-/)]);
    other.kill('SIGTERM');
    await once(other, 'exit');
    expect(readdirSync(stopped)).toEqual([]);
  },
  180_000,
);
