/** The command line on the process's own streams. */
import { statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { setFlagsFromString } from 'node:v8';
import { main, tellBug } from './main.ts';

/** Bytes of data that make a few pages. */
const shortData = 24 * 1024;

/** What makes V8 wait longer before it compiles anew for speed, by its versions: others may not know the flags. */
const patience: readonly (readonly [v8: RegExp, flags: readonly string[]])[] = [
  [/^11\.3\./, ['--interrupt-budget=528000']],
  [/^(?:12\.4|13\.6|14\.6)\./, ['--invocation-count-for-maglev=3000', '--invocation-count-for-turbofan=20000']],
];

/**
 * A build is short: what V8 compiles again for speed must pay in seconds. Some eight times as many turns before that for JavaScript, and a
 * hundred times for HarfBuzz, which is asked for each word once, take a quarter off the processor's time for 3 pages and a tenth for
 * 100. Regular expressions need not be made smaller before they are made machine code; what HarfBuzz never runs need not be valid.
 * And a few pages are made before machine code pays at all.
 */
function* flagsFor(argv: readonly string[]): Iterable<string> {
  const known = patience.find(([v8]) => v8.test(process.versions.v8));
  if (known === undefined) return;
  yield* known[1];
  yield* ['--wasm-tiering-budget=180000000', '--no-regexp-peephole-optimization', '--wasm-lazy-validation'];
  if (argv[0] === 'build' && isShort(argv.filter((each) => each.endsWith('.json')))) yield '--no-sparkplug';
}

function isShort(files: readonly string[]): boolean {
  try {
    return files.length > 0 && files.reduce((sum, file) => sum + statSync(file).size, 0) < shortData;
  } catch {
    // The build says what is wrong with the file.
    return false;
  }
}

/** Runs what the process was asked for; its exit code says how that went. */
export async function run(): Promise<void> {
  for (const flag of flagsFor(process.argv.slice(2))) setFlagsFromString(flag);
  const { stdout, stderr, env } = process;

  // A reader that has seen enough, as `head`, closes its end: no fault, and no reason to leave files half made.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exit(2);
    });

  // What a library throws outside of any call of ours.
  process.on('uncaughtException', (error) => process.exit(tellBug(error, { stderr, env })));

  const onInterrupt = (listener: () => void): void => {
    process.once('SIGINT', listener).once('SIGTERM', listener);
  };

  // Not by `process.stdin`, which Node.js makes a stream of first.
  const ask = isatty(0) && stderr.isTTY ? { ask: askAtTerminal } : {};
  const terminal = { stdout, stderr, env, cwd: process.cwd(), onInterrupt, ...ask };
  process.exitCode = await main(process.argv.slice(2), terminal);
}

/** Null where the input ends, or Ctrl+C ends it. */
async function askAtTerminal(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await Promise.race([
      lines.question(question),
      new Promise<null>((resolve) => lines.once('close', () => resolve(null))),
    ]);
  } finally {
    lines.close();
  }
}
