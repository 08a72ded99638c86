import type { Place } from '../../diagnostics.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { descend, plain } from '../../model/walk.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';

/** Shorter ones may be said twice: “None.”, a source, a label. */
const least = 100;

export const repeatedText: DocumentRule = {
  code: 'repeated-text',
  title: 'The same text twice',
  why: 'Listeners believe that they have jumped back; one of the two was pasted in the place of another text.',
  applies: 'Paragraphs of 100 characters and more, and the items of a list.',
  severity: 'warning',
  says: 'A paragraph is there twice, word for word, or an item twice in one list.',
  mend: 'Write in the second place what belongs there, or remove it.',
  *check({ document }) {
    const paragraphs = new Map<string, Place>();
    // What donors require is in the imprint too.
    for (const block of descend(document.body)) {
      if (block.type === 'paragraph') {
        const text = plain(block.children).trim();
        if (text.length >= least)
          yield* twice(text, textPlace(block.children) ?? placeOf(block), paragraphs, 'paragraph');
      }
      if (block.type !== 'list') continue;
      const items = new Map<string, Place>();
      for (const { blocks } of block.items) {
        const [only, another] = blocks;
        if (only?.type !== 'paragraph' || another !== undefined) continue;
        yield* twice(plain(only.children).trim(), textPlace(only.children) ?? placeOf(only), items, 'item');
      }
    }
  },
};

function* twice(text: string, at: Place, seen: Map<string, Place>, what: string): Generator<DocumentFinding> {
  const before = seen.get(text);
  if (before === undefined) {
    seen.set(text, at);
    return;
  }
  yield {
    at,
    message: `This ${what} is there twice: ‘${text.slice(0, 60)}’.`,
    hints: ['Write here what belongs here, or remove it.'],
    related: [{ at: before, message: 'The first one is here.' }],
  };
}
