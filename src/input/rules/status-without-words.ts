import type { DataRule } from '../check/rule.ts';

export const statusWithoutWords: DataRule = {
  code: 'status-without-words',
  title: 'Status without words',
  why: 'Who does not see the mark or its colour does not learn the status.',
  applies: 'Cells with a status.',
  severity: 'error',
  says: 'A status is only a mark, or marks the header of a row.',
  mend: 'Add "text" with the status in words, or move "status" to another cell of the row.',
  clause: 'WCAG 2.2, 1.4.1',
  *check(sheet) {
    for (const { path, value: table } of sheet.parts('table')) {
      for (const list of ['rows', 'foot'] as const) {
        const rows = table[list] ?? [];
        for (const [row, { look, cells }] of rows.entries()) {
          for (const [index, { status, text, header }] of cells.entries()) {
            if (status === null) continue;
            const at = [...path, list, row, 'cells', index, 'status'];
            if (header ?? (index === 0 || look === 'group')) {
              const message = 'The cell is the header of its row, and a row header must not have a status mark.';
              yield { at, message, hints: ['Move "status" to another cell of the row.'] };
            } else if (text === null) {
              const message = `The status "${status}" is only a mark, which not everybody can see: the field \`text\` of the cell is missing.`;
              yield { at, message, hints: ['Add "text" with the status in words.'] };
            }
          }
        }
      }
    }
  },
};
