import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts, Found } from '../check/sheet.ts';

type Chart = DataParts['chart'];

export const chartData: DataRule = {
  code: 'chart-data',
  title: 'Values that the chart cannot draw',
  why: 'A slice of less than nothing cannot be drawn, so that the chart would lie.',
  applies: 'Charts.',
  severity: 'error',
  says: 'A chart has no values, or values that its kind cannot draw: parts of a whole must be 0 or more, and a share chart has one series.',
  mend: 'Correct the values, or choose another kind of chart.',
  *check(sheet) {
    for (const chart of sheet.parts('chart')) yield* faultsOf(chart);
  },
};

function* faultsOf({ path, value: { chart, series } }: Found<Chart>): Generator<DataFinding> {
  const at = [...path, 'series'];
  const isEmpty = series.every(({ values, spans }) =>
    [...(values ?? []), ...(spans ?? [])].every((each) => each === null),
  );
  // Without a list at all, another rule speaks.
  if (isEmpty && series.every(({ values, spans }) => (values ?? spans) !== null)) {
    yield {
      at,
      message: 'The chart has no data: all its values are null.',
      hints: ['Remove the chart, or add a value.'],
    };
    return;
  }
  if (chart === 'share' && series.length > 1) {
    const message = `A share chart has one series, and this one has ${series.length}.`;
    yield { at, message, hints: ['Write "chart": "stacked", which shows the shares of several series.'] };
    return;
  }
  if (chart !== 'share' && chart !== 'stacked') return;
  for (const [index, { values }] of series.entries()) {
    for (const [order, value] of (values ?? []).entries()) {
      if (value === null || value >= 0) continue;
      const message = `${value} is less than 0, and a ${chart === 'share' ? 'share' : 'stacked bar'} chart shows parts of a whole.`;
      yield { at: [...at, index, 'values', order], message, hints: ['Write "chart": "bar", or correct the value.'] };
    }
  }
  const [only] = series;
  if (chart === 'share' && (only?.values ?? []).every((value) => value === null || value === 0)) {
    const message = 'All values are 0, and a share chart shows parts of a whole.';
    yield { at: [...at, 0, 'values'], message, hints: ['Write "chart": "bar", or remove the chart.'] };
  }
}
