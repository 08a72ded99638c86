/** How many threads there is room for: as many as there are cores, in the memory that a container gives. */
import { availableParallelism, totalmem } from 'node:os';

export interface ThreadRoom {
  /** Threads that work at a time. */
  readonly jobs: number;
  /** Megabytes of the heap of each. */
  readonly memory: number;
  /** Whether they may need more than there is: then the system ends the process, without a word. */
  readonly isTooSmall: boolean;
}

/** What was asked for; the rest is chosen. */
export type AskedRoom = Partial<Readonly<Record<'jobs' | 'memory', number | undefined>>>;

/** What there is: cores, and megabytes; null where nothing but the machine bounds them. */
export interface Machine {
  readonly cores: number;
  readonly limit: number | null;
}

/** Megabytes: of a heap that is large enough for most documents, and of the least. */
const usual = 1024;
const small = 384;
const least = 128;
/** Of the process beside its threads, and of a thread beside its heap: code, fonts, pictures. */
const own = 256;
const beside = 128;

export function roomFor({ jobs, memory }: AskedRoom = {}, { cores, limit }: Machine = machine()): ThreadRoom {
  if (limit === null) return { jobs: jobs ?? cores, memory: memory ?? usual, isTooSmall: false };
  const shared = limit - own;
  const count = jobs ?? Math.max(1, Math.min(cores, Math.floor(shared / ((memory ?? small) + beside))));
  const heap = memory ?? Math.min(usual, Math.max(least, Math.floor(shared / count) - beside));
  return { jobs: count, memory: heap, isTooSmall: count * (heap + beside) > shared };
}

/** A process of a container sees the memory of the whole machine; what it may take is said apart (`memory.max` of its control group). */
function machine(): Machine {
  const bytes = process.constrainedMemory?.() ?? 0;
  const limit = bytes > 0 && bytes < totalmem() ? Math.floor(bytes / 2 ** 20) : null;
  return { cores: availableParallelism(), limit };
}

/** What is told of room that is too small; null where it is not. */
export function warningOf({ jobs, memory, isTooSmall }: ThreadRoom): string | null {
  if (!isTooSmall) return null;
  const threads = jobs === 1 ? 'One thread' : `${jobs} threads`;
  return `${threads} of ${memory} MB may need more memory than this container gives, which would end Etrati. Give it more, or use a smaller --jobs or --memory.`;
}
