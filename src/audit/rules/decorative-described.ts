import { placeOf } from '../../model/place.ts';
import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** What is only decoration needs no words. */
export const decorativeDescribed: DocumentRule = {
  code: 'decorative-described',
  title: 'Decorative picture with a description',
  why: 'A picture that is decoration is not announced, so that nobody hears the description.',
  applies: 'Pictures that are marked as decorative.',
  severity: 'error',
  says: 'A picture is marked as decoration only, and has a description.',
  mend: 'Remove "decorative" and write an alternative text, or remove the description.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const figure of figuresOf(document)) {
      if (figure.image.alt !== null || figure.description === null) continue;
      const message = 'The picture is marked as decoration only, and has a description.';
      yield {
        at: placeOf(figure),
        message,
        hints: ['Remove "decorative" and write "alt", or remove the description.'],
      };
    }
  },
};
