#!/usr/bin/env node
/** The `etrati` program: `cli/main.ts` on the process's own streams. What it is asked most often costs no imports. */
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { version } from './version.ts';

const [asked, ...more] = process.argv.slice(2);
if (more.length === 0 && (asked === '--version' || asked === '-V')) {
  // A reader that has left already is no fault.
  process.stdout.on('error', () => {});
  process.stdout.write(`${version()}\n`);
} else {
  // A build is short: what V8 compiles again for speed must pay in seconds. Four times as many turns before that take a fifth
  // off the processor's time for 100 pages, and nothing at 1,000. Seen with V8 11.3 alone; others may not know the flag.
  if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=264000');
  // Node from 22.8 on keeps what it compiled for the next start; older ones compile again.
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
  await (await import('./cli/process.ts')).run();
}
