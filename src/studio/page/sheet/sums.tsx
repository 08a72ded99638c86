/** The sums of a sheet's columns, under it. */
import { useWords } from '../speech.ts';
import { idOf, type SheetColumn, shownOf } from './columns.ts';
import { sumsOf } from './sum.ts';

export function Sums({
  rows,
  columns,
}: {
  readonly rows: readonly unknown[];
  readonly columns: readonly SheetColumn[];
}) {
  const { say, language } = useWords();
  const sums = sumsOf(rows, columns);
  if (sums.length === 0) return null;
  return (
    <dl class="sheet-sums" aria-label={say('sums')}>
      {sums.map(({ column, sum }) => (
        <div key={idOf(column)}>
          <dt>
            {say('sumOf')} {column.label}
          </dt>
          <dd>{shownOf(sum, { ...column, path: [] }, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
