import type { Rule } from '../check/rule.ts';

export const periodCount: Rule = {
  code: 'period-count',
  severity: 'error',
  says: 'Each indicator has one value for each period, and no actual value after a future period.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('results')) {
      for (const [level, { indicators }] of value.levels.entries()) {
        for (const [index, { values }] of indicators.entries()) {
          const at = [...path, 'levels', level, 'indicators', index, 'values'];
          if (values.length !== value.periods.length) {
            const message = `The indicator has ${values.length} values, and there are ${value.periods.length} periods.`;
            yield { path: at, message, hint: 'Write one for each period, in their order.' };
          }
          const gap = values.findIndex((each, order) => each.actual !== null && values[order - 1]?.actual === null);
          if (gap > 0) {
            const message = 'There is an actual value after a period without one.';
            yield { path: [...at, gap], message, hint: 'Write the actual value of the period before, too.' };
          }
        }
      }
    }
  },
};
