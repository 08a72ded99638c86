/** `etrati batch`: a document for each record of a manifest. */
import path from 'node:path';
import { settleOrders } from '../many/asked.ts';
import { fromRoot, runBatch } from '../many/batch.ts';
import { MadeFrom } from '../many/made-from.ts';
import { BatchReport } from '../many/report.ts';
import type { Destination } from '../many/store.ts';
import type { BuildFlags } from '../work/settings.ts';
import { optionUse } from '../work/unused-options.ts';
import { openWorld } from '../world.ts';
import type { ProgressForm } from './batch-progress.ts';
import { refuseReplaced, reportAll } from './batch-report.ts';
import type { ExitCode } from './findings.ts';
import { type Terminal, tellRoom } from './terminal.ts';

/** `report` names the folder of the lists, and asks for no report on accessibility. */
export interface BatchFlags extends Omit<BuildFlags, 'report'> {
  readonly base?: string;
  readonly name?: string;
  readonly sheet?: string;
  readonly check?: boolean;
  readonly resume?: boolean;
  readonly memory?: number;
  readonly report?: string;
  readonly progress?: ProgressForm;
  readonly quiet?: boolean;
}

export async function batch(manifest: string, flags: BatchFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root } = terminal;
  const settings = await settleOrders({ ...flags, report: false }, terminal);
  const { check = false, resume = false, base, name, sheet } = flags;
  const { jobs, memory } = tellRoom(flags, terminal);
  // From here on the list of what was done may be there, for those who go on with it.
  let [isStopped, isCut] = [false, false];
  terminal.onInterrupt?.(() => {
    if (flags.quiet !== true) terminal.stderr.write('Ends after the documents in hand.\n');
    isStopped = true;
  });
  const world = await openWorld(root);
  const out = path.resolve(root, settings.out);
  const folder = path.resolve(root, flags.report ?? settings.out);
  if (!check) await refuseReplaced(folder, [manifest, base], root);
  const report = check ? null : await BatchReport.open(folder, resume, out);
  const use = optionUse({ ...flags, report: false }, settings.formats);
  const records = { file: fromRoot(root, manifest), base: base && fromRoot(root, base), name, sheet, world, use };
  const destination: Destination = { type: 'folder', folder: out };
  // Asked before each record that is read: who stops when all are read has all of them.
  const cut = () => {
    isCut ||= isStopped;
    return isStopped;
  };
  const patience = settings.timeout * 1000;
  const run = { root, settings, checkOnly: check, destination, manifest: records, jobs, memory, patience };
  return reportAll(runBatch({ ...run, report: report ?? undefined, isStopped: cut }), {
    flags,
    terminal,
    report,
    folder,
    manifest: records.file,
    out: settings.out,
    again: 'run the same command with --resume',
    maxWarnings: settings.maxWarnings,
    isJson: settings.diagnostics === 'json',
    isStopped: () => isCut,
    madeFrom: check ? undefined : new MadeFrom(root, settings),
    strict: settings.strict,
  });
}
