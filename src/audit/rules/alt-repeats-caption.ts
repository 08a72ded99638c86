import { plain } from '../../model/walk.ts';
import { bare, describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

export const altRepeatsCaption: DocumentRule = {
  code: 'alt-repeats-caption',
  title: 'Alternative text repeats the caption',
  why: 'Listeners hear the same words twice, and not what only those see who look at the picture.',
  applies: 'Alternative texts of pictures with a caption.',
  severity: 'warning',
  says: 'The alternative text of a picture repeats its caption, so that the same words are read out twice.',
  mend: 'Describe what the picture shows that the caption does not say.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const { figure, alt } of describedOf(document)) {
      if (figure.caption === null || bare(plain(figure.caption)) !== bare(alt.value)) continue;
      const message = 'The alternative text repeats the caption, so that the same words are read out twice.';
      yield { at: alt.from, message, hints: ['Describe what the picture shows that the caption does not say.'] };
    }
  },
};
