/**
 * Threads that work beside one another, each with all that it keeps warm; what a task becomes is the same by whichever thread. One that
 * ends with a task in hand is replaced, and the task tried once more by another: memory may have been short for a moment. One that takes
 * too long is ended and replaced, and its task is not tried again: it would take as long once more, from all that wait.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** What threads answer: what came of a task, or that it threw, which is a bug of ours; and what they hold. */
export type ThreadAnswer<A> = ({ readonly result: A } | { readonly bug: string }) & {
  /** Bytes of the thread's heap, and of what it holds outside of that. */
  readonly held: number;
};

export interface ThreadOptions {
  /** The code of a thread. */
  readonly code: URL;
  readonly threads: number;
  readonly workerData: unknown;
  /** Megabytes of the heap of each: a thread that needs more ends. */
  readonly memory?: number | undefined;
  /** Milliseconds that a task may take: a thread that takes longer is ended. The first task of a thread has `warming` more. */
  readonly patience?: number | undefined;
}

/** A task that took longer than it may. */
export class TooSlow extends Error {
  constructor(patience: number) {
    super(`it took longer than ${patience / 1000} second${patience === 1000 ? '' : 's'}`);
    this.name = 'TooSlow';
  }
}

/** A task whose threads ended with it in hand. */
export class ThreadLost extends Error {
  /** Whether they needed more memory than they may have; else what is wrong is not the task, or nobody knows. */
  readonly isMemory: boolean;

  constructor({ reason, isMemory }: Loss) {
    super(reason);
    this.name = 'ThreadLost';
    this.isMemory = isMemory;
  }
}

/** Why a thread ended. */
interface Loss {
  readonly reason: string;
  readonly isMemory: boolean;
}

interface Waiting<T, A> {
  readonly task: T;
  tries: number;
  timer?: NodeJS.Timeout | undefined;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: Error) => void;
}

/** Whether there can be threads: Node.js 20 starts none in a process that began from a snapshot, and sources as they are have none. */
export function canThread(code: URL): boolean {
  return !process.execArgv.includes('--snapshot-blob') && existsSync(fileURLToPath(code));
}

/** What the thread that asks holds. */
export function heldHere(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** How often a task is given to a thread. */
const tries = 2;
/** Megabytes. */
const usualMemory = 1024;
/** Milliseconds that a thread takes to get warm, on a machine with much else to do: with less than that, each new thread would be ended in its turn. */
export const warming = 20_000;
/** Seconds that a document of many may take, where nobody waits for it: a hundred times what a long one takes. */
export const usualTimeout = 300;
/** Of the memory that a thread may have: one that holds more after a task is replaced before its next. */
const grown = 0.6;
/** In so many parts the time of a task is counted: a process that stood still meanwhile, as in a container that is paused, loses one. */
const parts = 10;
/** Milliseconds: what is longer, a timer takes for none. */
const longestTimer = 2 ** 31 - 1;

export class Threads<T, A> {
  readonly #options: ThreadOptions;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  /** Those that have done a task. */
  readonly #warm = new WeakSet<Worker>();
  readonly #current = new Map<Worker, Waiting<T, A>>();
  #queue: Waiting<T, A>[] = [];
  #isClosed = false;
  #isSound = true;

  constructor(options: ThreadOptions) {
    this.#options = options;
    for (let count = 0; count < options.threads; count += 1) this.#start();
  }

  #start(): void {
    const { code, workerData, memory = usualMemory } = this.#options;
    const worker = new Worker(code, { workerData, resourceLimits: { maxOldGenerationSizeMb: memory } });
    let loss: Loss = { reason: 'it ended by itself', isMemory: false };
    worker.on('message', (answer: ThreadAnswer<A>) => this.#done(worker, answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      loss = { reason: isMemory ? `it needed more than ${memory} MB of memory` : error.message, isMemory };
    });
    worker.on('exit', () => this.#lose(worker, loss));
    this.#all.add(worker);
    this.#idle.push(worker);
  }

  /** Whether threads begin: not, where the last ones ended before they had done anything, as on a machine that starts no more of them. */
  get isSound(): boolean {
    return this.#isSound;
  }

  /** What a thread makes of a task. Throws `ThreadLost` where two threads ended with it in hand, and what the task threw. */
  run(task: T): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, tries: 0, resolve, reject });
      // One that ended while it had nothing to do.
      if (this.#all.size < this.#options.threads) this.#start();
      this.#next();
    });
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const worker = this.#idle.pop();
      const first = worker === undefined ? undefined : this.#queue.shift();
      if (worker === undefined || first === undefined) return;
      first.tries += 1;
      this.#current.set(worker, first);
      const { patience } = this.#options;
      if (patience !== undefined)
        count(first, patience + (this.#warm.has(worker) ? 0 : warming), () => this.#stop(worker, patience));
      worker.postMessage(first.task);
    }
  }

  #stop(worker: Worker, patience: number): void {
    const waiting = this.#take(worker);
    this.#all.delete(worker);
    void worker.terminate();
    if (!this.#isClosed) this.#start();
    waiting?.reject(new TooSlow(patience));
    this.#next();
  }

  /** The task that a thread has in hand, from which it is free. */
  #take(worker: Worker): Waiting<T, A> | undefined {
    const waiting = this.#current.get(worker);
    this.#current.delete(worker);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  #done(worker: Worker, answer: ThreadAnswer<A>): void {
    // One that was stopped may have answered in the same moment.
    if (!this.#all.has(worker)) return;
    const waiting = this.#take(worker);
    this.#warm.add(worker);
    this.#isSound = true;
    const { memory = usualMemory } = this.#options;
    if (answer.held > grown * memory * 2 ** 20) {
      this.#all.delete(worker);
      void worker.terminate();
      if (!this.#isClosed) this.#start();
    } else this.#idle.push(worker);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(answer.bug));
    this.#next();
  }

  #lose(worker: Worker, loss: Loss): void {
    const waiting = this.#take(worker);
    if (!this.#all.delete(worker)) return;
    const idle = this.#idle.indexOf(worker);
    if (idle >= 0) this.#idle.splice(idle, 1);
    if (this.#isClosed) return;
    if (!this.#warm.has(worker) && !loss.isMemory) this.#isSound = false;
    // A thread that cannot even begin would be replaced for ever.
    if (waiting !== undefined || this.#queue.length > 0) this.#start();
    if (waiting !== undefined) {
      if (waiting.tries < tries) this.#queue.unshift(waiting);
      else waiting.reject(new ThreadLost(loss));
    }
    this.#next();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { timer } of this.#current.values()) clearTimeout(timer);
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }
}

/** Calls `late` after the milliseconds, unless the timer is cleared before. */
function count(waiting: { timer?: NodeJS.Timeout | undefined }, time: number, late: () => void): void {
  const next = (left: number) => {
    waiting.timer = setTimeout(left === 1 ? late : () => next(left - 1), Math.min(time / parts, longestTimer));
  };
  next(parts);
}
