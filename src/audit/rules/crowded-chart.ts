import type { Chart } from '../../model/document.ts';
import { placeOf } from '../../model/place.ts';
import { blocksOf } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

/** A theme has four textures; colours alone would tell more series apart only to those who see them all. */
const mostSeries = 4;

export const crowdedChart: DocumentRule = {
  code: 'crowded-chart',
  title: 'Too many series in a chart',
  why: 'Nobody can tell so many colours or patterns from each other, least of all people who see few colours.',
  applies: 'Charts.',
  severity: 'warning',
  says: 'A chart has more series or shares than readers can tell apart.',
  mend: 'Combine the smaller ones, or split the chart into several charts.',
  clause: 'WCAG 2.2, 1.4.1',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      if (block.type !== 'chart') continue;
      const found = colourCount(block);
      if (found <= mostSeries) continue;
      const what = block.kind === 'share' ? 'shares' : 'series';
      const message = `The chart has ${found} ${what}; more than ${mostSeries} are hard to tell apart.`;
      yield {
        at: placeOf(block),
        message,
        hints: ['Combine the smaller ones, or split the chart into several charts.'],
      };
    }
  },
};

/** What has to be told apart by its filling. */
function colourCount({ kind, data }: Chart): number {
  return kind === 'share' ? data.categories.length : data.series.length;
}
