import type { DataRule } from '../check/rule.ts';
import { same, sumOf } from '../check/sums.ts';

export const disaggregationSum: DataRule = {
  code: 'disaggregation-sum',
  title: 'Parts of an indicator that do not add up',
  why: 'Some people are counted twice or not at all.',
  applies: 'Indicators that are disaggregated.',
  severity: 'error',
  says: 'The parts of an indicator do not add up to the whole, in the actual value, the target or the baseline.',
  mend: 'Check the parts against the source; add a part for those not known.',
  clause: 'IATI 2.03, result/indicator/period/actual/dimension',
  *check(sheet) {
    for (const { path, value } of sheet.parts('indicator')) {
      for (const [index, { by, parts }] of (value.disaggregation ?? []).entries()) {
        const at = [...path, 'disaggregation', index, 'parts'];
        const actual = sumOf(parts.map((each) => each.actual));
        if (value.reached !== null && !same(actual, Number(value.reached.value))) {
          const message = `Disaggregated by ${by}, the actual values add up to ${actual}, not to ${value.reached.value}.`;
          yield { at, message, hints: ['Check the parts against the source; add a part for those not known.'] };
        }
        const baselines = parts.flatMap(({ baseline }) => (baseline === null ? [] : [baseline]));
        const baseline = sumOf(baselines);
        if (baselines.length === parts.length && !same(baseline, value.baseline.value)) {
          const message = `Disaggregated by ${by}, the baselines add up to ${baseline}, not to ${value.baseline.value}.`;
          yield { at, message, hints: ['Check the baselines against the project document.'] };
        }
        const targets = parts.flatMap(({ target }) => (target === null ? [] : [target]));
        const target = sumOf(targets);
        if (targets.length === parts.length && !same(target, Number(value.aim.value))) {
          const message = `Disaggregated by ${by}, the targets add up to ${target}, not to ${value.aim.value}.`;
          yield { at, message, hints: ['Check the targets against the project document.'] };
        }
      }
    }
  },
};
