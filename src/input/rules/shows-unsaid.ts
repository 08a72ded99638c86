import type { Rule } from '../check/rule.ts';

export const showsUnsaid: Rule = {
  code: 'shows-unsaid',
  severity: 'error',
  says: 'For each photograph, "shows" states whether people in it can be recognized. Drawings (SVG) do not show people.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      if (value.shows !== null || /\.svg$/i.test(value.src)) continue;
      const message = 'The field "shows" is missing: it states whether a person can be recognized in the picture.';
      yield { path, message, hint: 'Add "shows": { "face": …, "name": …, "place": … }, each true or false.' };
    }
  },
};
