import type { PressRule } from '../rule.ts';

const mend = 'Make the PDF again, or save it with a program that repairs it.';

/** What one program mends another may refuse, or mend in another way. */
export const repaired: PressRule = {
  code: 'repaired',
  severity: 'warning',
  says: 'The file is damaged, and had to be repaired before it could be read.',
  mend,
  *check({ file }) {
    for (const repair of file.repairs) yield { at: null, message: `The file is damaged. ${repair}`, hints: [mend] };
  },
};
