import { languageOf } from '../../language/languages.ts';
import { describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** Screen readers say that it is a picture before they read its text. */
export const altOpening: DocumentRule = {
  code: 'alt-opening',
  title: 'Alternative text opens with “Image of”',
  why: 'Screen readers say “image” themselves: listeners hear it twice before they hear what is shown.',
  applies: 'Alternative texts of pictures.',
  severity: 'warning',
  says: 'An alternative text says first that there is a picture, which screen readers say already.',
  mend: 'Begin with what the picture shows.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const { alt, lang } of describedOf(document)) {
      const { pictureOpening } = languageOf(lang).wording;
      const [opening] = pictureOpening.exec(alt.value) ?? [];
      if (opening === undefined) continue;
      const message = `The alternative text opens with ‘${opening}’, and screen readers have said before that it is a picture.`;
      yield { at: alt.from, message, hints: ['Begin with what the picture shows.'] };
    }
  },
};
