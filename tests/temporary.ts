/** All that a run of the tests writes outside the repository is in one folder, which ends with it, however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prefix = 'etrati-tests-';

/** Called by the config, which is read once a project: Vitest itself writes there from then on, as all that it starts does. */
export function keepTemporaryFiles(): void {
  if (path.basename(tmpdir()).startsWith(prefix)) return;
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Else they end the process without a word.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
