/** Numbers that are another one with a slip of the keyboard, and what the data knows them by. */
import type { LanguageTag } from '../../language/languages.ts';
import { countedIn } from './figures.ts';
import { placed } from './placed.ts';
import type { DataSheet } from './sheet.ts';

/** A number that the data gives a name, and texts may repeat. */
export interface KnownNumber {
  readonly value: number;
  /** Its name in the language; its stems are looked for beside a number. Empty for an amount of the budget. */
  readonly name: string;
  /** What messages call it. */
  readonly called: string;
  /** Of an amount. */
  readonly currency: string | null;
}

/** All key figures, indicators and totals as one language names them. */
export function* knownIn(sheet: DataSheet, tag: LanguageTag): Generator<KnownNumber> {
  for (const { values, name } of countedIn(sheet, tag))
    for (const value of values) yield { value, name, called: `“${name}”`, currency: null };
  for (const { value: money } of sheet.parts('money')) {
    const { agreed, total, spent, receivedTotal } = money;
    const amounts = [
      { called: 'the agreed amount', value: agreed },
      { called: 'the sum of the budget', value: total.value },
      { called: 'the sum of what was spent', value: spent.value },
      ...(receivedTotal === null ? [] : [{ called: 'the sum of what was received', value: receivedTotal.value }]),
    ];
    for (const { called, value } of amounts) yield { value: Number(value), name: '', called, currency: money.currency };
  }
  for (const { value: table } of sheet.parts('table'))
    for (const row of placed(table.foot ?? []))
      for (const { cell, column } of row) {
        const caption = table.caption[tag] ?? '';
        if (cell.money !== null && table.currency !== null)
          yield { value: cell.money, ...namedBy(caption), currency: table.currency };
        const head = table.columns[column]?.head[tag] ?? '';
        if (cell.number !== null) yield { value: cell.number, ...namedBy(caption), name: head, currency: null };
      }
  for (const { value: chart } of sheet.parts('chart')) {
    const { caption, summary, total } = chart;
    const name = `${caption[tag]} ${summary?.[tag]}`;
    if (total !== null) yield { value: total, name, called: `the total of “${caption[tag]}”`, currency: null };
  }
}

const namedBy = (caption: string) => ({ name: caption, called: `the last row of “${caption}”` });

/** All numbers that stand as values anywhere in the data: a text that says one of them has made no slip. */
export function valuesIn(value: unknown, found: Set<number> = new Set()): ReadonlySet<number> {
  if (typeof value === 'number') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) valuesIn(inner, found);
  return found;
}

/** How many words a text must share with the name of a number for another one to be a slip of it; null where it is none. */
export function sharedFor(one: number, other: number): number | null {
  if (isSlip(one, other)) return 1;
  const [a, b] = [String(one), String(other)];
  const differing = [...a].filter((digit, index) => digit !== b[index]);
  return /^\d{3}$/.test(a) && /^\d{3}$/.test(b) && differing.length === 1 && a.at(-1) !== '0' ? 2 : null;
}

/**
 * Whether one number is the other with two neighbouring digits in each other's place; or, of four digits that are not zero at the
 * end and more of all, with one digit that is another.
 */
export function isSlip(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  if (a.length !== b.length || a.length < 3 || a === b || !/^\d+$/.test(a) || !/^\d+$/.test(b)) return false;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second] = differing;
  if (second === undefined) return a.length >= 4;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
