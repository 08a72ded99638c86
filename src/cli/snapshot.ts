/**
 * Starting from the snapshot that `scripts/snapshot.mjs` made (`warm.ts`). A process cannot take one in once it runs, so it is
 * replaced by another, or where the system cannot, waits for it: that costs a tenth of what the snapshot saves.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { languagesIn } from '../work/beginning.ts';
import { coresFor } from '../work/long-file.ts';
import { kindAsked } from './kind-asked.ts';

/** Commands for which it pays. Others end sooner than it is read. */
const commands: readonly (string | undefined)[] = ['build', 'check', 'validate'];

/** Of dist/, in which this file is bundled. */
const inDist = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** dist/warm.json: what the snapshots were made of and for. */
interface Note {
  readonly flags: string[];
  /** The bytes of each by its name: that of all kinds, and those of one. */
  readonly sizes: Readonly<Record<string, number>>;
}

const ofKind = (kind: string): string => `warm-${kind}.blob`;

/**
 * What Node.js is told to start from the snapshot for a command, or null where none fits. `ETRATI_SNAPSHOT=off` does without, and so
 * does who looks for a bug: the names of functions are not in the snapshot.
 */
export function snapshotFor(argv: readonly string[]): readonly string[] | null {
  const { ETRATI_SNAPSHOT, ETRATI_DEBUG, NODE_OPTIONS = '' } = process.env;
  if (!commands.includes(argv[0]) || isLong(argv) || ETRATI_SNAPSHOT === 'off' || ETRATI_DEBUG === '1') return null;
  // What Node.js is told beside may be for modules that are loaded, which a snapshot does not do.
  if (process.execArgv.length > 0 || NODE_OPTIONS.trim() !== '') return null;
  try {
    const { flags, sizes, ...made } = JSON.parse(readFileSync(inDist('warm.json'), 'utf8')) as Note;
    const fitting = {
      sources: readFileSync(inDist('.sources'), 'utf8'),
      node: process.version,
      arch: process.arch,
      platform: process.platform,
      tag: cachedDataVersionTag(),
      root: fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, ''),
    };
    if (JSON.stringify(made) !== JSON.stringify(fitting)) return null;
    const kind = kindAsked(argv, (each) => Object.hasOwn(sizes, ofKind(each)));
    const name = kind === null ? 'warm.blob' : ofKind(kind);
    const blob = inDist(name);
    return statSync(blob).size === sizes[name] ? ['--snapshot-blob', blob, ...flags] : null;
  } catch {
    return null;
  }
}

/**
 * More files than these, or the formats and languages of a long one, are better shared out among threads, which a process from a snapshot cannot
 * start.
 */
const fewFiles = 2;

function isLong(argv: readonly string[]): boolean {
  if (argv.some((each) => each.startsWith('--jobs'))) return true;
  const files = argv.filter((each) => each.endsWith('.json'));
  if (argv[0] !== 'build') return false;
  const [first] = files;
  if (files.length === 1 && first !== undefined) {
    const manyFormats = hasManyFormats(argv);
    return coresFor(sizeOf(first), manyFormats) > 1 && (manyFormats || hasManyLanguages(argv, first));
  }
  return (files.length > 0 ? files.length : countExamples(process.cwd())) > fewFiles;
}

/** Without the option there are three, unless the config has fewer. */
function hasManyFormats(argv: readonly string[]): boolean {
  const given = valuesOf('--format', argv);
  return given.length !== 1 || given.some((each) => each.includes(','));
}

/** Without the option all of the file’s, unless the config has fewer. */
function hasManyLanguages(argv: readonly string[], file: string): boolean {
  const given = valuesOf('--lang', argv);
  return given.length === 0
    ? languagesIn(file).length > 1
    : given.length > 1 || given.some((each) => each.includes(','));
}

function valuesOf(option: string, argv: readonly string[]): readonly string[] {
  return argv.flatMap((each, index) => {
    if (each === option) return [argv[index + 1] ?? ''];
    return each.startsWith(`${option}=`) ? [each.slice(option.length + 1)] : [];
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Of a project, as `findInputs` finds them where none are named. */
function countExamples(root: string): number {
  const list = (...folder: string[]): readonly string[] => {
    try {
      return readdirSync(join(root, 'data', ...folder));
    } catch {
      return [];
    }
  };
  return list().reduce((sum, kind) => sum + list(kind).filter((name) => name.endsWith('.json')).length, 0);
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Runs the command from the snapshot, as `snapshotFor` says; gives its exit code, or does not come back. Null where it cannot be
 * started.
 */
export async function runFrom(snapshot: readonly string[], argv: readonly string[]): Promise<number | null> {
  const args = [...snapshot, fileURLToPath(import.meta.url), ...argv];
  // Certificates, which no such command needs: Node.js 20 reads them all before it does anything else. And Linux gives memory
  // for the snapshot in large pages where it is asked to, which takes a fifth off the time to read it.
  const { NODE_EXTRA_CA_CERTS: _, ...given } = process.env;
  const env = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1', ...given };
  // Node.js from 22.15 on, but not on Windows.
  const { execve } = process as { readonly execve?: (file: string, args: readonly string[], env: Env) => never };
  if (execve !== undefined && process.platform !== 'win32') execve(process.execPath, [process.execPath, ...args], env);
  return waitFor(args, env);
}

/** What V8 or Node.js says of a snapshot that it cannot start from. */
const notStarted = 14;

function waitFor(args: readonly string[], env: Env): Promise<number | null> {
  // Not by `import()`, for which Node.js gets ready first.
  const { spawn } = createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env });
    // A terminal's Ctrl+C goes to both; what is sent to this process alone goes on to the other.
    const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, passOn);
    child.once('error', () => resolve(null));
    child.once('exit', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(each, passOn);
      if (signal !== null) process.kill(process.pid, signal);
      resolve(code === notStarted ? null : code);
    });
  });
}
