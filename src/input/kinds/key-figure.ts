/** A number in large type, with what it counts. */
import * as z from 'zod';
import { sharedDecimals } from './decimals.ts';
import { complete } from './derive.ts';
import { type Fields, optional } from './fields.ts';
import { part, sharingDecimals } from './parts.ts';
import { amount, decimals, number } from './values.ts';

export function keyFigureIn({ texts }: Fields) {
  const figure = part(
    'figure',
    sharingDecimals(
      z
        .strictObject({
          value: amount('The figure'),
          of: optional(number('The whole, if it is shown beside the figure: 6 / 8').positive()),
          target: optional(amount('The target: the share that is done is computed from it')),
          decimals,
          label: texts('What is counted'),
        })
        .describe('A key figure'),
    ),
  );
  return complete(figure, (record) => {
    const { value, of, target, decimals } = record;
    return { ...record, decimals: sharedDecimals([value, of, target], decimals) };
  });
}
