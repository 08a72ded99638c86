/** Threads that build files beside one another, each with an engine of its own. */
import type { BuildOptions, BuildResult, EngineOptions } from './engine.ts';
import { type BuildShare, type BuiltPart, joined, wholeShare } from './parts.ts';
import { canThread, ThreadLost, type ThreadOptions, Threads, TooSlow } from './threads.ts';

/** What a thread is told when it begins: all that can be handed to another thread, which functions cannot. */
export interface ThreadData extends Pick<EngineOptions, 'root' | 'env' | 'instead'> {
  readonly options: Omit<BuildOptions, 'beside'>;
  /** The folder whose files an edition may be linked to; null for all that there might be. */
  readonly out: string | null;
}
export interface Task {
  readonly file: string;
  /** Of this file alone. */
  readonly options?: Omit<BuildOptions, 'beside'>;
  readonly share: BuildShare;
}

/** As the build lays it out. */
const code = new URL('./worker.js', import.meta.url);

export function canPool(): boolean {
  return canThread(code);
}

export class Pool {
  readonly #threads: Threads<Task, BuiltPart>;

  constructor(threads: number, { env, ...data }: ThreadData, limits: Pick<ThreadOptions, 'memory' | 'patience'> = {}) {
    const { SOURCE_DATE_EPOCH } = env ?? process.env;
    const workerData: ThreadData = { ...data, env: { SOURCE_DATE_EPOCH } };
    this.#threads = new Threads({ code, threads, workerData, ...limits });
  }

  /** What the engine makes of a file, by the next thread that is free. Throws where it takes too long, or two threads ended before they answered. */
  async build(task: Omit<Task, 'share'>): Promise<BuildResult> {
    return joined([await this.part({ ...task, share: wholeShare })]);
  }

  /** A share of it. */
  async part(task: Task): Promise<BuiltPart> {
    try {
      return await this.#threads.run(task);
    } catch (error) {
      if (error instanceof TooSlow) throw new Error(`the work on ${task.file} was ended: ${error.message}`);
      if (!(error instanceof ThreadLost)) throw error;
      throw new Error(`the thread that built ${task.file} broke off: ${error.message}`);
    }
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}
