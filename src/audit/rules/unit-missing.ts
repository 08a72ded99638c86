import { knownLanguage } from '../../language/languages.ts';
import { placeOf } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { columnsOf, headsOf, tablesOf, textOf } from '../tables.ts';

const number = /^[\d\s.,–-]+$/;

/** A column of lengths, areas or weights whose unit stands neither in its head, nor in its cells, nor around the table. */
export const unitMissing: DocumentRule = {
  code: 'unit-missing',
  title: 'Measures without a unit',
  why: 'Readers of a column of lengths cannot know whether metres or kilometres are meant.',
  applies: 'Columns of tables whose head names a measure.',
  severity: 'warning',
  says: 'A column of measures, such as lengths or weights, does not say in which unit they are.',
  mend: 'Name the unit in the head of the column: “Length, km”.',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      const wording = knownLanguage(table.lang ?? document.lang)?.wording;
      if (wording === undefined) continue;
      const heads = headsOf(table).map((cells) => ({ text: cells.map(textOf).join(' '), cell: cells.at(-1) }));
      const around = [table.caption, table.summary].map((each) => plain(each ?? [])).join(' ');
      if (wording.unit.test(around) || heads.some(({ text }) => wording.unit.test(text))) continue;
      const columns = columnsOf(table);
      for (const [index, { text, cell }] of heads.entries()) {
        const values = (columns[index] ?? []).map(textOf).filter((each) => each !== '');
        if (cell === undefined || !wording.measureHead.test(text.trim()) || values.length < 2) continue;
        if (!values.every((each) => number.test(each))) continue;
        const message = `The column ‘${text}’ does not say in which unit its values are.`;
        yield { at: placeOf(cell), message, hints: [`Name the unit in the head: ‘${text}, km’, if it is kilometres.`] };
      }
    }
  },
};
