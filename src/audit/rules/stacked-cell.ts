import { placeOf } from '../../model/place.ts';
import type { Cell } from '../../model/table.ts';
import { descend, inlinesOf, linesOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { dataCellsOf } from '../tables.ts';

/** “12 8 3” or “12; 8; 3”: three numbers or more in a row, which are no groups of one. */
const listed = /^\d{1,9}(?:(?:; |\s)(?!\d{3}(?!\d))\d{1,9}){2,20}$/;

/** Telephone numbers have groups too: 0599 11 22 33, 599 11 22 33. No count begins with a zero. */
const telephone = /^(?:0\d|\d{3,4}(?: \d\d){3,4}$)/;

/** A number with its unit, and nothing else. */
function isValue(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && (line.match(/\p{L}/gu) ?? []).length <= 4;
}

export const stackedCell: DocumentRule = {
  code: 'stacked-cell',
  title: 'Several values in one cell',
  why: 'A screen reader reads them as one value under one head.',
  applies: 'Data cells of tables.',
  severity: 'warning',
  says: 'A cell of a table has several values, which are read out as one.',
  mend: 'Give each value a row of its own.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const cell of dataCellsOf(document)) {
      const broken = linesIn(cell);
      const [only = ''] = broken;
      const isList = broken.length === 1 && !telephone.test(only) && listed.test(only);
      const lines = isList ? only.split(/;?\s+/) : broken;
      if (lines.length < 2 || !lines.every(isValue)) continue;
      const message = `The cell has ${lines.length} values, and they are read out as one: ‘${lines.join(' | ')}’.`;
      yield { at: placeOf(cell), message, hints: ['Give each value a row of its own.'] };
    }
  },
};

/** The lines of a cell, by its blocks and by the breaks in them. */
function linesIn({ blocks }: Cell): readonly string[] {
  return descend(blocks)
    .flatMap((block) => linesOf(inlinesOf(block)).map(plain))
    .filter((line) => line.trim() !== '');
}
