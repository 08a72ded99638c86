import type { Rule } from './rule.ts';

export const periodCount: Rule = {
  code: 'period-count',
  severity: 'error',
  says: 'Each indicator has one value for each period, and nothing reached after a period that is still to come.',
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
            const message = 'Something was reached in a period after one that is still to come.';
            yield { path: [...at, gap], message, hint: 'Write what was reached in the period before, too.' };
          }
        }
      }
    }
  },
};
