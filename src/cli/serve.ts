/** `etrati serve`: an HTTP service that makes documents of what it is sent. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused, refusal } from '../diagnostics.ts';
import { AskedNow, settleOrders } from '../many/asked.ts';
import { openStore } from '../many/store.ts';
import { replyOf } from '../queue/connection.ts';
import { visible } from '../render-diagnostics.ts';
import { QueuedDocuments } from '../serve/queued.ts';
import { isLoopback, openService } from '../serve/server.ts';
import { codeOf, reasonOf } from '../system-error.ts';
import type { Flags } from '../work/settings.ts';
import { type ExitCode, exit, showFindings } from './findings.ts';
import { destinationOf, openQueue } from './queue.ts';
import { type Terminal, tellRoom } from './terminal.ts';

export interface ServeFlags extends Flags {
  readonly host?: string;
  readonly port?: number;
  readonly tokenFile?: string;
  readonly jobs?: number;
  readonly memory?: number;
  /** Megabytes. */
  readonly maxBody?: number;
  /** Seconds. */
  readonly maxTime?: number;
  readonly maxWaiting?: number;
  readonly queue?: string;
  readonly out?: string;
}

const usual = { host: '127.0.0.1', port: 8080, maxBody: 8, maxTime: 60, maxWaiting: 64 };

export async function serve(flags: ServeFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root, env, stderr } = terminal;
  const { host, port, maxBody, maxTime, maxWaiting } = { ...usual, ...flags };
  const { jobs, memory } = tellRoom(flags, terminal);
  const settings = await settleOrders(flags, terminal);
  const token = await tokenOf(flags, terminal);
  if (token === null && !isLoopback(host))
    throw new Refused([
      misuse('no-token', `On ${host} others reach the service, and it has no token.`, [
        'Write a long random text into a file and add --token-file, or set ETRATI_TOKEN; or leave --host away.',
      ]),
    ]);
  const store = flags.queue === undefined ? null : openStore(await destinationOf(flags.out ?? settings.out, root, env));
  const connection = flags.queue === undefined ? null : await openQueue(flags.queue, terminal);
  const fileOf = (file: string) => path.resolve(root, file);
  const logRefusal = (error: unknown) =>
    stderr.write(`The server of the queue refuses: ${visible(replyOf(error) ?? '')}.\n`);
  const now = new AskedNow(flags, terminal, settings, (found) => {
    stderr.write('The config was changed, and has errors: the one before goes on.\n');
    void showFindings(found, terminal);
  });
  const asked = () => now.settings();
  const queued = connection && store && new QueuedDocuments({ connection, store, asked, fileOf, logRefusal });
  const service = await openService({
    ...{ root, settings, asked, jobs, memory, host, port, token, queued, waiting: maxWaiting },
    limit: maxBody * 2 ** 20,
    patience: maxTime * 1000,
    logBug: (error) => {
      const text = error instanceof Error ? (env.ETRATI_DEBUG === '1' ? error.stack : error.message) : error;
      stderr.write(`This is a bug in Etrati: ${visible(String(text))}\n`);
    },
  }).catch(async (error: unknown) => {
    await connection?.close();
    throw refusedPort(error, host, port);
  });
  stderr.write(
    `Makes documents at ${service.address}/documents; ${service.address}/openapi.json says how. Ctrl+C ends it.\n`,
  );
  await new Promise<void>((resolve) => terminal.onInterrupt?.(resolve));
  await service.close();
  await connection?.close();
  return exit.done;
}

/** From a file or the environment: what is on a command line, all programs of the machine can read. */
async function tokenOf({ tokenFile }: ServeFlags, { cwd, env }: Terminal): Promise<string | null> {
  const text =
    tokenFile === undefined ? env.ETRATI_TOKEN : await readFile(path.resolve(cwd, tokenFile), 'utf8').catch(() => '');
  if (text === undefined) return null;
  const token = text.trim();
  if (/^[\x21-\x7e]{16,}$/.test(token)) return token;
  const where = tokenFile === undefined ? 'ETRATI_TOKEN' : `"${tokenFile}"`;
  throw new Refused([
    misuse('no-token', `${where} has no token.`, [
      'Write one of 16 or more letters, digits and signs, without spaces.',
    ]),
  ]);
}

function refusedPort(error: unknown, host: string, port: number): unknown {
  const reason = codeOf(error) === 'EADDRINUSE' ? 'another program listens there' : reasonOf(error);
  if (reason === null) return error;
  const message = `The service cannot listen on ${host}, port ${port}: ${reason}.`;
  return refusal('cannot-listen', null, message, 'Give another port with --port, such as --port 8081.');
}
