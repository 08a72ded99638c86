import type { Place } from '../../diagnostics.ts';
import type { Rule } from '../rule.ts';
import { idsOf } from '../sections.ts';

/** Links lead to sections, tables, figures and charts by their ids, so that each has one of its own. */
export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  *check(document) {
    const seen = new Map<string, Place>();
    for (const { value, from } of idsOf(document)) {
      const before = seen.get(value);
      if (before === undefined) seen.set(value, from);
      else {
        const related = [{ at: before, message: 'The first one is here.' }];
        yield {
          at: from,
          message: `The id "${value}" is used twice in the document.`,
          hints: ['Rename one of them.'],
          related,
        };
      }
    }
  },
};
