import { findPattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';

export const spaceBeforeMark: Rule = {
  code: 'space-before-mark',
  severity: 'warning',
  says: 'A comma, a full stop or another mark stands after a space.',
  mend: 'Remove the space before the mark.',
  check({ document }) {
    return findPattern(document, /(?<=[\p{L}\p{N})”“])[ \u00a0]+[,.;:!?](?=[\s”“)](?! ?\d)|$)/gu, (found) => ({
      message: `A space before “${found.trim()}”`,
      hint: 'Remove the space.',
    }));
  },
};
