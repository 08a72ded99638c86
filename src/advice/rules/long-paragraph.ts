import { runsOf } from '../../audit/runs.ts';
import { isOfData } from '../../audit/texts.ts';
import type { AdviceRule } from '../rule.ts';

/** Words: so many fill a third of a page. */
const most = 150;

export const longParagraph: AdviceRule = {
  code: 'long-paragraph',
  title: 'Long paragraph',
  why: 'A screen reader reads a paragraph in one go, and the eye finds no place to rest or to come back to.',
  applies: 'Paragraphs of more than 150 words.',
  severity: 'advice',
  says: 'A paragraph is so long that readers may lose their place in it.',
  mend: 'Split it where its thought turns.',
  *check({ document }) {
    for (const { text, at, block } of runsOf(document)) {
      if (block?.type !== 'paragraph' || !isOfData(at)) continue;
      const count = text.split(/\s+/).length;
      if (count <= most) continue;
      yield { at, message: `The paragraph has ${count} words.`, hints: ['Split it where its thought turns.'] };
    }
  },
};
