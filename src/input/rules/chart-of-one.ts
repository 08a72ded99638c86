import type { DataRule } from '../check/rule.ts';

export const chartOfOne: DataRule = {
  code: 'chart-of-one',
  title: 'Chart of one value',
  why: 'Readers go through axes and a table to find one number.',
  applies: 'Charts.',
  severity: 'warning',
  says: 'A chart shows one value.',
  mend: 'Say it in a sentence, or show it as a key figure.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      if (value.chart === 'gantt' || value.categories.length > 1 || value.series.length > 1) continue;
      yield {
        at: [...path, 'series'],
        message: 'The chart shows one value.',
        hints: ['Say it in a sentence, or show it as a key figure: { "type": "figures", … }.'],
      };
    }
  },
};
