/**
 * The door through which the disk is read. Everything that is read lies in the project folder or in this package, also
 * after links are followed.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Place, type Refused, refusal } from './diagnostics.ts';
import { contains, missingFile } from './missing.ts';
import { once } from './once.ts';
import { codeOf, reasonOf } from './system-error.ts';

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

/**
 * Files up to this many bytes, and what is asked of a file, are waited for: to have another thread ask the disk, and to be told, takes
 * longer than the answer.
 */
const shortFile = 2 ** 20;

/** 64 MiB: far above any source that people keep, far below what a process can hold. */
export const readLimit: number = 64 * 2 ** 20;

/** `instead` holds bytes that are read in the place of files, by their paths. Throws `Refused` with `folder-missing` if there is no such folder. */
export async function openWorld(root: string, instead: ReadonlyMap<string, Uint8Array> = new Map()): Promise<World> {
  const real = realFolder(root);
  const own = realPackageRoot();
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
      const other = instead.get(slashes(file));
      if (other !== undefined) return other;
      const found = locate(file, at);
      return readWithin(found, { name: relative(found), limit, at });
    },
    async exists(file) {
      const found = namedIn(roots, path.resolve(root), file);
      if (found === null) return false;
      try {
        const real = realpathSync.native(found.absolute);
        return found.allowed.some((folder) => contains(folder, real)) && statSync(real).isFile();
      } catch {
        return false;
      }
    },
  };
}

/** The real path of a file of the project, for those who read it piece by piece. Throws `Refused` as `read` does. */
export async function locateFile({ root, relative }: World, file: string): Promise<string> {
  const found = locateIn([root], root, file, null);
  if (statSync(found).isFile()) return found;
  throw notAFile(found, relative(found), null);
}

const realPackageRoot = once(() => realpathSync.native(packageRoot));

function realFolder(root: string): string {
  try {
    const real = realpathSync.native(root);
    if (statSync(real).isDirectory()) return real;
  } catch {
    throw refusal('folder-missing', null, `There is no folder "${root}".`, 'Check the path.');
  }
  throw refusal('folder-missing', null, `"${root}" is a file, not a folder.`, 'Name the folder of the project.');
}

/** The real path of a file, known to lie in one of the roots. */
function locateIn(roots: readonly string[], named: string, file: string, at: Place | null): string {
  const found = namedIn(roots, named, file);
  if (found === null) throw outside(file, at);
  const { absolute, allowed } = found;
  let real: string;
  try {
    real = realpathSync.native(absolute);
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? missingIn(allowed, absolute, file, at) : refusalOf(error, file, at);
  }
  if (!allowed.some((folder) => contains(folder, real))) throw leadingOut(file, at);
  return real;
}

interface Named {
  readonly absolute: string;
  /** The folders in which it must lie, also with its links followed. */
  readonly allowed: readonly string[];
}

/** Where a name leads before any link is followed; null for what lies outside by its name alone. */
function namedIn(roots: readonly string[], named: string, file: string): Named | null {
  const [root = named] = roots;
  const inside = path.isAbsolute(file) && contains(named, file) ? path.relative(named, file) : file;
  const absolute = path.resolve(root, inside);
  // A relative name belongs to the project only; our own files are reached by their absolute paths.
  const allowed = path.isAbsolute(inside) ? roots : [root];
  return file.includes('\0') || !allowed.some((folder) => contains(folder, absolute)) ? null : { absolute, allowed };
}

/** The refusal of a file that is not there. */
function missingIn(allowed: readonly string[], absolute: string, file: string, at: Place | null): Refused {
  const root = allowed.find((folder) => contains(folder, absolute));
  const { link, meant } = root === undefined ? { link: null, meant: null } : missingFile(absolute, root);
  const shown = (found: string) => slashes(root === undefined ? found : path.relative(root, found));
  if (link !== null) {
    const message = `"${file}" cannot be read: ${link === absolute ? 'it' : `"${shown(link)}"`} is a link to something that does not exist.`;
    return refusal('file-unreadable', at, message, 'Correct the link, or put the file itself in its place.');
  }
  // What names a file may name it from its own folder.
  const hint =
    meant === null
      ? 'Check the spelling, capital and small letters too.'
      : at === null || path.dirname(meant) === root
        ? `Did you mean "${shown(meant)}"?`
        : `Did you mean "${path.basename(meant)}" in the folder "${slashes(path.dirname(shown(meant)))}"?`;
  return refusal('file-missing', at, `"${file}" does not exist.`, hint);
}

async function readWithin(
  file: string,
  { name, limit, at }: { name: string; limit: number; at: Place | null },
): Promise<Uint8Array> {
  try {
    const facts = statSync(file);
    if (!facts.isFile()) {
      throw notAFile(file, name, at);
    }
    if (facts.size > limit) {
      throw refusal(
        'file-too-large',
        at,
        `"${name}" is too large: ${megabytes(facts.size)}, at most ${megabytes(limit)} are read.`,
        'Make the file smaller.',
      );
    }
    const bytes = facts.size > shortFile ? await readFile(file) : readFileSync(file);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw refusalOf(error, name, at);
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

/** A path as we write it: with `/` on every system. */
export function slashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function notAFile(file: string, name: string, at: Place | null): Refused {
  return statSync(file).isDirectory()
    ? refusal('not-a-file', at, `"${name}" is a folder, not a file.`, 'Name a file in it.')
    : refusal('not-a-file', at, `"${name}" is not a file.`, 'Name a file, not a device.');
}

function outside(file: string, at: Place | null): Refused {
  const message = `"${file}" is outside the project folder.`;
  return refusal('file-outside', at, message, 'Put the file into the project and name it by a relative path.');
}

function leadingOut(file: string, at: Place | null): Refused {
  const message = `"${file}" is outside the project folder: it is a link, or in a linked folder, that leads there.`;
  return refusal('file-outside', at, message, 'Put the file itself in the place of the link.');
}

/** The system's error in words for people; an error of ours stays as it is. */
function refusalOf(error: unknown, file: string, at: Place | null): unknown {
  const reason = reasonOf(error);
  if (reason === null) return error;
  return codeOf(error) === 'ENOENT'
    ? refusal('file-missing', at, `"${file}" does not exist.`, 'Check the spelling, capital and small letters too.')
    : refusal('file-unreadable', at, `"${file}" cannot be read: ${reason}.`, 'Check the path and its permissions.');
}
