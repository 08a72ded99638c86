/**
 * Threads that build files beside one another. Each has an engine of its own and takes the next file when it has done one; what a
 * file becomes is the same by whichever thread, so only the time depends on their number.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuildResult } from '../engine.ts';
import type { Format } from '../write/targets.ts';
import type { Settings } from './settings.ts';

/** What a thread is told when it begins. */
export interface ThreadData {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All that can be handed to another thread, which functions cannot. */
  readonly settings: Omit<Settings, 'beside'>;
}
export interface Task {
  readonly file: string;
  /** Undefined for all that are asked for. */
  readonly formats: readonly Format[] | undefined;
}
export type Answer = { readonly result: BuildResult } | { readonly bug: string };

interface Waiting extends Task {
  readonly resolve: (result: BuildResult) => void;
  readonly reject: (error: Error) => void;
}

/** As the build lays it out; sources that run as they are, in tests, have none. */
const code = new URL('./worker.js', import.meta.url);

/** Whether there can be threads: Node.js 20 starts none in a process that began from a snapshot. */
export function canThread(): boolean {
  return !process.execArgv.includes('--snapshot-blob') && existsSync(fileURLToPath(code));
}

export class Pool {
  readonly #idle: Worker[] = [];
  readonly #all: readonly Worker[];
  readonly #current = new Map<Worker, Waiting>();
  #queue: readonly Waiting[] = [];
  #broken: Error | null = null;

  constructor(threads: number, { root, env, settings }: ThreadData) {
    const { SOURCE_DATE_EPOCH } = env;
    const workerData: ThreadData = { root, env: { SOURCE_DATE_EPOCH }, settings };
    this.#all = Array.from({ length: threads }, () => this.#start(workerData));
    this.#idle.push(...this.#all);
  }

  #start(workerData: ThreadData): Worker {
    const worker = new Worker(code, { workerData });
    worker.on('message', (answer: Answer) => this.#done(worker, answer));
    worker.on('error', (error) => this.#break(worker, error.message));
    worker.on('exit', () => this.#break(worker, 'it ended by itself'));
    return worker;
  }

  /** What the engine makes of a file, by the next thread that is free. Throws if the thread ends before it answers. */
  build(file: string, formats?: readonly Format[]): Promise<BuildResult> {
    return new Promise((resolve, reject) => {
      this.#queue = [...this.#queue, { file, formats, resolve, reject }];
      this.#next();
    });
  }

  #next(): void {
    for (;;) {
      const [first, ...rest] = this.#queue;
      if (first === undefined) return;
      const worker = this.#broken === null ? this.#idle.pop() : undefined;
      if (this.#broken !== null) first.reject(this.#broken);
      else if (worker === undefined) return;
      else {
        this.#current.set(worker, first);
        worker.postMessage({ file: first.file, formats: first.formats } satisfies Task);
      }
      this.#queue = rest;
    }
  }

  #done(worker: Worker, answer: Answer): void {
    const task = this.#current.get(worker);
    this.#current.delete(worker);
    this.#idle.push(worker);
    if ('result' in answer) task?.resolve(answer.result);
    else task?.reject(new Error(answer.bug));
    this.#next();
  }

  /** A thread that ends with a file in hand has met what would end another one, too: no memory, or a bug. */
  #break(worker: Worker, reason: string): void {
    const task = this.#current.get(worker);
    this.#current.delete(worker);
    if (task === undefined) return;
    this.#broken = new Error(`the thread that built ${task.file} broke off: ${reason}`);
    task.reject(this.#broken);
    this.#next();
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }
}
