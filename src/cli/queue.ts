/** `etrati enqueue`, `etrati work` and `etrati collect`: a batch whose documents are made by workers on any number of machines. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, misuse, Refused, refusal } from '../diagnostics.ts';
import { settleOrders } from '../many/asked.ts';
import { fromRoot } from '../many/batch.ts';
import { BatchReport } from '../many/report.ts';
import { bucketOf, openBucket } from '../many/s3.ts';
import type { Destination } from '../many/store.ts';
import { batchFacts } from '../queue/batches.ts';
import { collect as collected, findBatch, lastBatch } from '../queue/collect.ts';
import { type Connection, connect, goneWhen, refusedBy } from '../queue/connection.ts';
import { type Enqueued, enqueue as putAll } from '../queue/enqueue.ts';
import { openWorker, type WorkEvent } from '../queue/work.ts';
import { visible } from '../render-diagnostics.ts';
import { codeOf, reasonOf } from '../system-error.ts';
import type { BuildFlags, FindingsForm } from '../work/settings.ts';
import { optionUse } from '../work/unused-options.ts';
import { openWorld } from '../world.ts';
import type { ProgressForm } from './batch-progress.ts';
import { many, refuseReplaced, reportAll } from './batch-report.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { type Terminal, tellRoom } from './terminal.ts';

interface QueueFlags {
  readonly queue?: string;
}
export interface EnqueueFlags extends BuildFlags, QueueFlags {
  readonly base?: string;
  readonly name?: string;
  readonly sheet?: string;
  readonly batch?: string;
}
export interface WorkFlags extends QueueFlags {
  readonly jobs?: number;
  readonly memory?: number;
  readonly timeout?: number;
  readonly out?: string;
  readonly deadAfter?: number;
  readonly untilEmpty?: boolean;
  readonly quiet?: boolean;
}
export interface CollectFlags extends QueueFlags {
  readonly report?: string;
  readonly progress?: ProgressForm;
  readonly quiet?: boolean;
  readonly diagnostics?: FindingsForm;
}

export async function enqueue(manifest: string, flags: EnqueueFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root, stdout, stderr } = terminal;
  const { base, name, sheet } = flags;
  const settings = await settleOrders(flags, terminal);
  const file = fromRoot(root, manifest);
  const batch = flags.batch ?? path.posix.basename(file, path.posix.extname(file));
  const use = optionUse(flags, settings.formats);
  const records = { file, base: base && fromRoot(root, base), name, sheet, world: await openWorld(root), use };
  return withQueue(flags, terminal, async (connection) => {
    const known = await batchFacts(connection, batch);
    if (known !== null && known.manifest !== file)
      throw new Refused([
        misuse('same-output', `The queue has a batch "${batch}" already, of ${known.manifest}.`, [
          'Give this one another name with --batch.',
        ]),
      ]);
    const isStopped = stopping(terminal);
    let last: Enqueued = { records: 0, put: 0, waiting: 0, faulty: 0, read: 0 };
    const notes: Diagnostic[] = [];
    let refused: Refused | null = null;
    const { gone, end } = goneWhen(isStopped, connection);
    try {
      const asked = { connection, manifest: records, settings, root, batch, isStopped };
      const putting = async () => {
        for await (const state of putAll({ ...asked, notify: (found) => notes.push(...found) })) last = state;
      };
      await Promise.race([putting(), gone]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused = error;
    } finally {
      end();
    }
    await showFindings([...notes, ...(refused?.diagnostics ?? [])], terminal);
    const { put, waiting, faulty } = last;
    if (settings.diagnostics === 'json') stdout.write(`${JSON.stringify({ batch, ...last })}\n`);
    const lines = [`Put ${many(put, 'document')} into ${connection.shown}.`];
    if (waiting > 0) lines.push(`${many(waiting, 'document')} waited there already.`);
    if (faulty > 0) lines.push(`${many(faulty, 'record')} cannot be made; etrati collect says why.`);
    if (isStopped()) lines.push('Stopped before the end of the list. To go on, run the same command again.');
    else lines.push(`For the report: etrati collect ${visible(batch)}`);
    stderr.write(`${lines.join('\n')}\n`);
    if (refused !== null) return exitCodeOf(refused.diagnostics);
    return isStopped() ? exit.refused : exit.done;
  });
}

export async function work(flags: WorkFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root, env, stderr } = terminal;
  const { untilEmpty = false, quiet = false, deadAfter = 30 } = flags;
  const { jobs, memory } = tellRoom(flags, terminal);
  const settings = await settleOrders({}, terminal);
  const { timeout = settings.timeout } = flags;
  const out = flags.out ?? settings.out;
  const destination = await destinationOf(out, root, env);
  return withQueue(flags, terminal, async (connection) => {
    const telling = new WorkTelling(terminal, quiet);
    const { ended, stop } = openWorker({
      ...{ root, settings, checkOnly: false, destination, connection, jobs, memory, untilEmpty },
      patience: timeout * 1000,
      deadAfter: deadAfter * 1000,
      tell: (event) => telling.tell(event),
    });
    terminal.onInterrupt?.(() => {
      if (!quiet) stderr.write('Ends after the documents in hand.\n');
      stop();
    });
    if (!quiet)
      stderr.write(
        `Takes documents from ${connection.shown}, ${jobs} at a time, into ${visible(out)}. Ctrl+C ends it.\n`,
      );
    await ended;
    telling.end();
    return exit.done;
  });
}

export async function collect(batch: string | undefined, flags: CollectFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root } = terminal;
  const settings = await settleOrders({ ...(flags.diagnostics && { diagnostics: flags.diagnostics }) }, terminal);
  return withQueue(flags, terminal, async (connection) => {
    const isStopped = stopping(terminal);
    const asked = { connection, batch: batch ?? (await lastBatch(connection)), isStopped };
    const facts = await findBatch(asked);
    const folder = path.resolve(root, flags.report ?? settings.out);
    await refuseReplaced(folder, [facts.manifest], root);
    const report = await BatchReport.open(folder, false);
    return reportAll(collected(asked, facts), {
      ...{ flags, terminal, report, folder, isStopped },
      manifest: facts.manifest,
      out: null,
      again: 'run etrati collect again; the workers go on meanwhile',
      maxWarnings: facts.maxWarnings,
      isJson: settings.diagnostics === 'json',
    });
  });
}

async function withQueue(
  { queue }: QueueFlags,
  terminal: Pick<Terminal, 'stderr'>,
  command: (connection: Connection) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (queue === undefined)
    throw new Refused([
      misuse('bad-queue', 'The address of the queue is missing.', [
        'Add --queue redis://localhost:6379, or set ETRATI_QUEUE to it.',
      ]),
    ]);
  const connection = await openQueue(queue, terminal);
  try {
    return await command(connection);
  } catch (error) {
    throw refusedBy(error, connection);
  } finally {
    await connection.close();
  }
}

/** Tells where its server may lose what is in the queue. Throws `Refused` where there is none. */
export async function openQueue(queue: string, { stderr }: Pick<Terminal, 'stderr'>): Promise<Connection> {
  const connection = await connect(queue);
  if (connection.warning !== null) stderr.write(`${connection.warning}\n`);
  return connection;
}

