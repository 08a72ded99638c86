import type { DataRule } from '../check/rule.ts';

export const creditForm: DataRule = {
  code: 'credit-form',
  title: 'Credit that is not complete',
  why: 'The owner of the picture has a right to be named, and the publisher must be able to show the licence.',
  applies: 'Credits of pictures.',
  severity: 'warning',
  says: 'A credit does not name the owner, the year and the author.',
  mend: 'Write © IOM year/Name.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      for (const [tag, credit] of Object.entries(value.credit)) {
        if (credit === undefined || /^©\s?\S.*\s\d{4}\/\S/u.test(credit)) continue;
        const message = `The credit "${credit}" does not name the owner, the year and the author.`;
        yield {
          at: [...path, 'credit', tag],
          message,
          hints: ['Write © owner year/Name, such as “© IOM 2026/Nino Beridze”.'],
        };
      }
    }
  },
};
