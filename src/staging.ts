/**
 * How files are written: all beside their places under other names, then each renamed over its place. Whatever happens
 * before, a full disk or a killed process, leaves the older files as they were.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { refusal } from './diagnostics.ts';
import { once } from './once.ts';
import { codeOf, reasonOf, writingHint } from './system-error.ts';

export interface WholeFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Writes a file whole: `writeTogether` of one. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await writeTogether([{ file, bytes }]);
}

/** Writes files that belong together, all or none. Makes the folders that are missing. Throws `Refused` with `cannot-write`. */
export async function writeTogether(files: readonly WholeFile[]): Promise<void> {
  const staging = new Staging();
  await staging.add(files);
  await staging.commit();
}

interface Staged {
  readonly file: string;
  readonly beside: string;
}

/** Files that are to appear at one moment, brought one group after the other. */
export class Staging {
  #staged: readonly Staged[] = [];
  readonly #sweeps: boolean;

  /** @param sweeps whether what killed processes left beside its files is looked for: a folder of many files is read for that */
  constructor({ sweeps = true }: { readonly sweeps?: boolean } = {}) {
    this.#sweeps = sweeps;
  }

  /** Writes a group beside its places, whole or not at all. Throws `Refused` with `cannot-write`; what was added before stays. */
  async add(files: readonly WholeFile[]): Promise<void> {
    const group = files.map((whole) => ({ ...whole, beside: besideOf(whole.file) }));
    if (this.#sweeps) await sweep(files.map(({ file }) => file));
    await whole(group, ({ file, beside, bytes }) => writeBeside(beside, bytes, file));
    this.#staged = [...this.#staged, ...group.map(({ file, beside }) => ({ file, beside }))];
  }

  /** Renames all over their places. Throws `Refused` with `cannot-write`. */
  async commit(): Promise<void> {
    const staged = this.#staged;
    this.#staged = [];
    await whole(staged, ({ file, beside }) => rename(beside, file));
  }

  /** Takes away what is not committed. */
  async discard(): Promise<void> {
    await remove(this.#staged);
    this.#staged = [];
  }
}

/** Takes each through a step; where one fails, nothing is left beside any. */
async function whole<T extends Staged>(files: readonly T[], step: (file: T) => Promise<void>): Promise<void> {
  for (const each of files)
    try {
      await step(each);
    } catch (error) {
      await remove(files);
      const reason = reasonOf(error);
      if (reason === null) throw error;
      const message = `"${each.file}" cannot be written: ${reason}.`;
      throw refusal('cannot-write', null, message, writingHint(error));
    }
}

async function remove(staged: readonly Staged[]): Promise<void> {
  await Promise.all(staged.map(({ beside }) => unlink(beside).catch(() => undefined)));
}

/** A sign of this machine: a number of a process means something on its own machine only. */
export const machine: () => string = once(() => createHash('sha256').update(hostname()).digest('hex').slice(0, 8));
let written = 0;

function besideOf(file: string): string {
  written += 1;
  return path.join(path.dirname(file), `.${path.basename(file)}.${machine()}-${process.pid}-${written}.tmp`);
}

/** Takes away what a process left behind that was killed while it wrote these files. */
async function sweep(files: readonly string[]): Promise<void> {
  const names = new Set(files.map((file) => path.resolve(file)));
  for (const folder of new Set([...names].map((file) => path.dirname(file))))
    await sweepFolder(folder, (base) => names.has(path.join(folder, base)));
}

/** Takes away what killed processes left in a folder, of the files that are asked for. */
export async function sweepFolder(folder: string, isAsked: (name: string) => boolean = () => true): Promise<void> {
  let now: number | null = null;
  for (const name of await readdir(folder).catch(() => [])) {
    const [, base, host, pid] = /^\.(.+)\.(?:([0-9a-f]{8})-)?(\d+)-\d+\.tmp$/.exec(name) ?? [];
    if (base === undefined || !isAsked(base)) continue;
    const left = path.join(folder, name);
    const isDead = host === machine() && !isRunning(Number(pid));
    now ??= isDead ? null : await timeOf(folder);
    if (isDead || (now !== null && now - (await writtenAt(left)) > longestWriting))
      await unlink(left).catch(() => undefined);
  }
}

/**
 * Milliseconds. On a shared disk another machine's process may still write the file, and in a container its number says nothing; a build
 * of many files has the first of them for as long as it takes, and none takes a day.
 */
const longestWriting = 24 * 60 * 60 * 1000;

/** The time by the clock of a folder's disk: that of this machine may be another. Null where nothing can be written there. */
async function timeOf(folder: string): Promise<number | null> {
  const probe = besideOf(path.join(folder, 'time'));
  try {
    await writeBeside(probe, new Uint8Array(), path.join(folder, 'time'));
    return await writtenAt(probe);
  } catch {
    return null;
  } finally {
    await unlink(probe).catch(() => undefined);
  }
}

/** Infinite where it is not there any more. */
function writtenAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

/** Whether this machine has a process of this number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

async function writeBeside(beside: string, bytes: Uint8Array, file: string): Promise<void> {
  await makeFolder(path.dirname(file));
  // Found now, a folder in the file's place cannot stop the renaming half-way.
  const old = await stat(file).catch(() => null);
  if (old?.isDirectory()) throw Object.assign(new Error(`"${file}" is a folder`), { code: 'EISDIR' });
  // Opened only if new, it is no link to elsewhere; a killed process of the same number may have left it.
  const handle = await open(beside, 'wx').catch(async (error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
    await unlink(beside).catch(() => undefined);
    return open(beside, 'wx');
  });
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder with those above it that are missing. Not Node's `recursive`: on a read-only disk that says "no such
 * file", and under /proc it never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  const facts = await stat(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (facts?.isDirectory()) return;
  if (facts === null) await makeFolder(path.dirname(folder));
  // Another process may have made it in the meantime.
  await mkdir(folder).catch(async (error: unknown) => {
    if (codeOf(error) !== 'EEXIST' || facts !== null || !(await stat(folder)).isDirectory()) throw error;
  });
}
