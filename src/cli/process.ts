/** The command line on the process's own streams. */
import { setFlagsFromString } from 'node:v8';
import { main, tellBug } from './main.ts';

/** Runs what the process was asked for; its exit code says how that went. */
export async function run(): Promise<void> {
  // A build is short: what V8 compiles again for speed must pay in seconds. Eight times as many turns before that for JavaScript, and a
  // hundred times for HarfBuzz, which is asked for each word once, take a quarter off the processor's time for 3 pages and a tenth for
  // 100. Seen with V8 11.3 alone; others may not know the flags.
  if (process.versions.v8.startsWith('11.3.'))
    for (const flag of ['--interrupt-budget=528000', '--wasm-tiering-budget=180000000']) setFlagsFromString(flag);
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

  const ask = process.stdin.isTTY && stderr.isTTY ? { ask: askAtTerminal } : {};
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
