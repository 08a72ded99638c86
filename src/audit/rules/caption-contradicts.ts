import { knownLanguage } from '../../language/languages.ts';
import type { Wording } from '../../language/wording.ts';
import type { Chart } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

export const captionContradicts: DocumentRule = {
  code: 'caption-contradicts',
  title: 'Caption contradicts the numbers',
  why: 'Readers take the claim of a caption for what the chart shows, and decide by it.',
  applies: 'Captions and summaries of charts of shares.',
  severity: 'warning',
  says: 'The words of a chart claim a share, such as more than half, that none of its parts is.',
  mend: 'Check the words and the values against the source.',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      const parts = block.type === 'chart' ? partsOf(block) : [];
      const wording = block.type === 'chart' ? knownLanguage(block.lang ?? document.lang)?.wording : undefined;
      if (block.type !== 'chart' || parts.length < 2 || wording === undefined) continue;
      for (const inlines of [block.caption, block.summary]) {
        const text = inlines === null ? '' : plain(inlines);
        const found = contradictionIn(text, parts, wording);
        if (found === null || inlines === null) continue;
        yield {
          at: textPlace(inlines) ?? placeOf(block),
          message: `The words say ‘${found.claim}’, and ${found.isNamed ? `“${found.part.name}”` : 'the largest part of the chart'} is ${Math.round(found.part.share * 1000) / 10} % of the whole.`,
          hints: ['Check the words and the values against the source.'],
        };
      }
    }
  },
};

interface Portion {
  readonly name: string;
  /** Of the whole, from 0 to 1. */
  readonly share: number;
}

/** The parts of a chart of one series whose values are parts of a whole, from the largest; none of other charts. */
function partsOf({ kind, data }: Chart): readonly Portion[] {
  const [only, another] = data.series;
  if (kind !== 'share' || only === undefined || another !== undefined) return [];
  const values = only.points.map((point) => (point !== null && point.type === 'number' ? point.value : 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) return [];
  const parts = data.categories.map((name, index) => ({ name, share: (values[index] ?? 0) / sum }));
  return parts.sort((one, other) => other.share - one.share);
}

/** A claim that is not true of the part that the words name; where they name none, of the largest one. */
function contradictionIn(text: string, parts: readonly Portion[], { shares, percentOf }: Wording) {
  const [named, another] = parts.filter(({ name }) => names(text, name));
  const [largest] = parts;
  if (largest === undefined || another !== undefined) return null;
  for (const { claim, least, most } of shares) {
    const [words] = claim.exec(text) ?? [];
    if (words === undefined || (named === undefined && least < 0.5)) continue;
    const part = named ?? largest;
    if (part.share <= least - 0.005 || part.share > most + 0.005 || (least > 0 && part.share === least))
      return { claim: words, part, isNamed: named !== undefined };
  }
  const [claim, number = ''] = percentOf.exec(text) ?? [];
  if (claim === undefined || named === undefined) return null;
  return Math.abs(named.share - Number(number.replace(',', '.')) / 100) > 0.0151
    ? { claim, part: named, isNamed: true }
    : null;
}

/** Whether a text has the word that a part is called by, in any of its forms. */
function names(text: string, name: string): boolean {
  const [word = ''] = name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const stem = word.slice(0, Math.max(3, Math.min(5, word.length - 2)));
  return stem.length >= 3 && new RegExp(`(?<!\\p{L})${stem}`, 'iu').test(text);
}
