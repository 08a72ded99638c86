import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

export const spaceBeforeMark: DocumentRule = {
  code: 'space-before-mark',
  title: 'Space before a mark',
  why: 'A line may begin with the mark, and speech pauses at the wrong place.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'There is a space before a comma, a full stop or another mark.',
  mend: 'Remove the space before the mark.',
  check({ document }) {
    return findPattern(
      document,
      /(?<=[\p{L}\p{N})”“])[ \u00a0]+[,.;:!?](?=[\s”“)](?! ?\d)|$)/gu,
      (found) => ({ message: `A space before “${found.trim()}”`, hint: 'Remove the space.' }),
      ({ value }) => /[ \u00a0][,.;:!?]/.test(value),
    );
  },
};
