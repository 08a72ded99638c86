import type { DataRule } from '../check/rule.ts';

/** A plan is its own source; counted values are somebody’s. */
export const chartSource: DataRule = {
  code: 'chart-source',
  title: 'Chart without a source',
  why: 'Readers cannot know who counted, when, and whether to trust it.',
  applies: 'Charts.',
  severity: 'warning',
  says: 'A chart does not name the source of its values.',
  mend: 'Add "source" with who counted them and when.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      if (value.source !== null || value.chart === 'gantt') continue;
      yield {
        at: path,
        message: 'The chart does not name the source of its values.',
        hints: ['Add "source" with who counted them and when.'],
      };
    }
  },
};
