import type { DataRule } from '../check/rule.ts';

export const identifyingDetails: DataRule = {
  code: 'identifying-details',
  title: 'Face, name and place together',
  why: 'Anyone can find the person; for people who fled that may be a danger.',
  applies: 'Pictures of persons.',
  severity: 'error',
  says: 'A face, a name and an exact place are shown together, so that anyone could find the person.',
  mend: 'Show two of the three at most: change the name or leave out the place.',
  clause: 'IOM Data Protection Principles, confidentiality',
  *check(sheet) {
    for (const { path, value } of sheet.parts('picture')) {
      const { shows } = value;
      if (shows === null || !(shows.face && shows.name && shows.place)) continue;
      const message = 'The picture shows a face together with the name and the exact place.';
      yield {
        at: [...path, 'shows'],
        message,
        hints: ['Show two of the three at most: change the name or leave out the place.'],
      };
    }
  },
};
