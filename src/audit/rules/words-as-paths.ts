import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

export const wordsAsPaths: DocumentRule = {
  code: 'words-as-paths',
  title: 'Words drawn as outlines',
  why: 'Nobody can search, copy or enlarge the words, and they are not read out.',
  applies: 'Drawings (SVG).',
  severity: 'warning',
  says: 'Words in a drawing are outlines and no text: nobody can search, copy or enlarge them, and they are not read out.',
  mend: 'Export the drawing with its texts as text, or say the words in the alternative text.',
  clause: 'WCAG 2.2, 1.4.5',
  *check({ document }) {
    for (const { image } of figuresOf(document)) {
      const { value, from } = image.picture;
      const words = value.outlined;
      if (words === undefined || image.alt?.value.includes(words) === true) continue;
      const message = `The words ‘${words}’ in the drawing are outlines and no text.`;
      const hint = 'Export the drawing with its texts as text, or say the words in the alternative text.';
      yield { at: from, message, hints: [hint] };
    }
  },
};
