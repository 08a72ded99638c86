/** Files appear whole, and those that belong together at one moment. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { Staging, writeTogether, writeWhole } from '../../src/staging.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'etrati-staging-'));
  await writeFile(path.join(home, 'secret.txt'), 'secret');
});
afterAll(() => rm(home, { recursive: true }));

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refused) return error.diagnostics[0]?.code ?? '';
    throw error;
  }
  return 'done';
}

describe('writeWhole', () => {
  const bytes = Uint8Array.from([1, 2, 3]);

  test('makes folders, replaces what was there, leaves nothing else', async () => {
    const file = path.join(home, 'out/deep/x.pdf');
    await writeWhole(file, Uint8Array.from([9]));
    await Promise.all([writeWhole(file, bytes), writeWhole(file, bytes)]);
    expect(new Uint8Array(await readFile(file))).toEqual(bytes);
    expect(await readdir(path.dirname(file))).toEqual(['x.pdf']);
  });

  test('what cannot be written is refused, and leaves nothing', async () => {
    await mkdir(path.join(home, 'busy/x.pdf'), { recursive: true });
    expect(await codeOf(writeWhole(path.join(home, 'busy/x.pdf'), bytes))).toBe('cannot-write');
    expect(await readdir(path.join(home, 'busy'))).toEqual(['x.pdf']);
    expect(await codeOf(writeWhole(path.join(home, 'secret.txt/x.pdf'), bytes))).toBe('cannot-write');
  });
});

test('writeTogether writes all or none, and keeps the older files', async () => {
  const file = (name: string) => path.join(home, 'together', name);
  await mkdir(file('b.pdf'), { recursive: true });
  await writeFile(file('a.pdf'), 'old');
  const bytes = Uint8Array.from([1]);
  const both = ['a.pdf', 'b.pdf'].map((name) => ({ file: file(name), bytes }));
  expect(await codeOf(writeTogether(both))).toBe('cannot-write');
  expect(await readFile(file('a.pdf'), 'utf8')).toBe('old');
  expect((await readdir(path.dirname(file('a.pdf')))).sort()).toEqual(['a.pdf', 'b.pdf']);
});

describe('Staging', () => {
  const bytes = Uint8Array.from([1]);
  const visible = async (folder: string) => (await readdir(folder)).filter((name) => !name.startsWith('.'));

  test('shows nothing before it is committed, and all of it then', async () => {
    const folder = path.join(home, 'staged');
    const staging = new Staging();
    await staging.add([{ file: path.join(folder, 'a'), bytes }]);
    await staging.add([{ file: path.join(folder, 'b'), bytes }]);
    expect(await visible(folder)).toEqual([]);
    await staging.commit();
    expect(await readdir(folder)).toEqual(['a', 'b']);
  });

  test('keeps what was added before a group that cannot be written', async () => {
    const folder = path.join(home, 'part');
    const staging = new Staging();
    await staging.add([{ file: path.join(folder, 'a'), bytes }]);
    const file = path.join(folder, 'a/b');
    await writeFile(path.join(folder, 'a'), 'old');
    expect(await codeOf(staging.add([{ file, bytes }]))).toBe('cannot-write');
    await staging.commit();
    expect(new Uint8Array(await readFile(path.join(folder, 'a')))).toEqual(bytes);
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('leaves nothing when it is discarded', async () => {
    const folder = path.join(home, 'discarded');
    const staging = new Staging();
    await staging.add([{ file: path.join(folder, 'a'), bytes }]);
    await staging.discard();
    await staging.commit();
    expect(await readdir(folder)).toEqual([]);
  });

  test('takes away at once what a dead process of this machine left, and no other', async () => {
    const folder = path.join(home, 'swept');
    await mkdir(folder);
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const elsewhere = machine === '00000000' ? '11111111' : '00000000';
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const kept = [`.a.${elsewhere}-${dead}-1.tmp`, `.a.${machine}-${process.pid}-0.tmp`, `.b.${machine}-${dead}-1.tmp`];
    for (const name of [...kept, `.a.${machine}-${dead}-1.tmp`]) await writeFile(path.join(folder, name), 'half');
    await writeWhole(path.join(folder, 'a'), bytes);
    expect(await readdir(folder)).toEqual([...kept, 'a'].sort());
  });

  test.each([
    ['ahead of', 2],
    ['behind', -2],
  ])(
    'takes away what another machine left a day ago by the clock of the disk, with a clock of its own %s that',
    async (_, days) => {
      const folder = await mkdtemp(path.join(home, 'clock-'));
      const [now, day] = [Date.now(), 24 * 60 * 60 * 1000];
      const left = (number: number, age: number) => {
        const name = `.a.00000000-1-${number}.tmp`;
        writeFileSync(path.join(folder, name), 'half');
        utimesSync(path.join(folder, name), new Date(now), new Date(now - age));
        return name;
      };
      const kept = [left(1, 0), left(2, day / 2)];
      left(3, 1.1 * day);
      const clock = vi.spyOn(Date, 'now').mockReturnValue(now + days * day);
      onTestFinished(() => clock.mockRestore());
      await writeWhole(path.join(folder, 'a'), bytes);
      expect(await readdir(folder)).toEqual([...kept, 'a'].sort());
    },
  );
});
