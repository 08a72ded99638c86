/** What a command asks for of all its records: its options, the project's config, and the moment that files name as theirs. */
import path from 'node:path';
import { configFile } from '../config.ts';
import { type Diagnostic, Refused, Report } from '../diagnostics.ts';
import { stampOf } from '../shelf.ts';
import { type BuildFlags, settle } from '../work/settings.ts';
import { buildDate } from '../world.ts';
import type { OrderSettings } from './made.ts';

export interface Asking {
  /** The project's folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Throws `Refused` for options, a config or a `SOURCE_DATE_EPOCH` that cannot be followed. */
export async function settleOrders(flags: BuildFlags, { cwd, env }: Asking): Promise<OrderSettings> {
  const found = new Report();
  const { beside: _, ...settings } = await settle(flags, cwd, found);
  if (found.failed) throw new Refused(found.diagnostics);
  const { SOURCE_DATE_EPOCH: sourceDate = '' } = env;
  // Asked here once, not by each record.
  buildDate({ SOURCE_DATE_EPOCH: sourceDate }, '2000-01-01');
  return { ...settings, sourceDate };
}

/** What is asked for by a command that runs for weeks: the config is read again when it was written since. */
export class AskedNow {
  readonly #flags: BuildFlags;
  readonly #asking: Asking;
  readonly #refuse: (findings: readonly Diagnostic[]) => void;
  #stamp: string;
  #settled: Promise<OrderSettings>;

  /** @param refuse gets what is wrong with a config that cannot be followed: then the one before goes on, until it is written again */
  constructor(
    flags: BuildFlags,
    asking: Asking,
    first: OrderSettings,
    refuse: (findings: readonly Diagnostic[]) => void,
  ) {
    this.#flags = flags;
    this.#asking = asking;
    this.#refuse = refuse;
    this.#stamp = this.#stampNow();
    this.#settled = Promise.resolve(first);
  }

  settings(): Promise<OrderSettings> {
    const stamp = this.#stampNow();
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      const before = this.#settled;
      this.#settled = settleOrders(this.#flags, this.#asking).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        this.#refuse(error.diagnostics);
        return before;
      });
    }
    return this.#settled;
  }

  #stampNow(): string {
    return stampOf(path.join(this.#asking.cwd, configFile));
  }
}
