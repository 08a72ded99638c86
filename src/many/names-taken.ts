/** Names that records of a manifest have taken: a file may be written once. */
import { type Diagnostic, failure, type Place } from '../diagnostics.ts';
import type { EditionKind } from '../write/targets.ts';
import { nameKey } from './names.ts';
import type { RecordOrder } from './record.ts';

interface Taken {
  readonly name: string;
  readonly at: Place;
  /** Null for all that the document has. */
  readonly languages: readonly string[] | null;
}

export class TakenNames {
  readonly #taken = new Map<string, readonly Taken[]>();
  readonly #endings: readonly string[];

  /** @param editions those that each record is made in: all but the standard one have an ending of their own */
  constructor({ editions = ['standard'] }: { readonly editions?: readonly EditionKind[] | undefined }) {
    this.#endings = editions.map((kind) => (kind === 'standard' ? '' : `.${kind}`));
  }

  /** Takes the names of the files of an order. Where another writes one of them, says so. */
  take({ name, at, ...own }: RecordOrder): Diagnostic | null {
    const languages = own.languages ?? null;
    let before: Taken | undefined;
    for (const ending of this.#endings) {
      const key = nameKey(`${name}${ending}`);
      const others = this.#taken.get(key) ?? [];
      before ??= others.find((other) => meet(other.languages, languages));
      this.#taken.set(key, [...others, { name, at, languages }]);
    }
    if (before === undefined) return null;
    return failure('same-output', at, messageOf(before.name, name), {
      hints: ['Give each record its own "name", or a pattern that differs, such as --name "brochure-{number}".'],
      related: [{ at: before.at, message: 'The first record with this name is here.' }],
    });
  }
}

function meet(one: Taken['languages'], other: Taken['languages']): boolean {
  return one === null || other === null || one.some((lang) => other.includes(lang));
}

function messageOf(before: string, name: string): string {
  if (before === name) return `Another record has the name "${name}" as well.`;
  return nameKey(before) === nameKey(name)
    ? `Another record has the name "${before}", which many systems take for "${name}".`
    : `Another record, "${before}", has an edition whose files are called as those of "${name}".`;
}
