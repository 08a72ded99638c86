/**
 * How the files of a build are shared out, or the formats and languages of a long one: by one engine here, or by threads where they
 * repay their start.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { BuildResult } from '../engine.ts';
import { type BuildShare, type BuiltPart, joined, mostParts, wholeShare } from '../parts.ts';
import { canPool, Pool } from '../pool.ts';
import { roomFor } from '../thread-room.ts';
import { formats } from '../write/targets.ts';
import type { Work } from './batch.ts';
import { languagesIn } from './beginning.ts';
import { coresFor } from './long-file.ts';
import type { Settings } from './settings.ts';

/** Threads load the program, our theme and templates anew. Milliseconds of work that are left must be more than this. */
const startOfThreads = 4000;
/** Results that wait for those of files before them, for each thread: they are in memory. */
const ahead = 2;

export interface Jobs {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Omit<Settings, 'beside'>;
  readonly files: readonly string[];
  /** How many files are built at a time; undefined to choose by the cores and the work. */
  readonly jobs: number | undefined;
  /** Builds a share of a file in this thread. */
  readonly here: (file: string, share: BuildShare) => Promise<BuiltPart>;
}

/** Work that goes through the files in their order, and lets threads build those that come next meanwhile. */
export class SharedWork {
  readonly #options: Jobs;
  readonly #started = new Map<string, Promise<BuildResult>>();
  #pool: Pool | null = null;
  #next = 0;

  constructor(options: Jobs) {
    this.#options = options;
    const { jobs } = options;
    if (jobs !== undefined && jobs > 1) this.#open(jobs);
  }

  readonly work: Work = async (file) => {
    const { files, jobs } = this.#options;
    if (files.length === 1) return this.#inParts(file);
    if (this.#pool !== null) return this.#fromThreads(file);
    const begun = performance.now();
    const result = await this.#here(file);
    const left = files.length - files.indexOf(file) - 1;
    if (jobs === undefined && (performance.now() - begun) * left > startOfThreads)
      this.#open(roomFor().jobs, files.length - left);
    return result;
  };

  async #here(file: string): Promise<BuildResult> {
    return joined([await this.#options.here(file, wholeShare)]);
  }

  /** The formats and languages of one file beside one another: here those that take the longest. */
  async #inParts(file: string): Promise<BuildResult> {
    const { here, jobs, settings, root } = this.#options;
    const { formats: asked = formats, bilingual } = settings;
    const source = path.resolve(root, file);
    const size = statSync(source, { throwIfNoEntry: false })?.size ?? 0;
    const most = jobs ?? coresFor(size, asked.length > 1);
    if (most < 2 || !canPool()) return this.#here(file);
    const langs = settings.languages ?? languagesIn(source);
    const of = Math.min(most, mostParts({ formats: asked, langs, bilingual }));
    if (of < 2) return this.#here(file);
    const pool = this.#pooled(of - 1);
    // Threads first: they begin while this one works.
    const others = Array.from({ length: of - 1 }, (_, index) => pool.part({ file, share: { part: index + 1, of } }));
    return joined(await Promise.all([here(file, { part: 0, of }), ...others]));
  }

  #open(most: number, from = 0): void {
    const left = this.#options.files.length - from;
    if (most < 2 || left < 2 || !canPool()) return;
    this.#next = from;
    this.#pooled(Math.min(most, left));
  }

  #pooled(threads: number): Pool {
    const { root, env, settings } = this.#options;
    const pool = new Pool(threads, { root, env, options: settings, out: settings.out }, roomFor({ jobs: threads }));
    this.#pool = pool;
    return pool;
  }

  #fromThreads(file: string): Promise<BuildResult> {
    const { files } = this.#options;
    const end = Math.min(files.length, files.indexOf(file) + 1 + ahead * roomFor().jobs);
    for (; this.#next < end; this.#next += 1) this.#start(files[this.#next] ?? file);
    const built = this.#started.get(file) ?? this.#start(file);
    this.#started.delete(file);
    return built;
  }

  #start(file: string): Promise<BuildResult> {
    const built = this.#pool?.build({ file }) ?? this.#here(file);
    // Told when its turn comes.
    built.catch(() => undefined);
    this.#started.set(file, built);
    return built;
  }

  readonly close = async (): Promise<void> => {
    this.#started.clear();
    await this.#pool?.close();
  };
}
