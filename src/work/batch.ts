/** Several data files, one after the other: what the engine makes of each, and the files that come of it. */
import path from 'node:path';

import { configFile } from '../config.ts';
import { type Diagnostic, distinct, type Report } from '../diagnostics.ts';
import type { BuildResult } from '../engine.ts';
import type { Proof } from '../prove.ts';
import { sortDiagnostics } from '../render-diagnostics.ts';
import { attempt } from '../shelf.ts';
import { Staging } from '../staging.ts';
import { slashes } from '../world.ts';
import type { Format } from '../write/targets.ts';
import { type Allowed, Sieve, type Sifted } from './allow.ts';
import type { Settings } from './settings.ts';

/** A file that was written. */
export interface BatchFile {
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly source: string;
  /** `report` for what is told of a document beside its formats. */
  readonly format: Format | 'report';
  readonly lang: string;
  /** Bytes. */
  readonly size: number;
}

export interface Tally {
  readonly files: readonly string[];
  readonly failed: readonly string[];
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  readonly outputs: readonly BatchFile[];
  readonly proofs: readonly Proof[];
  /** Milliseconds. */
  readonly time: number;
}

/** Files that go with those of documents. */
export interface Beside {
  /** With those of one, made when it is known what was found of it. */
  of(file: string, done: Pick<BuildResult, 'outputs' | 'proofs'>, sifted: Sifted): Promise<readonly BesideFile[]>;
  /** With all of them, at the end. */
  whole(): readonly BesideFile[];
}
interface BesideFile extends Pick<BatchFile, 'lang'> {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is done with each file. */
export type Work = (file: string) => Promise<Pick<BuildResult, 'diagnostics' | 'outputs' | 'proofs'>>;

export interface Batch {
  /** The project's folder. */
  readonly root: string;
  readonly files: readonly string[];
  /** Whether these are all documents of the project. */
  readonly whole: boolean;
  readonly work: Work;
  readonly settings: Settings;
  /** Has what was found before, and gets what is found. */
  readonly report: Report;
  readonly beside?: Beside | null;
  /** Is told of each file before it is worked on, counted from 0. */
  readonly progress?: (file: string, index: number) => void;
}

/** Does the work with each file, and writes what comes of those that have no error: at the end, all or nothing. */
export async function runBatch({
  root,
  files,
  whole,
  work,
  settings,
  report,
  progress,
  beside,
}: Batch): Promise<Tally> {
  const started = performance.now();
  const failed: string[] = [];
  const staging = new Staging();
  const sieve = new Sieve(settings);
  let outputs: readonly BatchFile[] = [];
  const allowed: Allowed[] = [];
  const proofs: Proof[] = [];
  try {
    for (const [index, file] of files.entries()) {
      progress?.(file, index);
      const done = await work(file);
      const sifted = sieve.sift(file, done.diagnostics);
      allowed.push(...sifted.allowed);
      proofs.push(...done.proofs);
      for (const diagnostic of sifted.found) report.add(diagnostic);
      const good = sifted.found.every(({ severity }) => severity !== 'error' && !settings.strict);
      const written = good
        ? await attempt(report, async () => {
            const more = (await beside?.of(file, done, sifted)) ?? [];
            const reports = more.map((each) => ({ ...each, format: 'report' as const }));
            return stage([...done.outputs, ...reports], file, staging, settings, root);
          })
        : null;
      if (written === null) failed.push(file);
      else outputs = [...outputs, ...written];
    }
    const unused = sieve.unused(whole);
    allowed.push(...unused.allowed);
    for (const diagnostic of unused.found) report.add(diagnostic);
    const together = (beside?.whole() ?? []).map((each) => ({ ...each, format: 'report' as const }));
    const last =
      together.length === 0 ? [] : await attempt(report, () => stage(together, configFile, staging, settings, root));
    outputs = [...outputs, ...(last ?? [])];
    // At the end, so that a build that is stopped leaves no mix of old and new.
    const committed = await attempt(report, async () => staging.commit().then(() => true));
    if (committed === null) {
      failed.push(...files.filter((file) => !failed.includes(file)));
      outputs = [];
    }
  } finally {
    await staging.discard();
  }
  const diagnostics = sortDiagnostics(distinct(report.diagnostics));
  return { files, failed, outputs, diagnostics, allowed, proofs, time: performance.now() - started };
}

/** Writes all of a document's files beside their places, or none. Throws `Refused` where the folder does not let us. */
async function stage(
  outputs: readonly (Pick<BatchFile, 'format' | 'lang'> & { readonly name: string; readonly bytes: Uint8Array })[],
  source: string,
  staging: Staging,
  { out }: Settings,
  root: string,
): Promise<readonly BatchFile[]> {
  const folder = path.resolve(root, out);
  await staging.add(outputs.map(({ name, bytes }) => ({ file: path.join(folder, name), bytes })));
  return outputs.map(({ name, format, lang, bytes }) => {
    const file = slashes(path.relative(root, path.join(folder, name)));
    return { file, source, format, lang, size: bytes.byteLength };
  });
}
