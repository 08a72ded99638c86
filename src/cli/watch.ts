/** `etrati watch`: builds again whatever a saved file concerns, with one warm engine. */
import { createEngine } from '../compile.ts';
import { configFile } from '../config.ts';
import { Report } from '../diagnostics.ts';
import type { Engine } from '../engine.ts';
import { attempt } from '../shelf.ts';
import { runBatch } from '../work/batch.ts';
import { Folders } from '../work/folders.ts';
import { findInputs } from '../work/inputs.ts';
import { type BuildFlags, type Settings, settle } from '../work/settings.ts';
import { checkOptions } from '../work/unused-options.ts';
import { Watched } from '../work/watched.ts';
import { buildSummary, tell, withProgress } from './build.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

interface Watch {
  readonly named: readonly string[];
  readonly flags: BuildFlags;
  readonly terminal: Terminal;
  readonly engine: Engine;
  readonly watched: Watched;
}

/** Builds, then builds again on each change until it is interrupted. Findings are told each time, and never end it. */
export async function watch(named: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  const engine = createEngine({ root: terminal.cwd, env: terminal.env });
  const folders = new Folders(terminal.cwd);
  const interrupted = new Promise<null>((resolve) => terminal.onInterrupt?.(() => resolve(null)));
  const watched = new Watched(terminal.cwd, named);
  try {
    await folders.follow(await watched.folders());
    for (let changed: readonly string[] | null = [configFile]; changed !== null; ) {
      await rebuild(changed, { named, flags, terminal, engine, watched });
      await folders.follow(await watched.folders());
      changed = await Promise.race([interrupted, nextChange(folders, watched)]);
    }
  } finally {
    folders.close();
    engine.close();
  }
  terminal.stderr.write('Stopped.\n');
  return exit.done;
}

async function nextChange(folders: Folders, watched: Watched): Promise<readonly string[]> {
  for (;;) {
    const changed = await folders.changes();
    if (watched.concerns(changed)) return changed;
  }
}

async function rebuild(changed: readonly string[], { named, flags, terminal, engine, watched }: Watch): Promise<void> {
  const started = performance.now();
  const report = new Report();
  const { cwd: root } = terminal;
  engine.invalidate(changed);
  const settings = await settle(flags, root, report);
  checkOptions(flags, settings.formats, report);
  const found = report.failed ? [] : ((await attempt(report, () => findInputs(named, root))) ?? []);
  const files = watched.stale(found, changed);
  if (files.length === 0 && !report.failed) return;
  const work = async (file: string) => {
    const done = await engine.build(file, settings);
    watched.built(file, done.sources);
    return done;
  };
  const tally = await withProgress(terminal, files.length, (progress) =>
    runBatch({
      root,
      files,
      whole: named.length === 0 && files.length === found.length,
      work,
      settings,
      report,
      progress,
    }),
  );
  await tell(tally, settings, terminal, buildSummary(tally, settings));
  sayTime(performance.now() - started, settings, terminal);
}

function sayTime(time: number, { diagnostics }: Settings, { stderr }: Terminal): void {
  if (diagnostics === 'human') stderr.write(`Took ${(time / 1000).toFixed(2)} s. Watching; Ctrl+C ends it.\n\n`);
}
