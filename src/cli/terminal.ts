/** Where a command reads its surroundings from and what it writes to: the process, or a test. */
import { type AskedRoom, roomFor, type ThreadRoom, warningOf } from '../thread-room.ts';

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Terminal {
  /** Data only: what another program may read. */
  readonly stdout: Stream;
  /** Messages for people. */
  readonly stderr: Stream;
  /** The working folder, which is the project's root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls the listener once when the person asks to stop; without it, or the second time, the process just ends. */
  onInterrupt?(listener: () => void): void;
  /** Asks the person at the terminal; null where they go away instead. Missing where nobody is there. */
  ask?(question: string): Promise<string | null>;
}

/** https://no-color.org: NO_COLOR wins over all; FORCE_COLOR over what the stream is. */
export function usesColor({ env }: Terminal, stream: Stream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

export function widthOf(stream: Stream): number {
  return Math.min(stream.columns ?? 100, 160);
}

/** One line that tells what is being done and goes away again; nothing where nobody watches. */
export function showProgress({ stderr, env }: Terminal, text: string): void {
  if (stderr.isTTY === true && env.TERM !== 'dumb') stderr.write(`\r\u001B[2K${text}`);
}

/** The room that a command has for threads; tells where that which was asked for is too small. */
export function tellRoom(
  asked: AskedRoom & { readonly quiet?: boolean },
  { stderr }: Pick<Terminal, 'stderr'>,
): ThreadRoom {
  const room = roomFor(asked);
  const warning = warningOf(room);
  if (warning !== null && asked.quiet !== true) stderr.write(`${warning}\n`);
  return room;
}
