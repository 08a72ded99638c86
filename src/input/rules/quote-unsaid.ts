import type { DataRule } from '../check/rule.ts';

/** Where the name of a person is changed, or is not, "alias" says so, and asks for a consent. */
export const quoteUnsaid: DataRule = {
  code: 'quote-unsaid',
  title: 'Quotation of a person who may not have agreed',
  why: 'The person is named to the public, and nobody has stated that they agreed.',
  applies: 'Quotations.',
  severity: 'warning',
  says: 'A quotation names who said it, and not whether that is a person who has agreed to it.',
  mend: 'Add "alias" and "consent" for a person; quote an organization in the text.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, value } of sheet.parts('quote')) {
      if (value.source === null || value.alias !== null || value.consent !== null) continue;
      const [[tag, source] = ['', '']] = Object.entries(value.source);
      yield {
        at: [...path, 'source', tag],
        message: `The quotation is of "${source}", and does not say whether the name is changed and whether the person has agreed.`,
        hints: ['Add "alias": true or false, and "consent" with the reference of the signed form.'],
      };
    }
  },
};
