/** The command line on the process's own streams. */
import { main, tellBug } from './main.ts';

/** Runs what the process was asked for; its exit code says how that went. */
export async function run(): Promise<void> {
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
