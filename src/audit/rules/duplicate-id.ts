import type { Place } from '../../diagnostics.ts';
import type { Rule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** Links lead to a section by its id, so that each has its own. */
export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  *check(document) {
    const seen = new Map<string, Place>();
    for (const { section } of sectionsOf(document)) {
      const { value, from } = section.id;
      const before = seen.get(value);
      if (before === undefined) seen.set(value, from);
      else {
        const related = [{ at: before, message: 'The first one is here.' }];
        yield { at: from, message: `Two sections have the id "${value}".`, hints: ['Rename one of them.'], related };
      }
    }
  },
};
