import { runsOf } from '../../audit/runs.ts';
import { isOfData } from '../../audit/texts.ts';
import { sentencesIn } from '../../text.ts';
import type { AdviceRule } from '../rule.ts';

/** Words: so many are hard to follow by ear in any language; more may be meant, as in a list. */
const most = 40;

export const longSentence: AdviceRule = {
  code: 'long-sentence',
  title: 'Long sentence',
  why: 'Who listens, reads slowly or reads in a second language has lost its beginning when its end comes.',
  applies: 'Sentences of more than 40 words.',
  severity: 'advice',
  says: 'A sentence is so long that it may be hard to follow.',
  mend: 'Make two sentences of it, or a list.',
  *check({ document }) {
    for (const { text, at } of runsOf(document)) {
      if (!isOfData(at)) continue;
      for (const sentence of sentencesIn(text)) {
        const count = sentence.split(/\s+/).length;
        if (count <= most) continue;
        const message = `The sentence “${sentence.slice(0, 40)}…” has ${count} words.`;
        yield { at, message, hints: ['Make two sentences of it, or a list.'] };
      }
    }
  },
};
