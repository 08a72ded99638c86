import { allLanguages, languages, languageTags } from '../../language/languages.ts';
import { placed } from '../check/placed.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts, Found } from '../check/sheet.ts';
import { numbersIn } from '../check/tokens.ts';

type DataTable = DataParts['table'];
type DataRow = DataTable['rows'][number];
type DataCell = DataRow['cells'][number];

export const numberAsText: DataRule = {
  code: 'number-as-text',
  title: 'Number written as text',
  why: 'It is not counted in sums, and not written as its language writes numbers.',
  applies: 'Cells of tables.',
  severity: 'warning',
  says: 'A number in a column of numbers is written as text, so that it is not counted in sums.',
  mend: 'Write it as "number" or "money" instead of "text".',
  *check(sheet) {
    for (const table of sheet.parts('table')) yield* textsAmongNumbers(table);
  },
};

function* textsAmongNumbers({ path, value: { rows, foot } }: Found<DataTable>): Generator<DataFinding> {
  const counted = {
    rows: placed(rows).map((row, index) => (rows[index]?.look === 'group' ? [] : row)),
    foot: placed(foot ?? []),
  };
  const columns = new Map<number, 'number' | 'money'>();
  for (const { cell, column } of [...counted.rows, ...counted.foot].flat()) {
    if (cell.money !== null) columns.set(column, 'money');
    else if (cell.number !== null && !columns.has(column)) columns.set(column, 'number');
  }
  for (const list of ['rows', 'foot'] as const) {
    for (const [index, row] of counted[list].entries()) {
      for (const { cell, column, order } of row) {
        const field = columns.get(column);
        const value = field === undefined ? null : numberSaid(cell);
        if (value === null) continue;
        yield {
          at: [...path, list, index, 'cells', order, 'text'],
          message: 'The number is written as text, so it is not counted in its column.',
          hints: [`Write "${field}": ${value} in place of "text", so that it is counted.`],
        };
      }
    }
  }
}

const sign = '[A-Z]{3}|[₾€$£]';
const names = allLanguages.flatMap(({ currencies }) => Object.values(currencies)).join('|');
/** A sign, digits with their groups, and the currency on either side. */
const amount = new RegExp(
  `^(?:${sign})?\\s*[-\\u2212]?\\s*(?:${sign})?\\s*(\\d[\\d\\s.,]*)(?:\\s*(?:${sign}|${names}))?$`,
  'u',
);

/** In characters: no number that people write is longer. */
const longestAmount = 60;

/** The number that a cell says in words; null if it says something else, or leaves open what is meant. */
function numberSaid({ text }: DataCell): number | null {
  for (const tag of languageTags) {
    const written = text?.[tag]?.trim() ?? '';
    const [, digits] = written.length > longestAmount ? [] : (amount.exec(written) ?? []);
    const [found, ...others] = digits === undefined ? [] : numbersIn(digits.trim(), languages[tag]);
    if (found === undefined || others.length > 0 || !/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(found)) continue;
    const value = Number(found);
    return /[-\u2212]/.test(written) && value !== 0 ? -value : value;
  }
  return null;
}
