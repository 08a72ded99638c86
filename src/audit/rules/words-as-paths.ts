import { figuresOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

export const wordsAsPaths: DocumentRule = {
  code: 'words-as-paths',
  title: 'Words drawn as outlines',
  why: 'Nobody can search, copy or enlarge the words, and they are not read out.',
  applies: 'Drawings (SVG).',
  severity: 'warning',
  says: 'Words in a drawing are outlines and no text: nobody can search, copy or enlarge them, and they are not read out.',
  mend: 'Say the words in the alternative text, or in the document as text: a drawing takes them as outlines only.',
  clause: 'WCAG 2.2, 1.4.5',
  *check({ document }) {
    for (const { image } of figuresOf(document)) {
      const { value, from } = image.picture;
      const words = value.outlined;
      if (words === undefined || holds(image.alt?.value ?? '', words)) continue;
      const message = `The words ‘${words}’ in the drawing are outlines and no text.`;
      const hint = `Say ‘${words}’ in the alternative text, or in the document as text: a drawing takes words as outlines only.`;
      yield { at: from, message, hints: [hint] };
    }
  },
};

/** Whatever the letters' case and the line ends between the words. */
function holds(text: string, words: string): boolean {
  const plain = (one: string) => one.toLowerCase().split(/\s+/).join(' ').trim();
  return plain(text).includes(plain(words));
}
