/** Heads and feet of pages, which are no paragraphs of the data's. */
import type { Manuscript, ManuscriptRun } from '../finished/docx/manuscript.ts';
import type { Change } from './change.ts';
import { lettersOf, wordsOf } from './letters.ts';

/** @param areSame whether both are made from the same data; else the titles in them may differ though nobody touched them */
export function margins(made: Manuscript, returned: Manuscript, areSame: boolean): readonly Change[] {
  const shown = (runs: readonly ManuscriptRun[]) => {
    const letters = lettersOf(runs);
    const pictures = letters.flatMap(({ thing }) => (thing?.type === 'picture' ? [thing.alt ?? 'a picture'] : []));
    return [wordsOf(letters), ...pictures].filter((words) => words !== '').join(' ');
  };
  const lost = (from: Manuscript, to: Manuscript) => {
    const whole = [...to.margins.keys()].join('\n');
    const isOwn = areSame || from.margins.size !== to.margins.size ? () => false : ofTitles(from);
    const runs = [...from.margins].filter(([key]) => !whole.includes(key)).map(([, each]) => each);
    return runs.map(shown).filter((words) => !isOwn(words));
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

/** Whether words are those of a document's own paragraphs, one after the other, as Etrati writes its heads. */
function ofTitles({ paragraphs }: Manuscript): (words: string) => boolean {
  const texts = paragraphs.map(({ runs }) => bare(wordsOf(lettersOf(runs)))).filter((text) => text !== '');
  texts.sort((one, other) => other.length - one.length);
  return (words) => texts.reduce((left, text) => left.replace(text, ''), bare(words)) === '';
}

function bare(words: string): string {
  return words.replace(/\s/g, '');
}
