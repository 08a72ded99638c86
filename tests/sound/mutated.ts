/** A fault put into its document. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathOf, valueAt } from '../../src/json/path.ts';
import { packageRoot } from '../../src/world.ts';
import type { Json, Mutation } from './mutations.ts';

export interface Mutated {
  /** The document with its one change. */
  readonly data: Json;
  /** The value as it was, and as it is now; undefined where it is taken away. */
  readonly before: Json;
  readonly after: Json;
}

/** The data file that a fault is put into. */
export function sourceOf({ file }: Pick<Mutation, 'file'>): string {
  return file.startsWith('data/') ? `${file}.json` : `tests/sound/${file}.json`;
}

const mend =
  'what is new goes to the end of its list, or the fault gets its new path in tests/sound (mutations.ts, forms.ts)';

function changed(value: Json, change: Mutation['change'], where: string): Json {
  try {
    return change(value);
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}, at ${where}`, { cause });
  }
}

/** Throws where the document no longer has the value, or already had it as it becomes: such a fault tries nothing. */
export function mutated({ file, at, change }: Mutation): Mutated {
  const source = sourceOf({ file });
  const data: Json = JSON.parse(readFileSync(path.join(packageRoot, source), 'utf8'));
  const steps = pathOf(`$.${at}`) ?? [];
  const holder = valueAt(data, steps.slice(0, -1));
  const last = steps.at(-1);
  const before = valueAt(data, steps) as Json;
  if (before === undefined || last === undefined || typeof holder !== 'object' || holder === null)
    throw new Error(`${source} no longer has $.${at}, of which a fault is made: ${mend}`);
  const after = changed(structuredClone(before), change, `$.${at} of ${source}: ${mend}`);
  if (JSON.stringify(after) === JSON.stringify(before))
    throw new Error(`$.${at} of ${source} already is as a fault would make it`);
  Reflect.set(holder, last, after);
  return { data, before, after };
}
