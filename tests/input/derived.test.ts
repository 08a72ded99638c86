/** What is computed once from the data: totals, ways gone, statuses, levels; each leads back to its source. */
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { progress } from '../../src/input/kinds/results.ts';
import { levelOf } from '../../src/input/kinds/risks.ts';
import { loadData } from '../../src/input/load.ts';
import { type DataTree, Datum } from '../../src/model/datum.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const tree = await load('data/report/interim-2026.json');

async function load(file: string): Promise<DataTree> {
  const report = new Report();
  const loaded = await loadData(file, await openWorld(packageRoot), report);
  const [lang] = loaded?.languages ?? [];
  if (loaded === null || lang === undefined) throw new Error(JSON.stringify(report.diagnostics));
  return loaded.localize(lang);
}

function at(...path: readonly (string | number)[]): Datum {
  const found = path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), tree);
  if (found instanceof Datum) return found;
  throw new Error(`no value at ${path.join('.')}`);
}

const money = ['budget', 'money'];
const indicator = ['results', 'levels', 0, 'indicators', 0];

test('budgets are summed by line, category and in all, to the cent', () => {
  expect(at(...money, 'budget').value).toBe(3_250_000);
  expect(at(...money, 'total').value).toBe(Number(at(...money, 'before').value) + Number(at(...money, 'spent').value));
  expect(at(...money, 'remaining').value).toBe(3_250_000 - Number(at(...money, 'total').value));
  expect(at(...money, 'categories', 0, 'total').value).toBe(486_700);
  expect(at(...money, 'categories', 0, 'lines', 0, 'remaining').value).toBe(396_600);
  expect(at(...money, 'balance').value).toBe(2_300_000 - Number(at(...money, 'total').value));
});

test('parts of a cent are in the sums of a budget, which are written with as many decimals as its amounts', async () => {
  const odd = await load('tests/fixtures/data/odd-cents/parts.json');
  const shown = (...path: readonly (string | number)[]) => {
    const found = [...money, ...path].reduce<unknown>((node, key) => Reflect.get(Object(node), key), odd);
    return found instanceof Datum ? found.value : found;
  };
  expect(shown('decimals')).toBe(3);
  expect(shown('categories', 0, 'lines', 0, 'remaining')).toBe(396_599.375);
  expect(shown('categories', 0, 'remaining')).toBe(533_299.5);
  expect(shown('budget')).toBe(1_020_000);
});

test('a computed value has the place of what it was computed from', () => {
  expect(at(...indicator, 'reached').from).toEqual(at(...indicator, 'values', 1, 'actual').from);
  expect(at(...indicator, 'aim').from).toEqual(at(...indicator, 'values', 3, 'target').from);
  expect(at(...money, 'total').from.path).toBe('$.budget.money.categories');
  expect(at('risks', 'register', 'matrix', 0, 'high').from.path).toBe('$.risks.register.risks');
});

test('the way to the target starts at the baseline', () => {
  expect(at(...indicator, 'gained').value).toBe(-1.5);
  expect(at(...indicator, 'needed').value).toBe(-2);
  expect(at(...indicator, 'status').value).toBe('on-plan');
});

test.each([
  ['on plan', 0, [[100, 90]], 'on-plan'],
  [
    '15 percent short is still on plan',
    0,
    [
      [100, 85],
      [200, null],
    ],
    'on-plan',
  ],
  [
    'more than that is behind',
    0,
    [
      [100, 84],
      [200, null],
    ],
    'behind',
  ],
  [
    'beyond the last target',
    0,
    [
      [100, 201],
      [200, null],
    ],
    'exceeded',
  ],
  [
    'beyond the period’s target only',
    0,
    [
      [100, 150],
      [200, null],
    ],
    'on-plan',
  ],
  [
    'less is better',
    4,
    [
      [2.5, 1.9],
      [2, null],
    ],
    'exceeded',
  ],
  [
    'nothing was planned yet',
    0,
    [
      [0, 0],
      [200, null],
    ],
    'on-plan',
  ],
] as const)('status: %s', (_, baseline, values, status) => {
  const given = values.map(([target, actual]) => ({ target, actual }));
  expect(progress({ baseline: { value: baseline }, values: given }).status?.value).toBe(status);
});

test('without a way to go, or before anything is known, there is no status', () => {
  expect(progress({ baseline: { value: 5 }, values: [{ target: 5, actual: 5 }] })).toMatchObject({
    status: null,
    needed: null,
  });
  expect(progress({ baseline: { value: 0 }, values: [{ target: 5, actual: null }] })).toMatchObject({
    status: null,
    reached: null,
  });
});

test('a risk’s level is the product of its two ratings', () => {
  const degrees = ['low', 'medium', 'high'] as const;
  const levels = degrees.map((likelihood) => degrees.map((impact) => levelOf(likelihood, impact)));
  expect(levels).toEqual([
    ['low', 'low', 'medium'],
    ['low', 'medium', 'high'],
    ['medium', 'high', 'high'],
  ]);
});
