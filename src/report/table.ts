/** Tables of the report: names of files and codes are single long words, in the widest letters that a reader may have. */
import { tableOf } from '../ticket/table.ts';

/** Rem: a bold Georgian letter of DejaVu Sans, which stands in where the page’s own families are missing. */
const letterWidth = 0.8;

export function verdictTable(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  return tableOf(name, heads, rows, numeric, letterWidth);
}
