import type { Rule } from './rule.ts';

export const statusWithoutWords: Rule = {
  code: 'status-without-words',
  severity: 'error',
  says: 'A status is said in words: the mark drawn beside them repeats it for the eye.',
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
              const message = 'The cell heads its row, and a row header has no status mark.';
              yield { path: at, message, hint: 'Move "status" to another cell of the row.' };
            } else if (text === null) {
              const message = `The status "${status}" is a mark only, which not everybody sees: the cell has no \`text\`.`;
              yield { path: at, message, hint: 'Add "text" that says the status in words.' };
            }
          }
        }
      }
    }
  },
};
