#!/usr/bin/env node
/** The `etrati` program: `cli/main.ts` on the process's own streams. What it is asked most often costs few imports. */
import module from 'node:module';
import { runFrom, snapshotFor } from './cli/snapshot.ts';
import { version } from './version.ts';

const argv = process.argv.slice(2);
const [asked, ...more] = argv;
if (more.length === 0 && (asked === '--version' || asked === '-V')) {
  // A reader that has left already is no fault.
  process.stdout.on('error', () => {});
  process.stdout.write(`${version()}\n`);
} else {
  const snapshot = snapshotFor(argv);
  const code = snapshot === null ? null : await runFrom(snapshot, argv);
  if (code === null) await start();
  else process.exitCode = code;
}

async function start(): Promise<void> {
  // Node from 22.8 on keeps what it compiled for the next start; older ones compile again.
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
  await (await import('./cli/process.ts')).run();
}
