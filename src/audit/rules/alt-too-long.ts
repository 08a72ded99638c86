import { describedOf } from '../figures.ts';
import type { DocumentRule } from '../rule.ts';

/** Characters. An alternative text is read in one go: nobody can stop in it, go back, or skim it. */
const longest = 300;

export const altTooLong: DocumentRule = {
  code: 'alt-too-long',
  title: 'Alternative text is too long',
  why: 'A screen reader reads it in one go: listeners cannot pause in it, go back a sentence or find a table in it.',
  applies: 'Alternative texts of pictures.',
  severity: 'warning',
  says: 'An alternative text is too long to be listened to in one go.',
  mend: 'Say in one or two sentences what matters, and put the rest into the field "description".',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const { alt } of describedOf(document)) {
      const { length } = [...alt.value];
      if (length <= longest) continue;
      const message = `The alternative text has ${length} characters, and it is read out in one go.`;
      const hint = `Say in at most ${longest} characters what matters, and put the rest into the field "description".`;
      yield { at: alt.from, message, hints: [hint] };
    }
  },
};
