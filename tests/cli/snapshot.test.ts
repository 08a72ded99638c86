/** The start-up snapshot: what it makes is the same, and what does not fit is left alone. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/world.ts';

const dist = path.join(packageRoot, 'dist');
const temporary = () => mkdtempSync(path.join(tmpdir(), 'etrati-snapshot-'));
const { NODE_OPTIONS: _, ...clean } = process.env;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
});

function run(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
  options: readonly string[] = [],
  root = existsSync(path.join(cwd, 'dist')) ? cwd : packageRoot,
) {
  const cli = path.join(root, 'dist/cli.cjs');
  return spawnSync(process.execPath, [...options, cli, ...argv], { cwd, encoding: 'utf8', env: { ...clean, ...env } });
}

it('is made by the build, where Node.js can', () => {
  const canMake = /^v(?:20|24)\./.test(process.version);
  if (canMake) expect(existsSync(path.join(dist, 'warm.json'))).toBe(true);
});

const formats = 'pdf,docx,html';

it.each([
  ['brochure', 'brochure', formats],
  ['document', 'document', 'pdf'],
  ['factsheet', 'factsheet', 'pdf'],
  // Begun from the snapshot of another kind, as its file is read.
  ['factsheet', 'brochure', 'pdf'],
])('makes the same files of a %s and says the same, in the folder of a %s', (kind, folder, format) => {
  const build = (snapshot: string) => {
    const project = temporary();
    cpSync(path.join(packageRoot, 'data', kind), path.join(project, 'data', folder), { recursive: true });
    const flags = ['--lang', 'ka', '--format', format, '--diagnostics', 'json'];
    const { status, stdout, stderr } = run(project, ['build', ...flags], { ETRATI_SNAPSHOT: snapshot });
    const out = path.join(project, 'output');
    const files = readdirSync(out).sort();
    const hashes = files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(out, file)))
        .digest('hex'),
    ]);
    return { status, stdout, stderr, hashes };
  };
  const warm = build('on');
  expect(warm.status).toBe(0);
  expect(warm.hashes.length).toBe(format.split(',').length);
  expect(build('off')).toEqual(warm);
});

it('takes a project’s own fonts before those that it holds', () => {
  const project = temporary();
  cpSync(path.join(packageRoot, 'data/document'), path.join(project, 'data/document'), { recursive: true });
  const font = 'fonts/firago/FiraGO-Regular.ttf';
  mkdirSync(path.join(project, path.dirname(font)), { recursive: true });
  writeFileSync(path.join(project, font), 'no font');
  const { status, stderr } = run(project, ['validate']);
  expect(status).toBe(1);
  expect(stderr).toContain(`The font "${font}"`);
});

describe('the snapshot of another program, that says so', () => {
  /** A package with the program's files, and a snapshot in the place of its own. */
  function packageWith(change: Readonly<Record<string, unknown>> = {}): string {
    const root = temporary();
    cpSync(dist, path.join(root, 'dist'), {
      recursive: true,
      filter: (file) => !/warm[^/\\]*\.(?:blob|cjs)$/.test(file),
    });
    cpSync(path.join(packageRoot, 'package.json'), path.join(root, 'package.json'));
    symlinkSync(path.join(packageRoot, 'node_modules'), path.join(root, 'node_modules'));
    const [blob, note] = [path.join(root, 'dist/warm.blob'), path.join(root, 'dist/warm.json')];
    cpSync(marked, blob);
    const facts = JSON.parse(readFileSync(note, 'utf8'));
    rmSync(note);
    writeFileSync(note, JSON.stringify({ ...facts, root, sizes: { 'warm.blob': statSync(blob).size }, ...change }));
    return root;
  }

  const folder = temporary();
  const marked = path.join(folder, 'marked.blob');
  const entry = path.join(folder, 'marked.cjs');
  const said = 'from the snapshot';
  writeFileSync(
    entry,
    `require('node:v8').startupSnapshot.setDeserializeMainFunction(() => {
      console.log('${said}', process.argv.slice(2).join(' '));
      console.error(process.execArgv.filter((each) => each.endsWith('.blob')).join());
      process.exitCode = 7;
    });`,
  );
  const note = path.join(dist, 'warm.json');
  const flags: string[] = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).flags : [];
  const { status } = spawnSync(process.execPath, [...flags, '--snapshot-blob', marked, '--build-snapshot', entry], {
    env: clean,
  });
  const made = existsSync(note) && status === 0;

  it.skipIf(!made)('is started with the command and gives its exit code, from a folder that cannot be written', () => {
    const root = packageWith();
    chmodSync(path.join(root, 'dist'), 0o555);
    const { status, stdout } = run(root, ['build', 'none.json', '--strict']);
    chmodSync(path.join(root, 'dist'), 0o755);
    expect([status, stdout]).toEqual([7, `${said} build none.json --strict\n`]);
  });

  it.skipIf(!made)('is that of the kind, where all files are of one', () => {
    const size = statSync(marked).size;
    const root = packageWith({ sizes: { 'warm.blob': size, 'warm-document.blob': size + 1 } });
    cpSync(marked, path.join(root, 'dist/warm-document.blob'));
    writeFileSync(path.join(root, 'dist/warm-document.blob'), '!', { flag: 'a' });
    const project = temporary();
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
      writeFileSync(path.join(project, name), text);
    };
    const chosen = (...argv: readonly string[]) => path.basename(run(project, argv, {}, [], root).stderr.trim());
    write('a.json', '{"cover": {"kind": {"en": "Guide"}, "style": {"kind" : "bar"}}, "kind" : "document"}');
    write('b.json', '{"kind":"document"}');
    write('report.json', '{"kind":"report"}');
    write('late.json', `{"text": "${'long '.repeat(20_000)}", "kind": "document"}`);
    expect(chosen('build', 'a.json')).toBe('warm-document.blob');
    expect(chosen('validate', 'a.json', 'b.json')).toBe('warm-document.blob');
    expect(chosen('validate', 'a.json', 'report.json')).toBe('warm.blob');
    expect(chosen('build', 'report.json')).toBe('warm.blob');
    expect(chosen('build', 'late.json')).toBe('warm.blob');
    expect(chosen('build', 'none.json')).toBe('warm.blob');
    expect(chosen('build')).toBe('warm.blob');
    write('data/document/a.json', '{}');
    expect(chosen('build')).toBe('warm-document.blob');
    write('data/report/b.json', '{}');
    expect(chosen('build')).toBe('warm.blob');
  });

  it.skipIf(!made)('is not started where it does not fit', () => {
    for (const change of [
      { sources: 'others' },
      { node: 'v20.0.0' },
      { arch: 'other' },
      { platform: 'other' },
      { tag: 1 },
      { root: '/elsewhere' },
      { sizes: { 'warm.blob': 1 } },
      { sizes: {} },
    ]) {
      const { status, stdout, stderr } = run(packageWith(change), ['build', 'none.json']);
      expect([change, status, stdout]).toEqual([change, 2, '']);
      expect(stderr).toContain('none.json');
    }
  });

  it.skipIf(!made)('is not started where it is not asked for, or Node.js is told more', () => {
    const root = packageWith();
    const plain = (done: ReturnType<typeof run>) => expect(done.stdout).not.toContain(said);
    plain(run(root, ['build', 'none.json'], { ETRATI_SNAPSHOT: 'off' }));
    plain(run(root, ['build', 'none.json'], { NODE_OPTIONS: '--max-old-space-size=700' }));
    plain(run(root, ['build', 'none.json'], {}, ['--max-old-space-size=700']));
    plain(run(root, ['schema', 'brochure']));
    expect(run(root, ['validate', 'none.json']).stdout).toContain(said);
  });

  it.skipIf(!made)('gives way to the plain start where the files are broken', () => {
    const root = packageWith();
    writeFileSync(path.join(root, 'dist/warm.json'), '{"sources":');
    expect(run(root, ['build', 'none.json']).status).toBe(2);
    rmSync(path.join(root, 'dist/warm.blob'));
    expect(run(root, ['build', 'none.json']).status).toBe(2);
  });
});
