/** `etrati studio`: serves the page until it is stopped, and shows it in the browser. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused } from '../diagnostics.ts';
import { visible } from '../render-diagnostics.ts';
import { openStudio } from '../studio/server.ts';
import { codeOf } from '../system-error.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

export interface StudioFlags {
  readonly open: boolean;
  readonly port?: number;
}

/** Ends when the person interrupts it. Throws `Refused` where the folder or the port cannot be used. */
export async function studio(named: string, flags: StudioFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd, env, stderr, stdout } = terminal;
  const root = path.resolve(cwd, named);
  const facts = await stat(root).catch(() => null);
  if (facts?.isFile() === true) {
    const hints = ['Name the folder of the project.'];
    throw new Refused([misuse('folder-missing', `"${named}" is a file, not a folder.`, hints)]);
  }
  if (facts?.isDirectory() !== true) {
    const hints = ['Check the path, or make the folder first.'];
    throw new Refused([misuse('folder-missing', `There is no folder "${named}".`, hints)]);
  }
  const interrupted = new Promise<void>((resolve) => terminal.onInterrupt?.(resolve));
  const { address, close } = await openStudio({ root, env, port: flags.port ?? 0 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    const hints = ['Give another port with --port, or leave --port away for any that is free.'];
    throw new Refused([misuse('port-taken', `The port ${flags.port} is in use.`, hints)]);
  });
  stdout.write(`${address}\n`);
  stderr.write(
    `The studio is open for ${visible(root)}. Ctrl+C ends it.\nThe address holds a key: keep it to yourself.\n`,
  );
  if (flags.open) openBrowser(address);
  await interrupted;
  await close();
  stderr.write('Stopped.\n');
  return exit.done;
}

/** By the system's own way; where it has none, the address that was printed is enough. */
function openBrowser(address: string): void {
  const [command, ...args] = {
    darwin: ['open'],
    // The first quotation marks are the window's title.
    win32: ['cmd', '/c', 'start', '""'],
  }[process.platform as string] ?? ['xdg-open'];
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
