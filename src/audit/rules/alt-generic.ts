import { languageOf } from '../../language/languages.ts';
import { describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

export const altGeneric: DocumentRule = {
  code: 'alt-generic',
  title: 'Alternative text says only that there is a picture',
  why: 'Whoever cannot see the picture learns that there is one, which a screen reader says anyway, and nothing of what it shows.',
  applies: 'Alternative texts of pictures.',
  severity: 'error',
  says: 'The alternative text of a picture says only that there is a picture.',
  mend: 'Describe what the picture shows.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const { alt, lang } of describedOf(document)) {
      const { pictureNoun } = languageOf(lang).wording;
      if (!pictureNoun.test(alt.value.trim())) continue;
      const message = `The alternative text ‘${alt.value}’ says only that there is a picture.`;
      yield { at: alt.from, message, hints: ['Describe what the picture shows.'] };
    }
  },
};
