/** Results as IATI tells them: impact, outcomes, outputs; indicators with baseline, targets and what was reached. */
import * as z from 'zod';
import { sharedDecimals } from './decimals.ts';
import { Derived, derive, leaf } from './derive.ts';
import { type Fields, optional } from './fields.ts';
import { part, sharingDecimals } from './parts.ts';
import { code, count, day, decimals, number } from './values.ts';

/** How much of a period's planned way must be gone for an indicator to be on plan. */
const onPlan = 0.85;

export function resultsIn(fields: Fields) {
  const { texts } = fields;
  const period = z
    .strictObject({ title: texts('Its name in the table'), start: day('Its first day'), end: day('Its last day') })
    .describe('One period');
  const level = z
    .strictObject({
      level: z.enum(['impact', 'outcome', 'output']).describe('IATI result type'),
      title: texts('The result'),
      assumption: optional(texts('Assumptions on which it depends')),
      indicators: z.array(indicatorIn(fields)).min(1).describe('How it is measured'),
    })
    .describe('One result');
  return {
    periods: optional(z.array(period).min(1).describe('The periods that targets are set for, in order')),
    levels: optional(z.array(level).min(1).describe('The results, from the impact to the outputs')),
  };
}

export function indicatorIn({ texts }: Fields) {
  const dimension = z
    .strictObject({
      by: z.enum(['sex', 'age', 'disability', 'status']).describe('What the indicator is disaggregated by'),
      parts: z.array(partIn(texts)).min(2).describe('The parts, which add up to the whole'),
    })
    .describe('One disaggregation');
  const value = z
    .strictObject({
      target: number('The target for the end of the period, counted from the start of the project'),
      actual: optional(number('The actual value at that time; null for a future period')),
    })
    .describe('One period, in the order of the periods');
  const indicator = sharingDecimals(
    z
      .strictObject({
        code: code('Its number, such as 1.2'),
        title: texts('What is measured, and its unit'),
        decimals,
        baseline: z
          .strictObject({ year: count('The year'), value: number('The value') })
          .describe('The baseline: the value before the project'),
        values: z.array(value).min(1).describe('Targets and actual values, one for each period'),
        disaggregation: optional(z.array(dimension).min(1).describe('The same, disaggregated')),
        verification: texts('The source of the numbers'),
        comment: optional(
          texts(
            'An explanation of the status: "behind" at less than 85 per cent of the way to the target of the period, "exceeded" beyond the last target, otherwise "on plan"',
          ),
        ),
      })
      .describe('One indicator'),
  );
  const shapes = { reached: leaf, aim: leaf, gained: leaf, needed: leaf, status: leaf, decimals: leaf };
  return part(
    'indicator',
    derive(indicator, shapes, (record) => ({ ...progress(record), decimals: indicatorDecimals(record) })),
  );
}

type Numbers = Measured & {
  readonly decimals: number | null;
  readonly disaggregation:
    | readonly { readonly parts: readonly { baseline: number | null; target: number | null; actual: number }[] }[]
    | null;
};

/** Alike for all numbers of an indicator, its parts' too. */
function indicatorDecimals({ decimals, baseline, values, disaggregation }: Numbers): number {
  const whole = values.flatMap(({ target, actual }) => [target, actual]);
  const parts = (disaggregation ?? []).flatMap((each) => each.parts);
  const split = parts.flatMap((each) => [each.baseline, each.target, each.actual]);
  return sharedDecimals([baseline.value, ...whole, ...split], decimals);
}

function partIn(texts: Fields['texts']) {
  const own = z
    .strictObject({
      name: texts('Which part'),
      baseline: optional(number('The baseline: the value before the project; 0 where that of the whole is 0')),
      target: optional(number('The target at the end, if there is one')),
      actual: number('The actual value'),
    })
    .describe('One part');
  // Without a baseline the way begins at nothing, which is so only where the whole does: templates ask for that.
  return derive(own, { start: leaf, gained: leaf, needed: leaf }, ({ baseline, target, actual }) => {
    const start = baseline ?? 0;
    return {
      start: new Derived(start, baseline === null ? ['actual'] : ['baseline']),
      gained: new Derived(actual - start, ['actual']),
      needed: target === null || target === start ? null : new Derived(target - start, ['target']),
    };
  });
}

export type Status = 'on-plan' | 'exceeded' | 'behind';

interface Measured {
  readonly baseline: { readonly value: number };
  readonly values: readonly { readonly target: number; readonly actual: number | null }[];
}

/** The last value that is known, the way from the baseline to the target, and how it stands to the plan. */
export function progress({ baseline, values }: Measured) {
  const known = values.filter(({ actual }) => actual !== null);
  const last = Math.max(known.length - 1, 0);
  const actual = known[last]?.actual ?? null;
  const aim = values.at(-1)?.target ?? baseline.value;
  const end = ['values', values.length - 1, 'target'] as const;
  const here = ['values', last, 'actual'] as const;
  const needed = aim - baseline.value;
  return {
    reached: actual === null ? null : new Derived(actual, here),
    aim: new Derived(aim, end),
    gained: actual === null ? null : new Derived(actual - baseline.value, here),
    needed: needed === 0 ? null : new Derived(needed, end),
    status: actual === null || needed === 0 ? null : new Derived(statusOf(actual, last, { baseline, values }), here),
  };
}

function statusOf(actual: number, index: number, { baseline, values }: Measured): Status {
  const gained = actual - baseline.value;
  const needed = (values.at(-1)?.target ?? 0) - baseline.value;
  const planned = (values[index]?.target ?? 0) - baseline.value;
  if (gained / needed > 1) return 'exceeded';
  return planned !== 0 && gained / planned < onPlan ? 'behind' : 'on-plan';
}
