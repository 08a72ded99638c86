/** Files of a build shared out among threads: what comes of it does not depend on their number. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';

const cli = path.join(packageRoot, 'dist/cli.cjs');
const project = mkdtempSync(path.join(tmpdir(), 'etrati-jobs-'));
const { NODE_OPTIONS: _, ...clean } = process.env;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  const starters = path.join(packageRoot, 'templates/starters');
  for (const kind of ['brochure', 'document', 'factsheet']) {
    const folder = path.join(project, 'data', kind);
    cpSync(path.join(starters, kind), folder, { recursive: true });
    cpSync(path.join(folder, 'NAME.json'), path.join(folder, `${kind}.json`));
    rmSync(path.join(folder, 'NAME.json'));
  }
  // One that cannot be built, in the middle.
  writeFileSync(path.join(project, 'data/document/faulty.json'), '{ "kind": "document" }');
});

function build(jobs: string, program = cli, more: readonly string[] = ['--format', 'html', '--lang', 'ka']) {
  const out = path.join(project, 'output');
  rmSync(out, { recursive: true, force: true });
  const argv = [program, 'build', ...more, '--diagnostics', 'json', '--jobs', jobs];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: project, encoding: 'utf8', env: clean });
  const names = existsSync(out) ? readdirSync(out).sort() : [];
  return { status, stdout, stderr, files: names.map((name) => [name, readFileSync(path.join(out, name), 'latin1')]) };
}

it('makes the same files and findings, in the same order, by 1, 2 and 4 threads', () => {
  const one = build('1');
  expect(one).toMatchObject({ status: 1, stderr: '' });
  expect(one.files.map(([name]) => name)).toHaveLength(3);
  expect(JSON.parse(one.stdout).diagnostics.length).toBeGreaterThan(3);
  for (const jobs of ['2', '4']) expect(build(jobs)).toEqual(one);
}, 240_000);

it('makes the formats and languages of one file beside one another: the same files, findings and order', () => {
  const document = ['data/document/document.json', '--format', 'pdf,docx,html', '--lang', 'ka,en'];
  const one = build('1', cli, document);
  expect(one.status).toBe(0);
  expect(one.files).toHaveLength(6);
  for (const jobs of ['2', '4', '6']) expect(build(jobs, cli, document)).toEqual(one);
}, 240_000);

it('makes the languages of one format beside one another', () => {
  const pages = ['data/document/document.json', '--format', 'pdf', '--prove'];
  const one = build('1', cli, pages);
  expect(one.files).toHaveLength(2);
  expect(build('2', cli, pages)).toEqual(one);
}, 240_000);

it('ends clean and writes nothing where a thread dies', () => {
  const broken = mkdtempSync(path.join(tmpdir(), 'etrati-broken-'));
  cpSync(path.join(packageRoot, 'dist'), path.join(broken, 'dist'), {
    recursive: true,
    filter: (file) => !/warm\./.test(file),
  });
  cpSync(path.join(packageRoot, 'package.json'), path.join(broken, 'package.json'));
  const dying = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => process.exit(9));`;
  writeFileSync(path.join(broken, 'dist/worker.js'), dying);
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(broken, 'node_modules'));
  const { status, stderr, files } = build('2', path.join(broken, 'dist/cli.cjs'));
  expect([status, files]).toEqual([3, []]);
  expect(stderr).toContain('the thread that built data/brochure/brochure.json broke off');
});

it('refuses a number of threads that is none', () => {
  for (const jobs of ['0', '-1', '1.5', '65', 'all']) expect(build(jobs).status).toBe(2);
});
