/**
 * The only door to the disk. Everything that is read lies in the project folder or in this package, also after links
 * are followed; everything that is written appears whole or not at all.
 */
import { mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Place, Refused } from './diagnostics.ts';

/** The folder of this package's package.json: one up from src/ and from dist/. */
export const packageRoot: string = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export interface World {
  /** The project folder: absolute, with its links followed. */
  readonly root: string;
  /** How diagnostics name a file: relative to the project (or, for our own files, to this package), with `/`. */
  relative(absolute: string): string;
  /**
   * The bytes of a file of the project, named relative to its root, or absolute if it lies in the project or in this
   * package. `at` is the place that names the file, for the diagnostics. Throws `Refused` with `file-outside`,
   * `file-missing`, `not-a-file`, `file-too-large` or `file-unreadable`.
   */
  read(file: string, limit?: number, at?: Place | null): Promise<Uint8Array>;
  /** Whether `read` would find a file there. Never throws. */
  exists(file: string): Promise<boolean>;
}

/** 64 MiB: far above any source that people keep, far below what a process can hold. */
export const readLimit: number = 64 * 2 ** 20;

/** Throws `Refused` with `folder-missing` if there is no such folder. */
export async function openWorld(root: string): Promise<World> {
  const real = await realFolder(root);
  const own = await realpath(packageRoot);
  const roots = own === real ? [real] : [real, own];

  const relative = (absolute: string): string => {
    const home = [path.resolve(root), ...roots, packageRoot].find((folder) => contains(folder, absolute));
    return slashes(home === undefined ? absolute : path.relative(home, absolute));
  };
  const locate = (file: string, at: Place | null) => locateIn(roots, path.resolve(root), file, at);

  return {
    root: real,
    relative,
    async read(file, limit = readLimit, at = null) {
      const found = await locate(file, at);
      return readWithin(found, { name: relative(found), limit, at });
    },
    async exists(file) {
      try {
        return (await stat(await locate(file, null))).isFile();
      } catch {
        return false;
      }
    },
  };
}

async function realFolder(root: string): Promise<string> {
  try {
    const real = await realpath(root);
    if ((await stat(real)).isDirectory()) return real;
  } catch {
    // Said below, in the same words as for a file that is no folder.
  }
  throw refusal('folder-missing', null, `There is no folder "${root}".`, 'Check the path.');
}

/** The real path of a file, known to lie in one of the roots. */
async function locateIn(roots: readonly string[], named: string, file: string, at: Place | null): Promise<string> {
  const [root = named] = roots;
  const inside = path.isAbsolute(file) && contains(named, file) ? path.relative(named, file) : file;
  const absolute = path.resolve(root, inside);
  // A relative name belongs to the project only; our own files are reached by their absolute paths.
  const allowed = path.isAbsolute(inside) ? roots : [root];
  if (file.includes('\0') || !allowed.some((folder) => contains(folder, absolute))) throw outside(file, at);
  let real: string;
  try {
    real = await realpath(absolute);
  } catch (error) {
    throw refusalOf(error, file, at);
  }
  if (!allowed.some((folder) => contains(folder, real))) throw outside(file, at);
  return real;
}

async function readWithin(
  file: string,
  { name, limit, at }: { name: string; limit: number; at: Place | null },
): Promise<Uint8Array> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) {
      throw refusal('not-a-file', at, `"${name}" is not a file.`, 'Name a file, not a folder or a device.');
    }
    if (facts.size > limit) {
      throw refusal(
        'file-too-large',
        at,
        `"${name}" is too large: ${megabytes(facts.size)}, at most ${megabytes(limit)} are read.`,
        'Make the file smaller.',
      );
    }
    const bytes = await readFile(file);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw refusalOf(error, name, at);
  }
}

export interface WholeFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Writes a file whole: `writeTogether` of one. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await writeTogether([{ file, bytes }]);
}

/**
 * Writes files that belong together: all beside their places under other names, then each renamed over its place. Older
 * files stay as they are until then, and nothing is left behind if it fails. Makes the folders that are missing. Throws
 * `Refused` with `cannot-write`.
 */
