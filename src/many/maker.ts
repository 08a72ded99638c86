/** Makes the documents of records, one after the other, with one warm engine: in a thread, or in a worker of a queue. */
import path from 'node:path';
import { createEngine } from '../compile.ts';
import { type Diagnostic, Refused } from '../diagnostics.ts';
import type { Engine, Output } from '../engine.ts';
import { Sieve } from '../work/allow.ts';
import { hashOf, SourceHashes } from './hashes.ts';
import type { MadeBefore, MadeRecord, OrderSettings, RecordFile } from './made.ts';
import { Placing } from './placing.ts';
import type { RecordOrder } from './record.ts';
import { type Destination, KeptFiles, openStore, type Store } from './store.ts';

export interface MakerOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: OrderSettings;
  /** Whether records are checked and nothing is written. */
  readonly checkOnly: boolean;
  readonly destination: Destination;
}

export interface MakeTask {
  readonly order: RecordOrder;
  /** What was reported of it before, for one that asks for the same. */
  readonly before?: MadeBefore | undefined;
  /** Of this record; else those of the maker. */
  readonly settings?: OrderSettings | undefined;
}

/** Of a document whose files are written while it is made. */
const mostBuilds = 3;

export class Maker {
  readonly #options: MakerOptions;
  readonly #engine: Engine;
  readonly #hashes: SourceHashes;
  readonly #placing: Placing;
  readonly #store: Store;
  /** Those of the document before: most of them are those of the next one as well. */
  #sources: readonly string[] = [];

  constructor(options: MakerOptions) {
    const { root, destination } = options;
    this.#options = options;
    // Workers and services run for weeks, and a list of a million rows for hours, while people edit themes and templates.
    this.#engine = createEngine({ root, looksAgain: true });
    this.#hashes = new SourceHashes(root);
    this.#placing = new Placing(root);
    this.#store = openStore(destination);
  }

  /** What a person got wrong comes back as findings; a throw is a bug of ours. */
  async make({ order, before, settings = this.#options.settings }: MakeTask): Promise<MadeRecord> {
    const begun = performance.now();
    if (before !== undefined && (await this.#isCurrent(before)))
      return { ...before, time: performance.now() - begun, isUnchanged: true };
    const { outputs, diagnostics, sources, inputs } = await this.#buildSteadily(order, settings);
    const sieve = new Sieve({ ...settings, formats: order.formats ?? settings.formats });
    const { found, allowed } = sieve.sift(order.file, [...(order.warnings ?? []), ...diagnostics]);
    const findings: Diagnostic[] = [...(await this.#placing.place(found, order))];
    const isGood = found.every(({ severity }) => severity !== 'error' && !settings.strict);
    const files = isGood ? await this.#deliver(order, outputs, findings) : [];
    const time = performance.now() - begun;
    const contents = this.#store instanceof KeptFiles ? { contents: this.#store.take() } : {};
    return { files, diagnostics: findings, allowed: allowed.length, sources, inputs, time, ...contents };
  }

  /** Builds again where a file was written meanwhile: what was read of it is perhaps half of it, and its hash would be that of the other. */
  async #buildSteadily(order: RecordOrder, settings: OrderSettings) {
    for (let count = 1; ; count += 1) {
      const before = this.#hashes.stampsOf(this.#sources);
      const built = await this.#build(order, settings);
      this.#sources = built.sources;
      const after = this.#hashes.stampsOf(built.sources);
      const isSteady = built.sources.every((source) => [undefined, after.get(source)].includes(before.get(source)));
      if (isSteady) return { ...built, inputs: await this.#hashes.of(built.sources, after) };
      // Of files that change while they are read nobody can tell what was made of them: a resumed batch makes it again.
      if (count === mostBuilds) return { ...built, inputs: '' };
    }
  }

  async #build({ name, file, changes, ...own }: RecordOrder, settings: OrderSettings) {
    const { checkOnly } = this.#options;
    const folder = path.posix.dirname(name);
    const options = {
      ...settings,
      changes,
      name: path.posix.basename(name),
      formats: own.formats ?? settings.formats,
      languages: own.languages ?? settings.languages,
      theme: own.theme ?? settings.theme,
      template: own.template ?? settings.template,
      namedAt: {
        ...(own.theme === undefined && { theme: settings.namedAt.theme }),
        ...(own.template === undefined && { template: settings.namedAt.template }),
      },
      beside: (beside: string) => this.#store.has(path.posix.join(folder, beside)),
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
      await this.#store.put(files);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      findings.push(...error.diagnostics.map((each) => ({ ...each, at: each.at ?? at })));
      return [];
    }
    return files.map(({ file, format, lang, bytes }) => {
      return { file, format, lang, size: bytes.byteLength, sha256: hashOf(bytes) };
    });
  }

  /** Whether all that it was made from, and all that came of it, is as it was. */
  async #isCurrent({ files, sources, inputs }: MadeBefore): Promise<boolean> {
    if ((await this.#hashes.of(sources)) !== inputs) return false;
    for (const { file, sha256 } of files) if ((await this.#store.hashOf(file)) !== sha256) return false;
    return true;
  }

  close(): void {
    this.#engine.close();
  }
}
