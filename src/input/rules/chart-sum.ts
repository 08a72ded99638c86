import type { DataRule } from '../check/rule.ts';
import { same, sumOf } from '../check/sums.ts';

export const chartSum: DataRule = {
  code: 'chart-sum',
  title: 'Total that is not the sum of the chart',
  why: 'Readers see two truths and cannot know which one holds.',
  applies: 'Charts with a total.',
  severity: 'error',
  says: 'The total of a chart differs from the sum of its values.',
  mend: 'Check the values and the total against the source.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      if (value.total === null) continue;
      const sum = sumOf(value.series.flatMap(({ values }) => (values ?? []).map((each) => each ?? 0)));
      if (same(sum, value.total)) continue;
      const message = `The values add up to ${sum}, not to ${value.total}.`;
      yield { at: [...path, 'total'], message, hints: ['Check the values and the total against the source.'] };
    }
  },
};
