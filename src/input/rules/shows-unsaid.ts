import type { DataRule } from '../check/rule.ts';

export const showsUnsaid: DataRule = {
  code: 'shows-unsaid',
  title: 'Photograph that does not state whom it shows',
  why: 'Nobody has checked whether someone can be recognized who has not agreed.',
  applies: 'Photographs.',
  severity: 'error',
  says: 'A photograph does not state whether people in it can be recognized.',
  mend: 'Add "shows": { "face": …, "name": …, "place": … }, each true or false.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      if (value.shows !== null || /\.svg$/i.test(value.src)) continue;
      const message = 'It is not stated whether a person can be recognized in the photograph.';
      yield {
        at: [...path, 'shows'],
        message,
        hints: ['Add "shows": { "face": …, "name": …, "place": … }, each true or false.'],
      };
    }
  },
};
