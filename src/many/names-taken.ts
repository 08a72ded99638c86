/** Names that records of a manifest have taken: each may be had once. */
import { type Diagnostic, failure, type Place } from '../diagnostics.ts';
import { nameKey } from './names.ts';
import type { RecordOrder } from './record.ts';

export class TakenNames {
  readonly #names = new Map<string, Place>();

  /** Takes the name of an order. Where another has it, says so. */
  take({ name, at }: RecordOrder): Diagnostic | null {
    const key = nameKey(name);
    const before = this.#names.get(key);
    this.#names.set(key, before ?? at);
    if (before === undefined) return null;
    return failure('same-output', at, `Another record has the name "${name}" as well.`, {
      hints: ['Give each record its own "name", or a pattern that differs, such as --name "brochure-{number}".'],
      related: [{ at: before, message: 'The first record with this name is here.' }],
    });
  }
}
