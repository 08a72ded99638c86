/** What a command asks for of all its records: its options, the project's config, and the moment that files name as theirs. */
import { Refused, Report } from '../diagnostics.ts';
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
