import { knownLanguage } from '../../language/languages.ts';
import type { Chart } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

export const captionContradicts: DocumentRule = {
  code: 'caption-contradicts',
  severity: 'warning',
  says: 'The words of a chart say that something is more than half, and nothing in its data is.',
  mend: 'Check the words and the values against the source.',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      if (block.type !== 'chart') continue;
      const share = largestShare(block);
      const pattern = knownLanguage(block.lang ?? document.lang)?.wording.mostOf;
      if (share === null || pattern === undefined || share > 0.5) continue;
      for (const inlines of [block.caption, block.summary]) {
        const [found] = (inlines === null ? '' : plain(inlines)).match(pattern) ?? [];
        if (found === undefined || inlines === null) continue;
        const percent = `${Math.round(share * 1000) / 10} %`;
        const message = `The words say ‘${found}’, and the largest part of the chart is ${percent} of the whole.`;
        yield {
          at: textPlace(inlines) ?? placeOf(block),
          message,
          hints: ['Check the words and the values against the source.'],
        };
      }
    }
  },
};

/** Of the whole of one series whose values are parts of a whole; null where they are not. */
function largestShare({ kind, data }: Chart): number | null {
  const [only, another] = data.series;
  if (kind !== 'share' || only === undefined || another !== undefined) return null;
  const values = only.points.flatMap((point) => (point !== null && point.type === 'number' ? [point.value] : []));
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? Math.max(...values) / sum : null;
}
