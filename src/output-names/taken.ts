/** Names that records have taken, of a list or of a program: a file may be written once. */
import { type Diagnostic, failure, type Place } from '../diagnostics.ts';
import type { EditionKind } from '../write/targets.ts';
import { nameKey } from './names.ts';

interface Taken {
  readonly name: string;
  readonly at: Place;
  /** Null for all that the document has. */
  readonly languages: readonly string[] | null;
}

/** What a list is advised of. */
export const patternHint =
  'Give each record its own "name", or a pattern that differs, such as --name "brochure-{number}".';

/** What files are called. */
interface Naming {
  /** With `/`, before the edition, the language and the format. */
  readonly name: string;
  readonly at: Place;
  /** Undefined for all that the document has. */
  readonly languages?: readonly string[] | undefined;
  /** Undefined for those of all. */
  readonly editions?: readonly EditionKind[] | undefined;
}

export class TakenNames {
  readonly #taken = new Map<string, readonly Taken[]>();
  readonly #editions: readonly EditionKind[];
  readonly #hint: string;

  /**
   * @param editions those that each record is made in if it names none
   * @param hint what to do where two have one name
   */
  constructor({ editions = ['standard'] }: { readonly editions?: readonly EditionKind[] | undefined }, hint: string) {
    this.#editions = editions;
    this.#hint = hint;
  }

  /** Takes the names of the files of a record. Where another writes one of them, says so. */
  take({ name, at, editions = this.#editions, ...own }: Naming): Diagnostic | null {
    const languages = own.languages ?? null;
    let before: Taken | undefined;
    for (const kind of editions) {
      // All but the standard one have an ending of their own.
      const ending = kind === 'standard' ? '' : `.${kind}`;
      const key = nameKey(`${name}${ending}`);
      const others = this.#taken.get(key) ?? [];
      before ??= others.find((other) => meet(other.languages, languages));
      this.#taken.set(key, [...others, { name, at, languages }]);
    }
    if (before === undefined) return null;
    return failure('same-output', at, messageOf(before.name, name), {
      hints: [this.#hint],
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
