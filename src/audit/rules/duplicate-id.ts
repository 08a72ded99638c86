import type { Place } from '../../diagnostics.ts';
import type { DocumentRule } from '../rule.ts';
import { idsOf } from '../sections.ts';

/** Places that a finding names beside the first two. */
const mostPlaces = 3;

/** Links lead to sections, tables, figures and charts by their ids, so that each has one of its own. */
export const duplicateId: DocumentRule = {
  code: 'duplicate-id',
  title: 'One id for two parts',
  why: 'A link to the id leads to the first of them, whichever is meant.',
  applies: 'Sections, tables, figures and charts with an id.',
  severity: 'error',
  says: 'Two parts of the document have the same id.',
  mend: 'Rename one of them.',
  *check({ document }) {
    const placed = new Map<string, Place[]>();
    for (const { value, from } of idsOf(document)) {
      const places = placed.get(value);
      if (places === undefined) placed.set(value, [from]);
      else places.push(from);
    }
    for (const [value, [first, second, ...rest]] of placed) {
      if (first === undefined || second === undefined) continue;
      const count = rest.length === 0 ? 'twice' : `${rest.length + 2} times`;
      yield {
        at: second,
        message: `The id "${value}" is used ${count} in the document.`,
        hints: [rest.length === 0 ? 'Rename one of them.' : 'Rename all of them but one.'],
        // More places than these help nobody, and a file may have thousands.
        related: [first, ...rest.slice(0, mostPlaces)].map((at, index) => ({
          at,
          message: index === 0 ? 'The first one is here.' : 'Another one is here.',
        })),
      };
    }
  },
};
