/** Threads that build files beside one another, each with an engine of its own. */
import type { BuildOptions, BuildResult, EngineOptions } from './engine.ts';
import { canThread, ThreadLost, Threads } from './threads.ts';

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
}

/** As the build lays it out. */
const code = new URL('./worker.js', import.meta.url);

export function canPool(): boolean {
  return canThread(code);
}

export class Pool {
  readonly #threads: Threads<Task, BuildResult>;

  constructor(threads: number, { env, ...data }: ThreadData, memory?: number) {
    const { SOURCE_DATE_EPOCH } = env ?? process.env;
    const workerData: ThreadData = { ...data, env: { SOURCE_DATE_EPOCH } };
    this.#threads = new Threads({ code, threads, workerData, memory });
  }

  /** What the engine makes of a file, by the next thread that is free. Throws where two threads ended before they answered. */
  async build(task: Task): Promise<BuildResult> {
    try {
      return await this.#threads.run(task);
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      throw new Error(`the thread that built ${task.file} broke off: ${error.message}`);
    }
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}
