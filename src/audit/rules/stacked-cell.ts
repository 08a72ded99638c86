import type { Inlines } from '../../model/document.ts';
import { placeOf } from '../../model/place.ts';
import type { Cell } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { tablesOf } from '../tables.ts';

/** A number with its unit, and nothing else. */
function isValue(line: string): boolean {
  return line.length <= 30 && /\d/.test(line) && (line.match(/\p{L}/gu) ?? []).length <= 4;
}

export const stackedCell: DocumentRule = {
  code: 'stacked-cell',
  severity: 'warning',
  says: 'A cell of a table has several values below each other, which are read out as one.',
  mend: 'Give each value a row of its own.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      for (const { cells } of [...table.body, ...table.foot]) {
        for (const cell of cells) {
          const lines = linesOf(cell);
          if (lines.length < 2 || !lines.every(isValue)) continue;
          const message = `The cell has ${lines.length} values below each other, and they are read out as one: ‘${lines.join(' | ')}’.`;
          yield { at: placeOf(cell), message, hints: ['Give each value a row of its own.'] };
        }
      }
    }
  },
};

/** The lines of a cell, by its blocks and by the breaks in them. */
function linesOf({ blocks }: Cell): readonly string[] {
  return [...descend(blocks)]
    .flatMap((block) => split(inlinesOf(block)).map(plain))
    .filter((line) => line.trim() !== '');
}

function split(inlines: Inlines): readonly Inlines[] {
  const lines: Inlines[] = [[]];
  for (const node of inlines) {
    if (node.type === 'lineBreak') lines.push([]);
    else lines[lines.length - 1] = [...(lines.at(-1) ?? []), node];
  }
  return lines;
}
