/** Helpers for numbers, money, dates and the template's own words, as the language of the filling writes them. */
import { dateForms, formatDate, formatPeriod, periodForms } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import {
  type Decimals,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShare,
  machineNumber,
  withoutDust,
} from '../language/numerals.ts';
import { nameHints } from '../suggestion.ts';
import { type Given, type Helper, halt, leafHelper } from './helper.ts';
import { Leaf } from './leaf.ts';
import { insert } from './messages.ts';

/** Of numbers: `values` are all numbers, or one of them is null and nothing is written. */
function ofNumbers(
  count: readonly [least: number, most: number],
  named: readonly string[],
  run: (values: readonly number[], given: Given, language: Language) => string | number | null,
): Helper {
  return leafHelper(count, named, (values, given) => {
    if (values.includes(null)) return null;
    const numbers = values.map((value) => (typeof value === 'number' ? value : notNumber(value, given)));
    return Leaf.like(given.args[0], run(numbers, given, languageIn(given)));
  });
}

function notNumber(value: unknown, given: Given): never {
  return halt(given, 'not-a-number', `"${String(value)}" is not a number.`, ['Give a number from the data.']);
}

function languageIn({ options }: Given): Language {
  return languageOf(options.data.filling.lang);
}

/** `decimals=1`: always so many places. */
function decimalsOf(given: Given): Decimals | undefined {
  const { decimals } = given.named;
  if (decimals === undefined || decimals === null) return undefined;
  if (typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 && decimals <= 10)
    return { least: decimals, most: decimals };
  return halt(given, 'wrong-arguments', '"decimals" must be a whole number from 0 to 10.');
}

/** `form="month"`: one of the forms that are known, the first if none is asked for. */
function formOf<T extends string>(forms: readonly [T, ...T[]], given: Given): T {
  const { form } = given.named;
  if (form === undefined || form === null) return forms[0];
  const found = forms.find((each) => each === form);
  return (
    found ?? halt(given, 'wrong-arguments', `There is no form "${String(form)}".`, [`Known: ${forms.join(', ')}.`])
  );
}

/** A part of a whole; null of nothing, and of next to nothing, where the share is more than a number can be. */
function shareOf([part = 0, whole = 0]: readonly number[]): number | null {
  return whole !== 0 && Number.isFinite(part / whole) ? part / whole : null;
}

function notDate(values: readonly unknown[], given: Given): never {
  const message = `${values.map((value) => `"${String(value)}"`).join(' or ')} is not a date.`;
  return halt(given, 'not-a-date', message, ['Give a date as year-month-day, such as 2026-11-22.']);
}

const date = leafHelper([1, 1], ['form'], ([iso], given) => {
  if (iso === null) return null;
  const form = formOf(dateForms, given);
  return Leaf.like(given.args[0], formatDate(String(iso), languageIn(given), form) ?? notDate([iso], given));
});

const period = leafHelper([2, 2], ['form'], ([start, end], given) => {
  if (start === null || end === null) return null;
  const text = formatPeriod(String(start), String(end), languageIn(given), formOf(periodForms, given));
  return Leaf.like(given.args[0], text ?? notDate([start, end], given));
});

const money = leafHelper([2, 2], ['decimals'], ([amount, currency], given) => {
  if (amount === null || currency === null) return null;
  if (typeof amount !== 'number') return notNumber(amount, given);
  return Leaf.like(given.args[0], formatMoney(amount, String(currency), languageIn(given), decimalsOf(given)));
});

/** The sum of a list of numbers, or of a field of its records; what is null counts nothing. */
const sum: Helper = {
  block: false,
  takes: [1, 2],
  named: [],
  gives: 'leaf',
  run([list, key], given) {
    if (!Array.isArray(list)) return null;
    const { filling } = given.options.data;
    const { loc } = given.options;
    const leaves = list.map((item: unknown) =>
      typeof key !== 'string' ? item : filling.lookup(item, key, loc.source, loc.start.line, loc.start.column + 1),
    );
    const numbers = leaves.map(Leaf.plain).filter((value) => value !== null);
    const total = numbers.reduce<number>(
      (whole, value) => whole + (typeof value === 'number' ? value : notNumber(value, given)),
      0,
    );
    return Leaf.like(leaves[0], withoutDust(total));
  },
};

/** A text of the template's messages: `{{t "status" value count=n}}` is the message `status.<value>` with `{count}`. */
const t = leafHelper([1, 3], null, (values, given) => {
  if (values.includes(null)) return null;
  const { filling } = given.options.data;
  const key = values.map(String).join('.');
  const message = filling.messages.get(key);
  if (message === undefined)
    return halt(given, 'unknown-message', `There is no message "${key}" in ${filling.lang}.`, [
      ...nameHints(key, [...filling.messages.keys()], 'messages'),
    ]);
  const { text, missing } = insert(String(message.value), given.named);
  if (missing.length > 0)
    halt(given, 'wrong-arguments', `The message "${key}" needs ${missing.map((name) => `${name}=…`).join(', ')}.`);
  return filling.leaf(text, message.from);
});

export const figures: Readonly<Record<string, Helper>> = {
  number: ofNumbers([1, 1], ['decimals'], ([value = 0], given, language) =>
    formatNumber(value, language, decimalsOf(given)),
  ),
  // A part of 100 is a percentage of the data already: it keeps its decimals, unlike one that is computed.
  percent: ofNumbers([1, 2], ['decimals'], (values, given, language) => {
    const [percentage = 0, whole] = values;
    if (whole === undefined || given.args[1] === 100) return formatPercent(percentage, language, decimalsOf(given));
    const share = shareOf(values);
    return share === null ? null : formatShare(share, language, decimalsOf(given));
  }),
  share: ofNumbers([2, 2], [], (values) => {
    const share = shareOf(values);
    return share === null ? null : machineNumber(share, 4);
  }),
  machine: ofNumbers([1, 1], [], ([value = 0]) => machineNumber(value)),
  money,
  date,
  period,
  sum,
  t,
};
