import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** What Inkscape leaves of a text that was turned into its outlines: the words, as the label of a path or of a group of paths. */
const outlined = /<(?:path|g)\s[^>]{0,20000}?\baria-label="([^"]{2,200})"/;
const decoder = new TextDecoder();

export const wordsAsPaths: DocumentRule = {
  code: 'words-as-paths',
  severity: 'warning',
  says: 'Words in a drawing are outlines and no text: nobody can search, copy or enlarge them, and they are not read out.',
  mend: 'Export the drawing with its texts as text, or say the words in the alternative text.',
  clause: 'WCAG 2.2, 1.4.5',
  *check({ document }) {
    for (const { image } of figuresOf(document)) {
      const { value, from } = image.picture;
      const [, words] = value.format === 'svg' ? (outlined.exec(decoder.decode(value.bytes)) ?? []) : [];
      if (words === undefined || image.alt?.value.includes(words) === true) continue;
      const message = `The words ‘${words}’ in the drawing are outlines and no text.`;
      const hint = 'Export the drawing with its texts as text, or say the words in the alternative text.';
      yield { at: from, message, hints: [hint] };
    }
  },
};
