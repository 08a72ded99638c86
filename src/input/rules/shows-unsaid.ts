import type { Rule } from './rule.ts';

export const showsUnsaid: Rule = {
  code: 'shows-unsaid',
  severity: 'error',
  says: 'Of a photograph it is said whether people on it can be recognized. Drawings (SVG) show nobody.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      if (value.shows !== null || /\.svg$/i.test(value.src)) continue;
      const message = 'It is not said whether a person can be recognized on the picture.';
      yield { path, message, hint: 'Add "shows": { "face": …, "name": …, "place": … }, each true or false.' };
    }
  },
};
