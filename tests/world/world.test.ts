import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, Refused } from '../../src/diagnostics.ts';
import { buildDate, openWorld, packageRoot, type World } from '../../src/world.ts';

let home: string;
let root: string;
let world: World;

beforeAll(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'etrati-world-')));
  root = path.join(home, 'project');
  await mkdir(path.join(root, 'data/inner'), { recursive: true });
  await writeFile(path.join(root, 'data/a.json'), 'ა');
  await writeFile(path.join(root, '..data.json'), 'dots');
  await writeFile(path.join(home, 'secret.txt'), 'secret');
  await mkdir(path.join(home, 'project-2'));
  await writeFile(path.join(home, 'project-2/x.txt'), 'neighbour');
  await symlink(path.join(home, 'secret.txt'), path.join(root, 'data/out.txt'));
  await symlink('a.json', path.join(root, 'data/in.json'));
  await symlink(home, path.join(root, 'up'));
  await symlink('round', path.join(root, 'round'));
  await symlink(root, path.join(home, 'alias'));
  world = await openWorld(root);
});

afterAll(() => rm(home, { recursive: true, force: true }));

const place: Place = { file: 'data/a.json', line: 3, column: 7, path: '$.x' };

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'nothing';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.diagnostics.map(({ code }) => code).join();
  }
}

describe('read', () => {
  test('gives the bytes of a file of the project, also through a link within it', async () => {
    const expected = Uint8Array.from(Buffer.from('ა'));
    expect(await world.read('data/a.json')).toEqual(expected);
    expect(await world.read('data/inner/../a.json')).toEqual(expected);
    expect(await world.read('data/in.json')).toEqual(expected);
    expect(await world.read(path.join(root, 'data/a.json'))).toEqual(expected);
    expect(await world.read('..data.json')).toHaveLength(4);
  });

  test.each([
    ['../secret.txt'],
    ['data/../../secret.txt'],
    ['../project-2/x.txt'],
    ['data/out.txt'],
    ['up/secret.txt'],
    ['/etc/hostname'],
    ['..'],
    ['data/a.json\0.png'],
  ])('%j lies outside', async (file) => {
    expect(await codeOf(world.read(file))).toBe('file-outside');
    expect(await world.exists(file)).toBe(false);
  });

  test('a file that is not there, a folder, a circle of links, a file too large', async () => {
    expect(await codeOf(world.read('data/none.json'))).toBe('file-missing');
    expect(await codeOf(world.read('../none.json'))).toBe('file-outside');
    expect(await codeOf(world.read('data'))).toBe('not-a-file');
    expect(await codeOf(world.read('data/a.json/b'))).toBe('file-unreadable');
    expect(await codeOf(world.read('round'))).toBe('file-unreadable');
    expect(await codeOf(world.read('data/a.json', 2))).toBe('file-too-large');
    expect(await codeOf(world.read('data/a.json', 3))).toBe('nothing');
    expect(await codeOf(world.read(`data/${'a'.repeat(5000)}`))).toBe('file-unreadable');
  });

  test('a refusal carries the place that named the file', async () => {
    const refusal = await world.read('none', undefined, place).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ diagnostics: [{ at: place, hints: [expect.stringMatching(/\.$/)] }] });
  });

  test('this package’s own files are read by their absolute paths only', async () => {
    expect((await world.read(path.join(packageRoot, 'package.json'))).length).toBeGreaterThan(0);
    expect(await codeOf(world.read(path.relative(root, path.join(packageRoot, 'package.json'))))).toBe('file-outside');
    expect(world.relative(path.join(packageRoot, 'templates/x.hbs'))).toBe('templates/x.hbs');
  });

  test('a project reached through a link is the same project', async () => {
    const alias = await openWorld(path.join(home, 'alias'));
    expect(alias.root).toBe(root);
    expect(await codeOf(alias.read(path.join(home, 'alias/data/a.json')))).toBe('nothing');
    expect(alias.relative(path.join(home, 'alias/data/a.json'))).toBe('data/a.json');
    expect(alias.relative(path.join(root, 'data/a.json'))).toBe('data/a.json');
    expect(await codeOf(alias.read('up/secret.txt'))).toBe('file-outside');
  });

  test('a project must be a folder', async () => {
    expect(await codeOf(openWorld(path.join(home, 'none')))).toBe('folder-missing');
    expect(await codeOf(openWorld(path.join(home, 'secret.txt')))).toBe('folder-missing');
  });
});

describe('buildDate', () => {
  const iso = (env: Record<string, string>, date = '2026-11-23') => buildDate(env, date).toISOString();

  test('is the data’s own date, or SOURCE_DATE_EPOCH, never before 1980', () => {
    expect(iso({})).toBe('2026-11-23T00:00:00.000Z');
    expect(iso({ SOURCE_DATE_EPOCH: '' })).toBe('2026-11-23T00:00:00.000Z');
    expect(iso({ SOURCE_DATE_EPOCH: '1700000000' })).toBe('2023-11-14T22:13:20.000Z');
    expect(iso({ SOURCE_DATE_EPOCH: '0' })).toBe('1980-01-01T00:00:00.000Z');
  });

  test.each(['now', '-1', '1.5', '1e9', '99999999999'])('SOURCE_DATE_EPOCH=%s is refused', (value) => {
    expect(() => iso({ SOURCE_DATE_EPOCH: value })).toThrow(Refused);
  });
});
