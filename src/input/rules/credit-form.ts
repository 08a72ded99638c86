import type { Rule } from '../check/rule.ts';

export const creditForm: Rule = {
  code: 'credit-form',
  severity: 'warning',
  says: 'A credit names the owner, the year and the author: © IOM 2026/Name.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      for (const [tag, credit] of Object.entries(value.credit)) {
        if (credit === undefined || /^©\s?\S.*\s\d{4}\/\S/u.test(credit)) continue;
        const message = `The credit "${credit}" does not name the owner, the year and the author.`;
        yield { path: [...path, 'credit', tag], message, hint: 'Write © IOM year/Name.' };
      }
    }
  },
};
