/** Makes the documents of records, one after the other, with one warm engine: in a thread, or in a worker of a queue. */
import path from 'node:path';
import { createEngine } from '../compile.ts';
import { type Diagnostic, Refused } from '../diagnostics.ts';
import type { Engine, Output } from '../engine.ts';
import { Staging, sweepFolder } from '../staging.ts';
import { Sieve } from '../work/allow.ts';
import { besideIn } from '../work/settings.ts';
import { hashOf, hashOfFile, SourceHashes } from './hashes.ts';
import type { MadeBefore, MadeRecord, OrderSettings, RecordFile } from './made.ts';
import { Placing } from './placing.ts';
import type { RecordOrder } from './record.ts';

export interface MakerOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: OrderSettings;
  /** Whether records are checked and nothing is written. */
  readonly checkOnly: boolean;
}

export interface MakeTask {
  readonly order: RecordOrder;
  /** What was reported of it before, for one that asks for the same. */
  readonly before?: MadeBefore | undefined;
}

/** Where files go: a folder here, or a store elsewhere. All files of a record, or none. Throws `Refused`. */
export type Put = (files: readonly { readonly file: string; readonly bytes: Uint8Array }[]) => Promise<void>;

export class Maker {
  readonly #options: MakerOptions;
  readonly #engine: Engine;
  readonly #hashes: SourceHashes;
  readonly #placing: Placing;
  readonly #folder: string;
  readonly #put: Put;
  /** Folders that hold nothing any more of what killed processes left. */
  readonly #swept = new Set<string>();

  /** @param put where files go; else into the output folder */
  constructor(options: MakerOptions, put?: Put) {
    const { root, env, settings } = options;
    this.#options = options;
    this.#engine = createEngine({ root, env });
    this.#hashes = new SourceHashes(root);
    this.#placing = new Placing(root);
    this.#folder = path.resolve(root, settings.out);
    this.#put = put ?? ((files) => this.#write(files));
  }

  /** What a person got wrong comes back as findings; a throw is a bug of ours. */
  async make({ order, before }: MakeTask): Promise<MadeRecord> {
    const begun = performance.now();
    if (before !== undefined && (await this.#isCurrent(before)))
      return { ...before, time: performance.now() - begun, isUnchanged: true };
    const { outputs, diagnostics, sources } = await this.#build(order);
    const { settings } = this.#options;
    const sieve = new Sieve({ ...settings, formats: order.formats ?? settings.formats });
    const { found, allowed } = sieve.sift(order.file, diagnostics);
    const findings: Diagnostic[] = [...(await this.#placing.place(found, order))];
    const isGood = found.every(({ severity }) => severity !== 'error' && !settings.strict);
    const files = isGood ? await this.#deliver(order, outputs, findings) : [];
    const inputs = await this.#hashes.of(sources);
    return { files, diagnostics: findings, allowed: allowed.length, sources, inputs, time: performance.now() - begun };
  }

  async #build({ name, file, changes, ...own }: RecordOrder) {
    const { settings, checkOnly, root } = this.#options;
    const folder = path.posix.dirname(name);
    const options = {
      ...settings,
      changes,
      name: path.posix.basename(name),
      formats: own.formats ?? settings.formats,
      languages: own.languages ?? settings.languages,
      theme: own.theme ?? settings.theme,
      template: own.template ?? settings.template,
      beside: besideIn(root, path.join(settings.out, folder)),
    };
    if (!checkOnly) return this.#engine.build(file, options);
    return { outputs: [], sources: [], diagnostics: await this.#engine.validate(file, options) };
  }

  async #deliver(
    { name, at }: RecordOrder,
    outputs: readonly Output[],
    findings: Diagnostic[],
  ): Promise<readonly RecordFile[]> {
    const folder = path.posix.dirname(name);
    const files = outputs.map((output) => ({ ...output, file: path.posix.join(folder, output.name) }));
    try {
      await this.#put(files);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      findings.push(...error.diagnostics.map((each) => ({ ...each, at: each.at ?? at })));
      return [];
    }
    return files.map(({ file, format, lang, bytes }) => {
      return { file, format, lang, size: bytes.byteLength, sha256: hashOf(bytes) };
    });
  }

  async #write(files: Parameters<Put>[0]): Promise<void> {
    const staging = new Staging({ sweeps: false });
    const whole = files.map(({ file, bytes }) => ({ file: path.join(this.#folder, file), bytes }));
    for (const folder of new Set(whole.map(({ file }) => path.dirname(file)))) {
      // Once: it may come to have a hundred thousand files.
      if (!this.#swept.has(folder)) await sweepFolder(folder);
      this.#swept.add(folder);
    }
    await staging.add(whole);
    await staging.commit();
  }

  /** Whether all that it was made from, and all that came of it, is as it was. */
  async #isCurrent({ files, sources, inputs }: MadeBefore): Promise<boolean> {
    if ((await this.#hashes.of(sources)) !== inputs) return false;
    for (const { file, sha256 } of files)
      if ((await hashOfFile(path.join(this.#folder, file))) !== sha256) return false;
    return true;
  }

  close(): void {
    this.#engine.close();
  }
}
