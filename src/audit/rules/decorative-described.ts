import { placeOf } from '../../model/place.ts';
import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** What is only decoration needs no words; who reads a caption and finds no picture looks for what is missing. */
export const decorativeDescribed: DocumentRule = {
  code: 'decorative-described',
  severity: 'error',
  says: 'A picture is said to be decoration only, and has a description or a caption.',
  mend: 'Remove "decorative" and write an alternative text, or remove the description and the caption.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const figure of figuresOf(document)) {
      if (figure.image.alt !== null) continue;
      const what = figure.description !== null ? 'a description' : figure.caption !== null ? 'a caption' : null;
      if (what === null) continue;
      const message = `The picture is said to be decoration only, and has ${what}.`;
      const hint = `Remove "decorative" and write "alt", or remove ${what === 'a caption' ? 'the caption' : 'the description'}.`;
      yield { at: placeOf(figure), message, hints: [hint] };
    }
  },
};
