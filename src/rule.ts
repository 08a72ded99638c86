/**
 * What a rule is, whatever it judges: data, the tree of a document, a finished file. One object in one file named for its
 * code, in the folder `rules/` of its room; the room's `rules.ts` lists them all, and a test writes that list.
 */
import type { Severity } from './codes.ts';
import type { Diagnostic, FixValue, Place } from './diagnostics.ts';

export interface Finding<Where> {
  readonly at: Where;
  readonly message: string;
  readonly hints: readonly string[];
  readonly related?: Diagnostic['related'];
  /** What to write there instead, where that is certain. */
  readonly meant?: FixValue;
}

/** What is published of a rule beside its meaning, as the rules of ACT (W3C) have it; its examples are its tests. */
export interface RulePage {
  /** What is wrong, in few words. */
  readonly title: string;
  /** Why it matters, and to whom. */
  readonly why: string;
  /** What it looks at. */
  readonly applies: string;
}

export interface Rule<Subject, Where> {
  /** The code of its findings. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong where it finds something, in one sentence. */
  readonly says: string;
  /** What to do about it, in one sentence. */
  readonly mend: string;
  /** The clause of a standard, or the paper, that asks for it. */
  readonly clause?: string;
  check(subject: Subject): Iterable<Finding<Where>>;
}

/** What the rules find, in their order. `settle` makes places that people can look up of those that a rule knows. */
export function* judge<Subject, Where>(
  rules: readonly Rule<Subject, Where>[],
  subject: Subject,
  settle: (found: Iterable<Finding<Where>>) => Iterable<Finding<Place | null>>,
): Generator<Diagnostic> {
  for (const { code, severity, clause, check } of rules) {
    for (const { at, message, hints, related = [], meant } of settle(check(subject))) {
      const found = { severity, code, at, message, hints, related, ...(clause === undefined ? {} : { clause }) };
      yield meant === undefined || at?.path === undefined ? found : { ...found, fix: { path: at.path, value: meant } };
    }
  }
}
