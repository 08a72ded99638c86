import type { DataRule } from '../check/rule.ts';

export const isbnCheck: DataRule = {
  code: 'isbn-check',
  title: 'ISBN with a wrong digit',
  why: 'Libraries and shops cannot find the publication.',
  applies: 'ISBN of publications.',
  severity: 'warning',
  says: 'The last digit of an ISBN does not follow from those before it.',
  mend: 'Compare the number with that of the ISBN agency.',
  clause: 'ISO 2108',
  *check(sheet) {
    for (const { path, value } of sheet.parts('isbn')) {
      const digits = value
        .replace(/^ISBN(?:-1[03])?:?/i, '')
        .replaceAll(/[\s\u2010-\u2013-]/g, '')
        .toUpperCase();
      const check = checkDigit(digits);
      if (check === null || digits.endsWith(check)) continue;
      yield {
        at: path,
        message: `The check digit of the ISBN is ${digits.slice(-1)}, and the digits before it give ${check}.`,
        hints: ['Compare the number with that of the ISBN agency.'],
      };
    }
  },
};

/** What the last digit of an ISBN must be; null where the text is no ISBN, such as the number of a shelf. */
function checkDigit(digits: string): string | null {
  const body = [...digits.slice(0, -1)].map(Number);
  if (/^97[89]\d{10}$/.test(digits)) {
    const sum = body.reduce((all, digit, index) => all + digit * (index % 2 === 0 ? 1 : 3), 0);
    return String((10 - (sum % 10)) % 10);
  }
  if (!/^\d{9}[\dX]$/.test(digits)) return null;
  const sum = body.reduce((all, digit, index) => all + digit * (10 - index), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