/** Where a worker puts files. Throws `Refused` for a store that does not let it. */
export async function destinationOf(out: string, root: string, env: Terminal['env']): Promise<Destination> {
  if (!out.startsWith('s3:')) {
    const folder = path.resolve(root, out);
    await checkFolder(folder, out);
    return { type: 'folder', folder };
  }
  const bucket = bucketOf(out, env);
  await openBucket(bucket).check();
  return { type: 's3', bucket };
}

/** A worker that cannot write would spoil one document after the other. A folder that is not there is made with the first file. */
async function checkFolder(folder: string, out: string): Promise<void> {
  try {
    const facts = await stat(folder);
    if (facts.isDirectory()) return await access(folder, constants.W_OK);
    throw cannotWrite(out, 'a part of the path is a file');
  } catch (error) {
    const above = path.dirname(folder);
    if (codeOf(error) === 'ENOENT' && above !== folder) return checkFolder(above, out);
    const reason = reasonOf(error);
    throw reason === null ? error : cannotWrite(out, reason);
  }
}

function cannotWrite(out: string, reason: string): Refused {
  return refusal('cannot-write', null, `"${out}" cannot be written: ${reason}.`, 'Name another folder with --out.');
}

function stopping(terminal: Terminal): () => boolean {
  let isStopped = false;
  terminal.onInterrupt?.(() => {
    isStopped = true;
  });
  return () => isStopped;
}

/** What a worker says: how much it did, now and then, and each crash. */
class WorkTelling {
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  readonly #counts = { made: 0, failed: 0, givenUp: 0 };
  #told = performance.now();
  #isAway = false;

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal;
    this.#quiet = quiet;
  }

  tell(event: WorkEvent): void {
    const { stderr } = this.#terminal;
    if (event.type === 'away' && /renew lock|missing lock/i.test(event.reason)) {
      stderr.write(
        'This worker was silent for so long that another may have taken its documents over; each counts once.\n',
      );
      return;
    }
    if (event.type === 'away') {
      // Once, not each time that it is tried.
      const reason = visible(event.reason);
      const [told, until] =
        event.hint === null
          ? [`does not answer: ${reason}.`, 'it does']
          : [`refuses: ${reason}. ${event.hint}`, 'it takes them'];
      if (!this.#isAway) stderr.write(`The queue ${told} Waits until ${until}.\n`);
      this.#isAway = true;
      return;
    }
    this.#isAway = false;
    if (event.type === 'crashed') {
      if (event.isLast) this.#counts.givenUp += 1;
      const then = event.isLast ? 'It is given up.' : 'It is tried again.';
      stderr.write(`${visible(event.name)}: ${visible(event.reason)}. ${then}\n`);
      return;
    }
    if (event.made.files.length > 0) this.#counts.made += 1;
    else this.#counts.failed += 1;
    const now = performance.now();
    if (this.#quiet || now - this.#told < 5000) return;
    this.#told = now;
    this.end();
  }

  end(): void {
    const { made, failed, givenUp } = this.#counts;
    const lost = givenUp === 0 ? '' : `, ${givenUp} given up`;
    if (!this.#quiet) this.#terminal.stderr.write(`${many(made, 'document')} made, ${failed} failed${lost}.\n`);
  }
}
