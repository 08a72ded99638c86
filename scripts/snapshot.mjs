/**
 * The start-up snapshots: `dist/warm.cjs`, which is src/warm.ts in one file, run by `node --build-snapshot` as far as a command goes
 * before it knows what it is asked. One holds the schemas and templates of all kinds of documents; and since each kind's take time
 * to read, there is one for each kind too, for documents of that kind alone. They belong to this Node.js, this processor and this
 * folder, which dist/warm.json says; where they do not fit, `dist/cli.cjs` starts as ever. A Node.js that cannot make one is no
 * fault; 20, 22, 24 and 26 can.
 */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cachedDataVersionTag } from 'node:v8';
import { supported } from './bundle.mjs';

/**
 * What Node.js is told when it makes the snapshot and when it starts from it. Room for what is young from the start: what was there
 * before is large, and each collection has to look through it. And the hashes that the snapshot has, which are as random as those of
 * a start of their own: they are for who is sent data by strangers, and a build is not. And regular expressions, which V8 makes anew
 * in each process, are not made a second time, for speed, before they are asked often: most are asked for a few texts.
 */
const flags = [
  ...['--min-semi-space-size=16', '--no-rehash-snapshot', '--regexp-tier-up-ticks=50'],
  // As in cli/process.ts: what was run for the snapshot has its turns counted in it.
  ...(process.versions.v8.startsWith('11.3.') ? ['--interrupt-budget=528000'] : []),
];

/**
 * Commands that never start from the snapshot (`cli/snapshot.ts` says which do) stay out of it.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutOtherCommands = {
  name: 'without-other-commands',
  setup({ onResolve, onLoad }) {
    const namespace = 'other-command';
    onResolve({ filter: /^\.\// }, ({ kind, importer, path }) => {
      const isCommand = kind === 'dynamic-import' && /[\\/]src[\\/]cli[\\/]commands[^\\/]*\.ts$/.test(importer);
      return isCommand && path !== './build.ts' ? { path, namespace } : undefined;
    });
    onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not in the snapshot`)})`,
    }));
  },
};

/** How esbuild makes warm.cjs: a snapshot is made of one file, without `import()`, and holds its text. */
export const snapshotEntry = /** @satisfies {import('esbuild').BuildOptions} */ ({
  entryPoints: ['src/warm.ts'],
  outfile: 'dist/warm.cjs',
  format: 'cjs',
  charset: 'ascii',
  legalComments: 'none',
  write: false,
  // Each letter is read at each start. Who looks for a bug starts without (`ETRATI_DEBUG`), and has the names.
  minify: true,
  supported: { ...supported, 'dynamic-import': false },
  define: { 'import.meta.url': 'thisFile' },
  // What a snapshot calls `require` knows Node's own modules only.
  banner: {
    js: `
      const requireOwn = require;
      const thisFile = requireOwn('node:url').pathToFileURL(__filename).href;
      const { createRequire, isBuiltin } = requireOwn('node:module');
      require = (name) => isBuiltin(name) ? requireOwn(name) : createRequire(thisFile)(name);
    `,
  },
});

/**
 * Writes what esbuild made of it. What is left of other letters than ASCII's stands in regular expressions; V8 keeps a text that
 * has any in twice the room.
 *
 * @param {string} root @param {string} text
 */
export function writeEntry(root, text) {
  const escaped = text.replace(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(join(root, snapshotEntry.outfile), escaped);
}

/** @param {string} root of the package @param {string} sources what dist/ was made of */
export async function makeSnapshots(root, sources) {
  const dist = join(root, 'dist');
  const note = join(dist, 'warm.json');
  const { version: node, arch, platform } = process;
  const facts = { sources, node, arch, platform, tag: cachedDataVersionTag(), root };
  if (areMade(note, dist, facts)) return;
  rmSync(note, { force: true });
  const kinds = readdirSync(join(root, 'templates/starters')).sort();
  const tasks = [
    // Of starters alone: what the examples use beside would be read for every kind.
    () => makeOne(root, 'warm.blob', (project) => kinds.forEach((kind) => void copyStarter(root, kind, project))),
    ...kinds.map(
      (kind) => () =>
        makeOne(root, `warm-${kind}.blob`, (project) => {
          // What a starter has none of, as a chart, is compiled too.
          cpSync(join(root, 'data', kind), project, { recursive: true, filter: isShort });
          copyStarter(root, kind, project);
        }),
    ),
  ];
  const made = (await allOf(tasks)).filter((each) => each !== null);
  const isMade = made[0]?.[0] === 'warm.blob';
  if (!isMade) console.log(`build: Node.js ${node} makes no start-up snapshot of this program; it starts without one.`);
  // Noted too where there is none, so that the next build does not try again.
  writeFileSync(note, JSON.stringify({ ...facts, sizes: isMade ? Object.fromEntries(made) : {}, flags }));
}

/**
 * As many at a time as there are cores.
 *
 * @template T @param {readonly (() => Promise<T>)[]} tasks @returns {Promise<T[]>} in their order
 */
async function allOf(tasks) {
  /** @type {T[]} */
  const results = [];
  const waiting = tasks.entries();
  const work = async () => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

const execute = promisify(execFile);

/**
 * A snapshot that has built what is in a folder; its name and bytes, or null where Node.js makes none.
 *
 * @param {string} root of the package @param {string} name in dist/ @param {(project: string) => void} fill the folder
 * @returns {Promise<[string, number] | null>}
 */
async function makeOne(root, name, fill) {
  const dist = join(root, 'dist');
  const project = mkdtempSync(join(tmpdir(), 'etrati-warm-'));
  try {
    fill(project);
    const made = join(project, 'warm.blob');
    const { NODE_OPTIONS: _, ...env } = process.env;
    const run = (/** @type {string[]} */ ...args) =>
      execute(process.execPath, [...flags, '--snapshot-blob', made, ...args], { cwd: project, env });
    await run('--build-snapshot', join(dist, 'warm.cjs'), project);
    // Some write one that they cannot start from.
    await run(join(dist, 'cli.cjs'), 'validate', ...readdirSync(project).filter((each) => each.endsWith('.json')));
    // Beside its place first: another file system, or a process that is killed, leaves no half of it there.
    const blob = join(dist, name);
    copyFileSync(made, `${blob}.tmp`);
    renameSync(`${blob}.tmp`, blob);
    return [name, statSync(blob).size];
  } catch (error) {
    if (process.env.ETRATI_DEBUG === '1') console.error(error);
    return null;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** @param {string} note @param {string} dist @param {object} facts */
function areMade(note, dist, facts) {
  if (!existsSync(note)) return false;
  const { sizes, flags: _, ...made } = JSON.parse(readFileSync(note, 'utf8'));
  return (
    JSON.stringify(made) === JSON.stringify(facts) &&
    Object.entries(sizes).every(([name, size]) => statSync(join(dist, name), { throwIfNoEntry: false })?.size === size)
  );
}

/** @param {string} root @param {string} kind @param {string} project */
function copyStarter(root, kind, project) {
  const from = join(root, 'templates/starters', kind);
  for (const name of readdirSync(from))
    copyFileSync(join(from, name), join(project, name.replace(/^NAME/, `starter-${kind}`)));
}

/** A long report takes longer to build than its start is worth. @param {string} file */
function isShort(file) {
  const facts = statSync(file);
  return facts.isDirectory() || facts.size < 64 * 1024;
}
