/** How the files of a build are shared out: by one engine here, or by threads where they repay their start. */
import { availableParallelism } from 'node:os';
import type { BuildResult } from '../engine.ts';
import { canPool, Pool } from '../pool.ts';
import type { Work } from './batch.ts';
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
  /** Builds a file in this thread. */
  readonly here: (file: string) => Promise<BuildResult>;
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
    const { files, here, jobs } = this.#options;
    if (this.#pool !== null) return this.#fromThreads(file);
    const begun = performance.now();
    const result = await here(file);
    const left = files.length - files.indexOf(file) - 1;
    if (jobs === undefined && (performance.now() - begun) * left > startOfThreads)
      this.#open(availableParallelism(), files.length - left);
    return result;
  };

  #open(most: number, from = 0): void {
    const left = this.#options.files.length - from;
    if (most < 2 || left < 2 || !canPool()) return;
    this.#next = from;
    const { root, env, settings } = this.#options;
    this.#pool = new Pool(Math.min(most, left), { root, env, options: settings, out: settings.out });
  }

  #fromThreads(file: string): Promise<BuildResult> {
    const { files } = this.#options;
    const end = Math.min(files.length, files.indexOf(file) + 1 + ahead * availableParallelism());
    for (; this.#next < end; this.#next += 1) this.#start(files[this.#next] ?? file);
    const built = this.#started.get(file) ?? this.#start(file);
    this.#started.delete(file);
    return built;
  }

  #start(file: string): Promise<BuildResult> {
    const built = this.#pool?.build({ file }) ?? this.#options.here(file);
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
