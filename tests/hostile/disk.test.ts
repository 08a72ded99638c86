/**
 * Trouble with the disk: old files stay whole, nothing is left that matters, the message says what happened, and the exit
 * code is 2 (a folder that cannot be used), never 3.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/world.ts';
import { brochure, Project } from '../cli/project.ts';

/** A small disk in memory, which only root may mount; null where that is not to be had. */
function mount(size: string): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'etrati-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  onTestFinished(() => {
    if (status === 0) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return status === 0 ? folder : null;
}

const fileNames = ['brochure.en.html', 'brochure.ka.html'];
const old = 'what was there before';
const build = ['build', brochure, '--format', 'html'];

function writeOld(folder: string): void {
  for (const name of fileNames) writeFileSync(path.join(folder, name), old);
}
function expectOld(folder: string): void {
  for (const name of fileNames) expect(readFileSync(path.join(folder, name), 'utf8')).toBe(old);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

describe('what cannot be written is refused', () => {
  it('on a full disk', async ({ skip }) => {
    const disk = mount('256k') ?? skip('only root can mount a disk that is full');
    writeOld(disk);
    writeFileSync(path.join(disk, 'other'), Buffer.alloc(200 * 1024));
    const { code, stderr } = await new Project().run([...build, '--out', disk]);
    expect(stderr).toMatch(/error\[cannot-write\]: ".*" cannot be written: the disk is full\./);
    expect(stderr).toMatch(/hint: /);
    expect(code).toBe(2);
    expectOld(disk);
  });

  it('in a folder that is read-only', async ({ skip }) => {
    const disk = mount('1m') ?? skip('only root can mount a disk that is read-only');
    writeOld(disk);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const { code, stderr } = await new Project().run([...build, '--out', disk]);
    expect(stderr).toMatch(/error\[cannot-write\]: .*: the disk is read-only\./);
    expect(code).toBe(2);
    expectOld(disk);
  });

  it('in a folder that is to be made on a read-only disk', async ({ skip }) => {
    const disk = mount('1m') ?? skip('only root can mount a disk that is read-only');
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const { code, stderr } = await new Project().run([...build, '--out', path.join(disk, 'new/deep')]);
    expect(stderr).toMatch(/error\[cannot-write\]: .*: the disk is read-only\./);
    expect(code).toBe(2);
  });

  it('in a folder that the system does not let anybody make', async ({ skip }) => {
    if (!existsSync('/proc/self')) skip('this system has no /proc');
    const { code, stderr } = await new Project().run([...build, '--out', '/proc/new/deep']);
    expect(stderr).toMatch(/error\[cannot-write\]: "\/proc\/new\/deep\//);
    expect(code).toBe(2);
  });

  it('in a folder that one may not write to', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const project = new Project();
    const folder = path.join(project.root, 'output');
    mkdirSync(folder);
    writeOld(folder);
    chmodSync(folder, 0o555);
    const { code, stderr } = await project.run(build);
    chmodSync(folder, 0o755);
    expect(stderr).toMatch(/error\[cannot-write\]: .*: permission denied\./);
    expect(code).toBe(2);
    expectOld(folder);
  });

  it('from a project on a read-only disk, to another', async ({ skip }) => {
    const disk = mount('4m') ?? skip('only root can mount a disk that is read-only');
    spawnSync('cp', ['-r', path.join(packageRoot, 'data'), disk]);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const out = mkdtempSync(path.join(tmpdir(), 'etrati-out-'));
    onTestFinished(() => rmSync(out, { recursive: true }));
    const { status, stderr } = spawnSync(process.execPath, [cli, ...build, '--out', out], {
      cwd: disk,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(readdirSync(out).sort()).toEqual(fileNames);
  });
});

const cli = path.join(packageRoot, 'dist/cli.cjs');

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
});

it('says so where a file would be larger than is allowed', () => {
  const project = new Project();
  mkdirSync(path.join(project.root, 'output'));
  writeOld(path.join(project.root, 'output'));
  // 8 blocks of 512 or 1024 bytes; without the trap the system would end the process.
  const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
  const { status, stderr } = spawnSync('sh', ['-c', limited, process.execPath, cli, ...build], {
    cwd: project.root,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/error\[cannot-write\]: .*: it is larger than a file may be there\./);
  expect(status).toBe(2);
  expectOld(path.join(project.root, 'output'));
});

it('ends with 2 and no stack where its own words cannot be written', ({ skip }) => {
  if (!existsSync('/dev/full')) skip('this system has no /dev/full');
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  const { status, stderr } = spawnSync(process.execPath, [cli, 'schema', 'brochure'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  expect(status).toBe(2);
});

describe('a killed process', () => {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const documents = 4;
  const ended = (child: ChildProcess) => new Promise((resolve) => child.on('close', resolve));

  it('leaves no mix of old and new documents, whenever a build of several is killed', async () => {
    const project = new Project();
    const names = [...Array(documents).keys()].map((n) => `d${n}.en.html`);
    for (const name of names) {
      project.write(`data/brochure/${name.replace('.en.html', '.json')}`, project.read(brochure));
      project.write(`output/${name}`, old);
    }
    const child = spawn(process.execPath, [cli, 'build', '--format', 'html', '--lang', 'en'], {
      cwd: project.root,
      stdio: 'ignore',
    });
    const seen = () => names.filter((name) => project.read(`output/${name}`) !== old).length;
    const staged = () => project.list('output').filter((name) => name.endsWith('.tmp')).length;
    while (child.exitCode === null && staged() < 2) await wait(2);
    child.kill('SIGKILL');
    await ended(child);
    expect(seen()).toBe(0);
    expect((await project.run(['build', '--format', 'html', '--lang', 'en'])).code).toBe(0);
    expect([seen(), staged()]).toEqual([documents, 0]);
  });

  it('leaves each file as it was or as it was to be, whenever it is killed', async () => {
    const project = new Project();
    const output = path.join(project.root, 'output');
    const hashes = () => fileNames.map((name) => hash(path.join(output, name)));
    const run = () => spawn(process.execPath, [writer, project.root], { stdio: ['ignore', 'pipe', 'inherit'] });
    // Writes two sizes of the same files in turn, without end.
    const writer = path.join(project.root, 'writer.mjs');
    const staging = path.join(project.root, 'staging.mjs');
    buildSync({
      entryPoints: [path.join(packageRoot, 'src/staging.ts')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: staging,
    });
    project.write(
      'writer.mjs',
      `import { writeTogether } from './staging.mjs';
       const files = (byte) => ${JSON.stringify(fileNames)}.map((name) => ({
         file: process.argv[2] + '/output/' + name, bytes: new Uint8Array(byte * 3_000_000).fill(byte) }));
       await writeTogether(files(1));
       process.stdout.write('ready');
       for (let n = 0; ; n += 1) await writeTogether(files(1 + (n % 2)));`,
    );
    const whole = new Set(
      [1, 2].map((byte) =>
        createHash('sha256')
          .update(new Uint8Array(byte * 3_000_000).fill(byte))
          .digest('hex'),
      ),
    );
    for (let kill = 0; kill < 12; kill += 1) {
      const child = run();
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      await wait(1 + 7 * kill);
      child.kill('SIGKILL');
      await ended(child);
      for (const found of hashes()) expect(whole.has(found)).toBe(true);
    }
    const left = () => readdirSync(output).filter((name) => name.endsWith('.tmp'));
    // As older versions named them, which said nothing of the machine: such a one is taken away after a day, as those of other machines are.
    const older = path.join(output, '.brochure.ka.html.99999999-1.tmp');
    writeFileSync(older, 'half');
    const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    utimesSync(older, before, before);
    writeFileSync(path.join(output, '.brochure.en.html.notes.tmp'), 'another’s');
    expect((await project.run(build)).code).toBe(0);
    expect(left()).toEqual(['.brochure.en.html.notes.tmp']);
  }, 120_000);
});