export async function writeTogether(files: readonly WholeFile[]): Promise<void> {
  const steps = files.map((whole) => ({ ...whole, beside: besideOf(whole.file) }));
  let current = '';
  try {
    await sweep(files.map(({ file }) => file));
    for (const { file, bytes, beside } of steps) {
      current = file;
      await writeBeside(beside, bytes, file);
    }
    for (const { file, beside } of steps) {
      current = file;
      await rename(beside, file);
    }
  } catch (error) {
    await Promise.all(steps.map(({ beside }) => unlink(beside).catch(() => undefined)));
    const reason = reasonOf(error);
    if (reason === null) throw error;
    const message = `"${current}" cannot be written: ${reason}.`;
    throw refusal('cannot-write', null, message, 'Check the folder that it should go to.');
  }
}

let written = 0;

function besideOf(file: string): string {
  written += 1;
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${written}.tmp`);
}

/** Takes away what a process left behind that was killed while it wrote these files. */
async function sweep(files: readonly string[]): Promise<void> {
  const wanted = new Set(files.map((file) => path.resolve(file)));
  for (const folder of new Set([...wanted].map((file) => path.dirname(file))))
    for (const name of await readdir(folder).catch(() => [])) {
      const [, base, pid] = /^\.(.+)\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
      if (base === undefined || !wanted.has(path.join(folder, base)) || isRunning(Number(pid))) continue;
      const left = path.join(folder, name);
      // On a shared disk the process may run elsewhere, but none writes a file for so long.
      const age = await stat(left).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > 60_000) await unlink(left).catch(() => undefined);
    }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

async function writeBeside(beside: string, bytes: Uint8Array, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // Found now, a folder in the file's place cannot stop the renaming half-way.
  const old = await stat(file).catch(() => null);
  if (old?.isDirectory()) throw Object.assign(new Error(`"${file}" is a folder`), { code: 'EISDIR' });
  // A killed process of the same number may have left it; opened only if new, it is no link to elsewhere.
  await unlink(beside).catch(() => undefined);
  const handle = await open(beside, 'wx');
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** The first moment that a ZIP entry, and so a DOCX, can name. */
const earliest = Date.UTC(1980, 0, 1);

/**
 * The moment that finished files name as theirs, UTC: SOURCE_DATE_EPOCH in seconds if it is set
 * (https://reproducible-builds.org/specs/source-date-epoch/), else the start of the data's own date. Never before
 * 1980. Throws `Refused` with `bad-source-date` if the variable is no whole number.
 */
export function buildDate(env: Readonly<Record<string, string | undefined>>, dataDate: string): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return new Date(Math.max(earliest, Date.parse(`${dataDate}T00:00:00Z`)));
  const moment = /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN;
  if (!(moment < Date.UTC(2100, 0, 1))) {
    throw refusal(
      'bad-source-date',
      null,
      `SOURCE_DATE_EPOCH is "${epoch}", which is not a number of seconds since 1970 before the year 2100.`,
      'Give whole seconds, as `git log -1 --format=%ct` prints them, or unset it.',
    );
  }
  return new Date(Math.max(earliest, moment));
}

function contains(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function slashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function outside(file: string, at: Place | null): Refused {
  const message = `"${file}" lies outside the project folder.`;
  return refusal('file-outside', at, message, 'Put the file into the project and name it by a relative path.');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a part of the path is a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EDQUOT: 'the disk space that you may use is used up',
  EFBIG: 'it is larger than a file may be there',
  EIO: 'the disk has failed',
};

/** What the system's error means, or null if it is none of the system's. */
function reasonOf(error: unknown): string | null {
  const isSystems = error instanceof Error && 'syscall' in error;
  return reasons[codeOf(error)] ?? (isSystems ? `the system says ${codeOf(error)}` : null);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The system's error in words for people; an error of ours stays as it is. */
function refusalOf(error: unknown, file: string, at: Place | null): unknown {
  const reason = reasonOf(error);
  if (reason === null) return error;
  return codeOf(error) === 'ENOENT'
    ? refusal('file-missing', at, `"${file}" does not exist.`, 'Check the spelling; capital letters count.')
    : refusal('file-unreadable', at, `"${file}" cannot be read: ${reason}.`, 'Check the path and its permissions.');
}

function refusal(code: string, at: Place | null, message: string, hint: string): Refused {
  return new Refused([{ severity: 'error', code, at, message, hints: [hint], related: [] }]);
}
