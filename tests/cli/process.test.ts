import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';

const cli = path.join(packageRoot, 'dist/cli.js');
const compile = () => spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, encoding: 'utf8' });

beforeAll(() => {
  const { status, stdout, stderr } = compile();
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
});

function run(argv: readonly string[], env: Record<string, string> = {}) {
  const cwd = mkdtempSync(path.join(tmpdir(), 'etrati-process-'));
  return spawnSync(process.execPath, [cli, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
}

it('is compiled once, to a program that can be run', () => {
  const before = statSync(cli).mtimeMs;
  expect(compile()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(statSync(cli).mtimeMs).toBe(before);
  expect(statSync(cli).mode & 0o111).toBe(0o111);
});

it('keeps data and messages apart', () => {
  expect(run(['--version'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d/) });
  expect(run(['schema', 'brochure'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\{/) });
  expect(run(['build', 'none.json'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^error\[/),
  });
});

it('takes no harm from a reader that leaves', async () => {
  const child = spawn(process.execPath, [cli, 'schema', 'brochure'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([0, '']);
});
