import type { DataRule } from '../check/rule.ts';

export const periodCount: DataRule = {
  code: 'period-count',
  title: 'Values that do not fit the periods',
  why: 'A value is shown under the wrong period.',
  applies: 'Indicators.',
  severity: 'error',
  says: 'An indicator does not have one value for each period, or has an actual value after a period without one.',
  mend: 'Write one value for each period, in their order.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('results')) {
      for (const [level, { indicators }] of (value.levels ?? []).entries()) {
        for (const [index, { values }] of indicators.entries()) {
          const at = [...path, 'levels', level, 'indicators', index, 'values'];
          if (value.periods === null) {
            // One value needs no name of a period; of several only the last would be shown.
            if (values.length > 1) {
              const message = `The indicator has ${values.length} values, and "periods", which they belong to, is missing.`;
              yield { at, message, hints: ['Add "periods" beside "levels", or write one value.'] };
            }
          } else if (values.length !== value.periods.length) {
            const message = `The indicator has ${values.length} values, and there are ${value.periods.length} periods.`;
            yield { at, message, hints: ['Write one for each period, in their order.'] };
          }
          const gap = values.findIndex((each, order) => each.actual !== null && values[order - 1]?.actual === null);
          if (gap > 0) {
            const message = 'There is an actual value after a period without one.';
            yield { at: [...at, gap], message, hints: ['Write the actual value of the period before, too.'] };
          }
        }
      }
    }
  },
};
