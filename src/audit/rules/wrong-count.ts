import { knownLanguage } from '../../language/languages.ts';
import type { Blocks, Document } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { plain, siblingsOf } from '../../model/walk.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';

export const wrongCount: DocumentRule = {
  code: 'wrong-count',
  title: 'Lead that counts its list wrongly',
  why: 'Listeners wait for an item that does not come, or believe the list to be over.',
  applies: 'Sentences before lists.',
  severity: 'warning',
  says: 'The sentence before a list counts its items, and there are more or fewer.',
  mend: 'Correct the number or the list.',
  *check({ document }) {
    for (const blocks of siblingsOf(document)) yield* inBlocks(blocks, document);
  },
};

/** A sentence that ends with a colon, right before a list, with one number in it that a list can have. */
function* inBlocks(blocks: Blocks, document: Document): Generator<DocumentFinding> {
  for (const [index, block] of blocks.entries()) {
    const list = blocks[index + 1];
    if (block.type !== 'paragraph' || list?.type !== 'list') continue;
    const text = plain(block.children).trim();
    if (!text.endsWith(':')) continue;
    const lead = text.split(/[.!?]/).at(-1) ?? '';
    const [counted, other] = countsIn(lead, block.lang ?? document.lang);
    if (counted === undefined || other !== undefined || counted.number === list.items.length) continue;
    const message = `The sentence counts ‘${counted.word}’, and the list has ${list.items.length} items.`;
    yield {
      at: textPlace(block.children, 'last') ?? placeOf(block),
      message,
      hints: ['Correct the number or the list.'],
    };
  }
}

function countsIn(text: string, lang: string): readonly { readonly word: string; readonly number: number }[] {
  const wording = knownLanguage(lang)?.wording;
  if (wording === undefined) return [];
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*%?/gu) ?? [])
    .flatMap((word) => {
      const number =
        wording.numberOf(word) ?? (/^\d+$/.test(word) ? Number(word) : /\d/.test(word) ? Number.NaN : undefined);
      return number === undefined ? [] : [{ word, number }];
    })
    .filter(({ number }, _, all) => all.length > 1 || (number >= 2 && number <= 20));
}
