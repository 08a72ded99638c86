#!/usr/bin/env node
/**
 * The `etrati` program: `cli/main.ts` on the process's own streams. What it is asked most often costs few imports. It is no ES module:
 * Node.js takes longer to get ready for one than to read this file.
 */
import module from 'node:module';
import { runFrom, snapshotFor } from './cli/snapshot.ts';
import { version } from './version.ts';

async function start(argv: readonly string[]): Promise<void> {
  const [asked, ...more] = argv;
  if (more.length === 0 && (asked === '--version' || asked === '-V')) {
    // A reader that has left already is no fault.
    process.stdout.on('error', () => {});
    process.stdout.write(`${version()}\n`);
    return;
  }
  const snapshot = snapshotFor(argv);
  const code = snapshot === null ? null : await runFrom(snapshot, argv);
  if (code !== null) {
    process.exitCode = code;
    return;
  }
  // Node from 22.8 on keeps what it compiled for the next start; older ones compile again.
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
  await (await import('./cli/process.ts')).run();
}

void start(process.argv.slice(2));
