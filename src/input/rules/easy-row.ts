import { plainTexts } from '../check/plain.ts';
import type { DataRule } from '../check/rule.ts';

/** Sentences that stand beside one picture at most. */
const most = 3;

export const easyRow: DataRule = {
  code: 'easy-row',
  title: 'Several ideas in one row',
  why: 'One picture explains one idea: beside it readers lose the others.',
  applies: 'Rows of easy-to-read texts.',
  severity: 'warning',
  says: 'A row of the easy-to-read text has more than one idea.',
  mend: 'Move some of its sentences to a row of their own.',
  *check(sheet) {
    for (const { path, sentences } of plainTexts(sheet)) {
      if (sentences.length <= most) continue;
      const message = `The row has ${sentences.length} sentences; beside one picture at most ${most} are easy to read.`;
      yield { at: path, message, hints: ['Move some of its sentences to a row of their own.'] };
    }
  },
};
