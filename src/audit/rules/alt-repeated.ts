import type { Figure, Said } from '../../model/document.ts';
import { bare, describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

export const altRepeated: DocumentRule = {
  code: 'alt-repeated',
  title: 'One alternative text for two pictures',
  why: 'Listeners take two pictures for the same one.',
  applies: 'Documents with two or more different pictures that have alternative texts.',
  severity: 'warning',
  says: 'Two different pictures have the same alternative text.',
  mend: 'Say in each what tells it from the other.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    const seen = new Map<string, { readonly figure: Figure; readonly alt: Said }>();
    for (const described of describedOf(document)) {
      const { figure, alt } = described;
      const before = seen.get(bare(alt.value));
      if (before === undefined) seen.set(bare(alt.value), described);
      else if (before.figure.image.picture.value.file !== figure.image.picture.value.file) {
        const related = [{ at: before.alt.from, message: 'The other picture is here.' }];
        const hints = ['Say in each what tells it from the other.'];
        yield { at: alt.from, message: 'Two different pictures have this alternative text.', hints, related };
      }
    }
  },
};
