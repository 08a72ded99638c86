import type { DataRule } from '../check/rule.ts';

export const chartPoints: DataRule = {
  code: 'chart-points',
  title: 'Series without a point for each category',
  why: 'It is not clear which category a value is of.',
  applies: 'Series of charts.',
  severity: 'error',
  says: 'A series does not have one point for each category: a span in a Gantt chart, a value in other charts.',
  mend: 'Write one point for each category, and null where there is none.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      const [required, other] =
        value.chart === 'gantt' ? (['spans', 'values'] as const) : (['values', 'spans'] as const);
      for (const [index, series] of value.series.entries()) {
        const at = [...path, 'series', index];
        const count = series[required]?.length ?? 0;
        if (series[other] !== null) {
          const hint = `Write "${required}", one for each category.`;
          yield {
            at: [...at, other],
            message: `"${other}" is not allowed in a chart of the kind "${value.chart}".`,
            hints: [hint],
          };
        } else if (count !== value.categories.length) {
          const values = count === 1 ? required.slice(0, -1) : required;
          const message = `The series has ${count} ${values}, and there are ${value.categories.length} categories.`;
          const comma =
            count > value.categories.length ? ' Decimals have a point: 8.2 is one value, and 8,2 are two.' : '';
          yield {
            at: [...at, required],
            message,
            hints: [`Write one for each category; null where there is none.${comma}`],
          };
        }
      }
    }
  },
};
