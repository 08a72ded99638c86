/** What makes orders: threads where there are any, else this one. */
import { roomFor } from '../thread-room.ts';
import { canThread, Threads } from '../threads.ts';
import type { MadeRecord } from './made.ts';
import { Maker, type MakerOptions, type MakeTask } from './maker.ts';

export interface MakingOptions extends MakerOptions {
  /** How many are made at a time; else as many as there is room for. */
  readonly jobs?: number | undefined;
  /** Megabytes of the heap of each thread. */
  readonly memory?: number | undefined;
  /** Milliseconds that an order may take. */
  readonly patience?: number | undefined;
}

/** Makes an order; `close` ends what does. */
export interface OrderMaking {
  /** Throws `ThreadLost` where two threads ended with it in hand, `TooSlow` where it took too long, and for a bug of ours. */
  make(task: MakeTask): Promise<MadeRecord>;
  /** Whether what makes it begins at all. */
  isSound(): boolean;
  close(): Promise<void>;
}

/** As the build lays it out. */
const code = new URL('./many.js', import.meta.url);

export function openMaking(options: MakingOptions): OrderMaking {
  const { patience, root, settings, checkOnly, destination } = options;
  const own: MakerOptions = { root, settings, checkOnly, destination };
  if (!canThread(code)) {
    const maker = new Maker(own);
    // One after the other: what a maker keeps for a record is of that record alone.
    let last: Promise<unknown> = Promise.resolve();
    const make = (task: MakeTask) => {
      const made = last.then(() => maker.make(task));
      last = made.catch(() => undefined);
      return made;
    };
    return { make, isSound: () => true, close: async () => maker.close() };
  }
  const { jobs, memory } = roomFor(options);
  const threads = new Threads<MakeTask, MadeRecord>({ code, threads: jobs, workerData: own, memory, patience });
  return { make: (task) => threads.run(task), isSound: () => threads.isSound, close: () => threads.close() };
}
