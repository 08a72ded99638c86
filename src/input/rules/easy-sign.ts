import { plainTexts } from '../check/plain.ts';
import type { DataRule } from '../check/rule.ts';

export const easySign: DataRule = {
  code: 'easy-sign',
  title: 'Sign in the place of words',
  why: 'Many readers of easy language do not know what the sign is short for.',
  applies: 'Easy-to-read texts.',
  severity: 'warning',
  says: 'An easy-to-read text has a sign in the place of words.',
  mend: 'Write words: “and” for &, “half of the people” for 50%.',
  clause: 'Inclusion Europe, Information for all',
  *check(sheet) {
    for (const { path, sentences } of plainTexts(sheet))
      for (const sign of new Set(sentences.flatMap((sentence) => sentence.match(/[%‰&§#\\<>;]/g) ?? []))) {
        const message = `The easy-to-read text has the sign “${sign}”, which many readers do not know.`;
        yield { at: path, message, hints: ['Write it in words, or make two sentences of it.'] };
      }
  },
};
