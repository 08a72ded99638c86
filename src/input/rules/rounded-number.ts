import type { Path } from '../../json/path.ts';
import { en } from '../../language/en.ts';
import { decimalsIn, decimalsLimit, formatNumber, minorUnits, rounded, withoutDust } from '../../language/numerals.ts';
import { budgetAmounts } from '../check/budgets.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataSheet } from '../check/sheet.ts';
import { numberIn } from '../kinds/columns.ts';

export const roundedNumber: DataRule = {
  code: 'rounded-number',
  title: 'Number that is shown rounded',
  why: 'Readers see another number than the source has, and sums no longer agree.',
  applies: 'Cells of tables, values of charts and key figures.',
  severity: 'warning',
  says: 'A number is shown with fewer digits than the data has.',
  mend: 'Write the "decimals" that the number needs, or the rounded number.',
  *check(sheet) {
    for (const number of numbersOf(sheet)) {
      const finding = lossOf(number);
      if (finding !== null) yield finding;
    }
  },
};

/** A number of the data and how many decimals it is written with. */
interface Shown {
  readonly path: Path;
  readonly value: number;
  readonly decimals: number;
  /** Of an amount of money. */
  readonly currency: string | null;
  /** Whether the data may say `decimals` for it: in its record, or of a table in its column, also where its rows are in a file. */
  readonly free: boolean | 'in the cell or its column';
}

function lossOf({ path, value, decimals, currency, free }: Shown): DataFinding | null {
  const shown = rounded(value, decimals);
  if (shown === value || (shown === 0 && value === 0)) return null;
  // Its digits are beyond what decimals can write.
  const written = plain(value, 20) === plain(0, 20) ? String(value) : plain(value, 20);
  const message = `${written} is shown as ${plain(value, decimals)}, because `;
  const more = decimalsIn(value);
  const asIs = `Write ${plain(shown, decimals).replaceAll(',', '')} in the data`;
  // Nothing is not what the number says, and only a smaller unit can show it.
  const isLost = shown === 0;
  if (isLost && (decimals === decimalsLimit || more > decimalsLimit)) {
    const hints = ['Write the number in a smaller unit, and name that unit.'];
    return { at: path, message: `${message}10 decimals are the most.`, hints };
  }
  if (withoutDust(value) === shown)
    return { at: path, message: `${message}a number has 15 digits at most.`, hints: [`${asIs}.`] };
  if (decimals === decimalsLimit)
    return { at: path, message: `${message}10 decimals are the most.`, hints: [`${asIs}.`] };
  const hint = free
    ? `Write "decimals": ${more}${free === true ? '' : ` ${free}`}, or ${asIs.toLowerCase().replace(' in the data', '')} in the data.`
    : `${asIs}.`;
  const reason =
    currency !== null && decimals === minorUnits(currency)
      ? `amounts of money have ${decimals} decimals`
      : `\`decimals\` is ${decimals}`;
  return { at: path, message: `${message}${reason}.`, hints: [hint] };
}

/** As the English document writes it. */
function plain(value: number, decimals: number): string {
  return formatNumber(value, en, { least: Math.min(decimals, 0), most: decimals });
}

function* numbersOf(sheet: DataSheet): Generator<Shown> {
  yield* inTables(sheet);
  yield* inCharts(sheet);
  yield* inFigures(sheet);
  yield* inIndicators(sheet);
  for (const { path, value, money } of budgetAmounts(sheet))
    yield { path, value, decimals: money.decimals.value, currency: money.currency, free: false };
}

function* inTables(sheet: DataSheet): Generator<Shown> {
  for (const { path, value: table } of sheet.parts('table')) {
    for (const list of ['rows', 'foot'] as const) {
      for (const [row, { cells }] of (table[list] ?? []).entries()) {
        for (const [index, cell] of cells.entries()) {
          const found = numberIn(cell);
          if (found === null || cell.decimals === null) continue;
          const { unit, value } = found;
          const currency = unit === 'money' ? table.currency : null;
          yield {
            path: [...path, list, row, 'cells', index, unit],
            value,
            decimals: cell.decimals,
            currency,
            free: 'in the cell or its column',
          };
        }
      }
    }
  }
}

function* inCharts(sheet: DataSheet): Generator<Shown> {
  for (const { path, value: chart } of sheet.parts('chart')) {
    const { decimals } = chart;
    const currency = chart.unit === 'money' ? chart.currency : null;
    for (const [series, { values }] of chart.series.entries()) {
      for (const [index, value] of (values ?? []).entries()) {
        if (value === null || decimals === null) continue;
        yield { path: [...path, 'series', series, 'values', index], value, decimals, currency, free: true };
      }
    }
  }
}

function* inFigures(sheet: DataSheet): Generator<Shown> {
  for (const { path, value: figure } of sheet.parts('figure')) {
    for (const key of ['value', 'of', 'target'] as const) {
      const value = figure[key];
      if (value === null || figure.decimals === null) continue;
      yield { path: [...path, key], value, decimals: figure.decimals, currency: null, free: true };
    }
  }
}

function* inIndicators(sheet: DataSheet): Generator<Shown> {
  for (const { path, value: indicator } of sheet.parts('indicator')) {
    const { decimals } = indicator;
    const shown = (value: number | null, ...steps: Path): readonly Shown[] =>
      value === null || decimals === null
        ? []
        : [{ path: [...path, ...steps], value, decimals, currency: null, free: true }];
    yield* shown(indicator.baseline.value, 'baseline', 'value');
    for (const [index, { target, actual }] of indicator.values.entries()) {
      yield* shown(target, 'values', index, 'target');
      yield* shown(actual, 'values', index, 'actual');
    }
    for (const [index, { parts }] of (indicator.disaggregation ?? []).entries()) {
      for (const [order, part] of parts.entries()) {
        const at = ['disaggregation', index, 'parts', order] as const;
        for (const key of ['baseline', 'target', 'actual'] as const) yield* shown(part[key], ...at, key);
      }
    }
  }
}
