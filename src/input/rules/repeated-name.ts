import type { Path } from '../../json/path.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';

type Texts = Readonly<Partial<Record<string, string>>>;

export const repeatedName: DataRule = {
  code: 'repeated-name',
  title: 'Two parts of a chart with one name',
  why: 'Nobody can tell the two apart, in the legend, in the table and by ear.',
  applies: 'Categories and series of charts.',
  severity: 'error',
  says: 'Two categories or two series of a chart have the same name.',
  mend: 'Give each its own name.',
  clause: 'WCAG 2.2, 1.3.1',
  *check(sheet) {
    for (const { path, value } of sheet.parts('chart')) {
      yield* repeatedIn(value.categories, (index) => [...path, 'categories', index], 'categories');
      const names = value.series.map(({ name }) => name);
      yield* repeatedIn(names, (index) => [...path, 'series', index, 'name'], 'series');
    }
  },
};

function* repeatedIn(names: readonly Texts[], pathOf: (index: number) => Path, what: string): Generator<DataFinding> {
  const seen = new Set<string>();
  for (const [index, texts] of names.entries())
    for (const [tag, name = ''] of Object.entries(texts)) {
      const key = `${tag}:${name.trim().toLowerCase()}`;
      if (seen.has(key))
        yield {
          at: [...pathOf(index), tag],
          message: `Two ${what} of the chart have the name "${name}".`,
          hints: ['Give each its own name.'],
        };
      seen.add(key);
    }
}
