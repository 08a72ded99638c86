/** Heads and feet of pages, which are no paragraphs of the data's. */
import type { Manuscript, ManuscriptRun } from '../finished/docx/manuscript.ts';
import type { Change } from './change.ts';
import { lettersOf, wordsOf } from './letters.ts';

export function margins(made: Manuscript, returned: Manuscript): readonly Change[] {
  const shown = (runs: readonly ManuscriptRun[]) => {
    const letters = lettersOf(runs);
    const pictures = letters.flatMap(({ thing }) => (thing?.type === 'picture' ? [thing.alt ?? 'a picture'] : []));
    return [wordsOf(letters), ...pictures].filter((words) => words !== '').join(' ');
  };
  const lost = (from: Manuscript, to: Manuscript) => {
    const whole = [...to.margins.keys()].join('\n');
    return [...from.margins].filter(([key]) => !whole.includes(key)).map(([, runs]) => shown(runs));
  };
  const shared = {
    path: '$',
    edit: null,
    note: 'Heads and feet of pages are written by Etrati, from titles of the data.',
    revisions: [],
  } as const;
  // One that begins alike is the same, with the title that its part had when the document was made.
  return [
    ...lost(returned, made).map((after): Change => ({ ...shared, kind: 'text', before: null, after })),
    ...lost(made, returned)
      .filter((words) => ![...returned.margins.values()].some((runs) => shown(runs).startsWith(words.slice(0, 20))))
      .map((before): Change => ({ ...shared, kind: 'removed', before, after: null })),
  ];
}
