import { plainTexts, wordsIn } from '../check/plain.ts';
import type { DataRule } from '../check/rule.ts';

export const easySentence: DataRule = {
  code: 'easy-sentence',
  title: 'Long sentence in an easy-to-read text',
  why: 'Readers of easy language have lost its beginning when they come to its end.',
  applies: 'Sentences of easy-to-read texts.',
  severity: 'warning',
  says: 'A sentence of the easy-to-read text is long.',
  mend: 'Make two sentences of it, each with one idea.',
  clause: 'Inclusion Europe, Information for all',
  *check(sheet) {
    for (const { path, language, sentences } of plainTexts(sheet)) {
      const limit = language.easyWords;
      for (const sentence of sentences) {
        const count = wordsIn(sentence);
        if (count <= limit) continue;
        const start = sentence.split(/\s+/).slice(0, 4).join(' ');
        const message = `The easy-to-read sentence “${start} …” has ${count} words; at most ${limit} are easy to read.`;
        yield { at: path, message, hints: ['Make two sentences of it, each with one idea.'] };
      }
    }
  },
};
