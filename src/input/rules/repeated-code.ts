import type { Path } from '../../json/path.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataSheet } from '../check/sheet.ts';

export const repeatedCode: DataRule = {
  code: 'repeated-code',
  title: 'Two records with one number',
  why: 'People refer to a budget line, an activity or an indicator by its number, and two are found.',
  applies: 'Categories and lines of budgets, indicators, activities and risks.',
  severity: 'warning',
  says: 'Two records of one list have the same number.',
  mend: 'Give each its own number, or remove one of them.',
  *check(sheet) {
    for (const [name, records] of listsOf(sheet)) yield* repeatedIn(name, records);
  },
};

interface Coded {
  readonly path: Path;
  readonly code: string;
}

function* listsOf(sheet: DataSheet): Generator<readonly [name: string, records: readonly Coded[]]> {
  const coded = (part: 'line' | 'indicator' | 'activity') =>
    sheet.parts(part).map(({ path, value: { code } }) => ({ path, code }));
  for (const { path, value: money } of sheet.parts('money'))
    yield [
      'categories of the budget',
      money.categories.map(({ code }, index) => ({ path: [...path, 'categories', index], code })),
    ];
  yield ['lines of the budget', coded('line')];
  yield ['indicators', coded('indicator')];
  yield ['activities', coded('activity')];
  for (const { path, value: risks } of sheet.parts('risks'))
    yield ['risks', risks.map(({ code }, index) => ({ path: [...path, index], code }))];
}

function* repeatedIn(name: string, records: readonly Coded[]): Generator<DataFinding> {
  const seen = new Set<string>();
  for (const { path, code } of records) {
    const key = code.trim().toLowerCase();
    if (seen.has(key))
      yield {
        at: [...path, 'code'],
        message: `Two ${name} have the number "${code}".`,
        hints: ['Give each its own number, or remove one of them.'],
      };
    seen.add(key);
  }
}
