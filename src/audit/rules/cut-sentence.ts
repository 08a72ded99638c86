import { languageOf } from '../../language/languages.ts';
import type { Block, Lang } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, innerBlocks, plain } from '../../model/walk.ts';
import { CharacterSet, trailing } from '../../text.ts';
import type { DocumentRule } from '../rule.ts';
import { excerpt } from '../texts.ts';

/**
 * Running text that ends on a letter, a comma or a conjunction was cut off. Short paragraphs may be labels, and an item of
 * a list may lead on to the next, so that only paragraphs of more than `shortest` characters are judged, outside
 * of lists, tables and terms. A name or a title of any length ends on a letter and is no sentence: only what is prose
 * is judged, which has an end of a sentence in it, is written by notation for several paragraphs, or breaks off at a
 * conjunction, a comma or a dash.
 */
const shortest = 80;
const unended = new CharacterSet(/[\p{L}\p{M},–-]/u);
/** Words: so many that end on a comma or a conjunction are a sentence that breaks off, however short. */
const fewest = 4;

export const cutSentence: DocumentRule = {
  code: 'cut-sentence',
  title: 'Sentence that is cut off',
  why: 'The end of what was to be said is missing, and readers cannot know that it is.',
  applies: 'Paragraphs outside of lists, tables and terms.',
  severity: 'warning',
  says: 'A long paragraph does not end as a sentence ends.',
  mend: 'Complete the sentence and end it with a full stop.',
  *check({ document }) {
    const labels = new Set<Block>();
    for (const block of blocksOf(document)) {
      if (labelled.has(block.type)) for (const inner of innerBlocks(block)) labels.add(inner);
      if (block.type !== 'paragraph' || labels.has(block)) continue;
      const text = plain(block.children).trim();
      if (trailing(text, unended) === text.length) continue;
      const isBroken = text.split(' ').length >= fewest && isBrokenOff(text, block.lang ?? document.lang);
      if (text.length <= shortest && !isBroken) continue;
      if (endsInAddress(text)) continue;
      if (!sentenceEnd.test(text) && !isBroken && !isNoted(block, document.lang)) continue;
      const end = excerpt(text, text.length, 0);
      const at = textPlace(block.children, 'last') ?? placeOf(block);
      yield {
        at,
        message: `The sentence seems to be cut off: ‘${end}’.`,
        hints: ['Complete the sentence and end it with a full stop.'],
      };
    }
  },
};

/** Many leave an address of the web or of mail without a full stop. */
function endsInAddress(text: string): boolean {
  return /[@.]/.test(text.slice(text.lastIndexOf(' ') + 1).slice(1, -1));
}

/** In these what stands right in them may be labels. */
const labelled: ReadonlySet<Block['type']> = new Set(['list', 'terms', 'table', 'chart']);

/** Not that of an abbreviation such as “e.g.” or “No.”: three letters go before it. */
const sentenceEnd = /[\p{L}\p{N}]{3}[.!?…][»”“"’)]*\s+\S/u;

/** Ends on a comma, a dash or a conjunction, as no sentence does. */
function isBrokenOff(text: string, lang: Lang): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  return /[,–-]$/u.test(last) || languageOf(lang).conjunctions.includes(last);
}

/** Whether a paragraph was made by notation: it stands in a text of the data itself, not in a record. */
function isNoted({ from }: Block, lang: string): boolean {
  return from.path?.endsWith(`.${lang}`) === true;
}
