/**
 * Findings in what many records share, such as their base or an option: each is told of the first record that has it, and of how many
 * it is true. What is held has a bound.
 */
import type { Diagnostic } from '../diagnostics.ts';
import type { Outcome } from './outcome.ts';

/** Findings that are known again. */
const most = 10_000;

type Asked = Pick<Outcome, 'at' | 'diagnostics' | 'key'>;

export class Repeats {
  readonly #counts = new Map<string, number>();

  /** Those that no record before it had. */
  fresh(outcome: Asked): readonly Diagnostic[] {
    return outcome.diagnostics.filter((found) => {
      const key = keyOf(found, outcome);
      const count = key === null ? undefined : this.#counts.get(key);
      if (key !== null && (count !== undefined || this.#counts.size < most)) this.#counts.set(key, (count ?? 0) + 1);
      return count === undefined;
    });
  }

  /** With the number of records that have it, where they are several. */
  counted(found: Diagnostic, outcome: Asked): Diagnostic {
    const count = this.#counts.get(keyOf(found, outcome) ?? '') ?? 1;
    if (count === 1) return found;
    const first = { at: outcome.at, message: `${count.toLocaleString('en')} records have it; this is the first.` };
    return { ...found, related: [...found.related.filter(({ at }) => !isAt(at, outcome)), first] };
  }
}

/** Null for what is in a record's own words: these are at its place or within it, and were not found in what it is made from. */
function keyOf({ code, at, message }: Diagnostic, outcome: Asked): string | null {
  const isOfRecord = at?.file === outcome.at.file;
  // Without a place of its own it has the record's, once work on the record was begun: an option that no document can follow.
  if (isOfRecord && (outcome.key === '' || !isAt(at, outcome))) return null;
  const where = at === null || isOfRecord ? '' : `${at.file} ${at.sheet ?? ''} ${at.line} ${at.column}`;
  return `${code} ${where} ${message}`;
}

/** Whether a place is the record as a whole, and no value in it. */
function isAt({ file, line, column, path }: Outcome['at'], { at }: Asked): boolean {
  return path === undefined && file === at.file && line === at.line && column === at.column;
}
