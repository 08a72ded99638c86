/** Budget and expenditure: lines in categories; every total is computed here, once. */
import * as z from 'zod';
import { decimalsIn } from '../../language/numerals.ts';
import { exactSum, moneyDecimals, numberDecimals } from './decimals.ts';
import { Derived, derive, leaf } from './derive.ts';
import { type Fields, optional } from './fields.ts';
import { part, sharingDecimals } from './parts.ts';
import { amount, code, currency, day, decimals, number } from './values.ts';

/** One of them is enough, since all amounts of a budget are written alike. */
const ofBudget = decimals.describe(
  'How many decimals all amounts of the budget have at least (default: as many as they have)',
);

const sums = { budget: leaf, before: leaf, spent: leaf, total: leaf, remaining: leaf };

export function moneyIn(fields: Fields) {
  const { texts } = fields;
  const instalment = sharingDecimals(
    z
      .strictObject({
        title: texts('Which one'),
        date: day('When it was received'),
        amount: amount('The amount'),
        decimals: ofBudget,
      })
      .describe('One instalment'),
  );
  const exchange = z
    .strictObject({
      currency,
      rate: number('How much of it is one unit of the currency of the budget').positive(),
      date: day('The day of the rate'),
      source: texts('The source of the rate'),
    })
    .describe('The exchange rate that was used for local costs');
  const money = z
    .strictObject({
      currency,
      agreed: amount('The whole budget, as in the grant agreement: the lines must add up to it'),
      exchange: optional(
        derive(exchange, { decimals: leaf }, ({ rate }) => ({ decimals: new Derived(decimalsIn(rate), ['rate']) })),
      ),
      received: optional(z.array(instalment).min(1).describe('The instalments that the donor has paid, in order')),
      categories: z.array(categoryIn(fields)).min(1).describe('The categories of the budget'),
    })
    .describe('Budget and expenditure');
  const shapes = { ...sums, receivedTotal: leaf, balance: leaf, decimals: leaf };
  return part(
    'money',
    derive(money, shapes, ({ currency, categories, received }) => {
      const whole = sumUp(categories.map(plain), ['categories']);
      const paid = received === null ? null : exactSum(received.map(({ amount }) => amount));
      return {
        ...whole,
        receivedTotal: paid === null ? null : new Derived(paid, ['received']),
        balance: paid === null ? null : new Derived(exactSum([paid, -whole.total.value]), ['received']),
        decimals: new Derived(decimalsOfAll(categories, received ?? [], currency), ['categories']),
      };
    }),
  );
}

/** Alike for every amount of the budget, wherever it is printed, and as many as any has, so that sums can be checked by eye. */
function decimalsOfAll(
  categories: readonly { readonly lines: readonly (Amounts & Asking)[] }[],
  received: readonly ({ readonly amount: number } & Asking)[],
  currency: string,
): number {
  const lines = categories.flatMap((category) => category.lines);
  const amounts = [
    ...lines.flatMap(({ budget, before, spent }) => [budget, before, spent]),
    ...received.map(({ amount }) => amount),
  ];
  const given = amounts.map((value) => ({ value, decimals: null }));
  const asked = [...lines, ...received].map(({ decimals }) => decimals ?? 0);
  return Math.max(moneyDecimals(given, currency), numberDecimals(given), ...asked);
}

function categoryIn(fields: Fields) {
  const category = z
    .strictObject({
      code: code('Its number'),
      title: fields.texts('Its name, short enough for a chart'),
      lines: z.array(lineIn(fields)).min(1).describe('Its lines'),
    })
    .describe('One category');
  return derive(category, sums, ({ lines }) => sumUp(lines, ['lines']));
}

export function lineIn({ texts }: Fields) {
  const line = sharingDecimals(
    z
      .strictObject({
        code: code('Its number'),
        title: texts('What it is for'),
        budget: amount('The budget'),
        before: amount('What was spent before the reporting period'),
        spent: amount('What was spent in the reporting period'),
        note: optional(texts('Why spending differs from the plan; required if more was spent than budgeted')),
        decimals: ofBudget,
      })
      .describe('One line'),
  );
  return part(
    'line',
    derive(line, { total: leaf, remaining: leaf }, ({ budget, before, spent }) => ({
      total: new Derived(exactSum([before, spent]), ['spent']),
      remaining: new Derived(exactSum([budget, -before, -spent]), ['budget']),
    })),
  );
}

interface Asking {
  readonly decimals: number | null;
}

interface Amounts {
  readonly budget: number;
  readonly before: number;
  readonly spent: number;
}

type Sums = Readonly<Record<keyof typeof sums, Derived<number>>>;

function plain({ budget, before, spent }: Sums): Amounts {
  return { budget: budget.value, before: before.value, spent: spent.value };
}

/** The sums of a group; their place is that of the list that they sum up. */
function sumUp(all: readonly Amounts[], from: readonly string[]): Sums {
  const sum = (pick: (each: Amounts) => number | number[]) => new Derived(exactSum(all.flatMap(pick)), from);
  return {
    budget: sum(({ budget }) => budget),
    before: sum(({ before }) => before),
    spent: sum(({ spent }) => spent),
    total: sum(({ before, spent }) => [before, spent]),
    remaining: sum(({ budget, before, spent }) => [budget, -before, -spent]),
  };
}
