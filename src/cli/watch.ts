/** `etrati watch`: builds again whatever a saved file concerns, with one warm engine. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createEngine } from '../compile.ts';
import { configFile } from '../config.ts';
import { Report } from '../diagnostics.ts';
import type { Engine } from '../engine.ts';
import { attempt } from '../shelf.ts';
import { buildSummary, tell, workThrough } from './build.ts';
import { type ExitCode, exit } from './findings.ts';
import { Folders } from './folders.ts';
import { findInputs } from './inputs.ts';
import { type BuildFlags, type Settings, settle } from './settings.ts';
import type { Terminal } from './terminal.ts';

interface Watch {
  readonly named: readonly string[];
  readonly flags: BuildFlags;
  readonly terminal: Terminal;
  readonly engine: Engine;
  /** What each data file was made from when it was built last. */
  readonly sources: Map<string, readonly string[]>;
}

/** Builds, then builds again on each change until it is interrupted. Findings are told each time, and never end it. */
export async function watch(named: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  const engine = createEngine({ root: terminal.cwd, env: terminal.env });
  const folders = new Folders(terminal.cwd);
  const interrupted = new Promise<null>((resolve) => terminal.onInterrupt?.(() => resolve(null)));
  const watched: Watch = { named, flags, terminal, engine, sources: new Map() };
  try {
    await folders.follow(await foldersOf(watched));
    for (let changed: readonly string[] | null = [configFile]; changed !== null; ) {
      await rebuild(changed, watched);
      await folders.follow(await foldersOf(watched));
      changed = await Promise.race([interrupted, nextChange(folders, watched)]);
    }
  } finally {
    folders.close();
    engine.close();
  }
  terminal.stderr.write('Stopped.\n');
  return exit.done;
}

/** Waits for a change that may concern us: our own files appear in the project, too. */
async function nextChange(folders: Folders, { named, sources }: Watch): Promise<readonly string[]> {
  const known = [...named.map((file) => path.posix.normalize(file)), ...[...sources.values()].flat()];
  for (;;) {
    const changed = await folders.changes();
    if (changed.some((file) => concerns(file, known) || concernsAll(file) || /^data(\/|$)/.test(file))) return changed;
  }
}

async function rebuild(changed: readonly string[], watched: Watch): Promise<void> {
  const { named, flags, terminal, engine, sources } = watched;
  const started = performance.now();
  const report = new Report();
  engine.invalidate(changed);
  const settings = await settle(flags, terminal.cwd, report);
  const files = report.failed ? [] : ((await attempt(report, () => findInputs(named, terminal.cwd))) ?? []);
  // What is gone, or cannot be found for now, is built anew when it is back.
  for (const file of sources.keys()) if (!files.includes(file)) sources.delete(file);
  const stale = files.filter((file) => isStale(changed, sources.get(file)));
  if (stale.length === 0 && !report.failed) return;
  const work = async (file: string) => {
    const done = await engine.build(file, settings);
    sources.set(file, done.sources);
    return done;
  };
  const tally = await workThrough(stale, work, settings, report, terminal);
  await tell(tally, settings, terminal, buildSummary(tally, settings));
  sayTime(performance.now() - started, settings, terminal);
}

function isStale(changed: readonly string[], sources: readonly string[] | undefined): boolean {
  return sources === undefined || changed.some((file) => concerns(file, sources) || concernsAll(file));
}

/** A folder concerns what lies in it. */
function concerns(file: string, sources: readonly string[]): boolean {
  return sources.some((source) => source === file || source.startsWith(`${file}/`));
}

/** A template or theme that was not there before may take the place of one that comes with Etrati. */
function concernsAll(file: string): boolean {
  if (file === configFile) return true;
  return /^templates(\/|$)/.test(file) && !/(^|\/)\.|~$/.test(file);
}

/** Where a change may concern us: beside all that was read, and where data, templates and themes are looked for. */
async function foldersOf({ terminal: { cwd }, named, sources }: Watch): Promise<ReadonlySet<string>> {
  const folders = new Set(['.', ...named.map((file) => relativeFolder(cwd, file))]);
  for (const parent of ['data', 'templates', 'templates/themes']) {
    folders.add(parent);
    for (const entry of await readdir(path.join(cwd, parent), { withFileTypes: true }).catch(() => []))
      if (entry.isDirectory()) folders.add(`${parent}/${entry.name}`);
  }
  for (const source of [...sources.values()].flat()) folders.add(path.posix.dirname(source));
  return folders;
}

function relativeFolder(cwd: string, file: string): string {
  return path
    .dirname(path.relative(cwd, path.resolve(cwd, file)))
    .split(path.sep)
    .join('/');
}

function sayTime(time: number, { diagnostics }: Settings, { stderr }: Terminal): void {
  if (diagnostics === 'human') stderr.write(`Took ${(time / 1000).toFixed(2)} s. Watching; Ctrl+C ends it.\n\n`);
}
