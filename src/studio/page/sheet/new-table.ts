/** A table that nothing is written in yet, made of what is pasted: its headings, its texts, its numbers. */
import { valueAt, withValue } from '../edits.ts';
import { type Pasted, type PastePlace, withBlock } from './cells.ts';
import { type Decimal, readNumber } from './pasted.ts';

type Block = readonly (readonly string[])[];

/** Writes a block into a sheet as `withBlock` does; a table without a word in its rows gets the columns of the block. */
export function withPasted(text: string, given: PastePlace): Pasted {
  const { list, columns, block, at, place, decimal } = given;
  const { heads } = place;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (heads === null || width < 2 || !list.every(isBlank)) return withBlock(text, given);
  const lang = columns[at.column]?.lang ?? place.languages[0] ?? '';
  const texts = (words: string) => Object.fromEntries(place.languages.map((tag) => [tag, tag === lang ? words : '']));
  const headed = headingsOf(block, heads, lang, decimal);
  const rows = headed === null ? block : block.slice(1);
  const kinds = Array.from({ length: width }, (_, index) =>
    kindOf(
      rows.map((row) => row[index] ?? ''),
      decimal,
    ),
  );
  const made = kinds.map((kind, index) => {
    const there = heads[index];
    const head = isBlank(valueAt(there, ['head'])) ? texts(headed?.[index] ?? '') : valueAt(there, ['head']);
    return { ...Object(there), head, ...(kind === 'text' ? {} : { align: 'end' }) };
  });
  const cellOf = (content: string, kind: (typeof kinds)[number]) => {
    if (content.trim() === '') return {};
    return kind === 'text' ? { text: texts(content) } : { [kind]: numberIn(content, decimal) };
  };
  const filled = rows.map((row) => ({ cells: kinds.map((kind, index) => cellOf(row[index] ?? '', kind)) }));
  const around = place.path.slice(0, -1);
  const withHeads = withValue(text, [...around, 'columns'], [...made, ...heads.slice(width)]);
  const rest = heads.slice(width).map(() => ({}));
  const all = filled.map(({ cells }) => ({ cells: [...cells, ...rest] }));
  const counts = { rows: block.length, columns: width, notNumbers: 0, left: 0, closed: 0 };
  return { ...counts, text: withValue(withHeads, place.path, all), withHeads: headed !== null };
}

/** Whether nobody has written in it: blank texts, no numbers. */
function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return value === undefined;
  return value === null || Object.values(value).every(isBlank);
}

/** The first row where it names the columns; null where it is a row like the others, or the table has other names. */
function headingsOf(
  block: Block,
  heads: readonly unknown[],
  lang: string,
  decimal: Decimal | null,
): readonly string[] | null {
  const [first = [], ...others] = block;
  if (others.length === 0) return null;
  const named = heads.map((head) => String(valueAt(head, ['head', lang]) ?? '').trim());
  if (!heads.every((head) => isBlank(valueAt(head, ['head']))))
    return named.every((name, index) => name === '' || name === first[index]?.trim()) ? first : null;
  const isData = first.some((cell, index) => {
    const isAmount = numberIn(cell, decimal) !== null && !year.test(cell.trim());
    return isAmount && kindOf([cell, ...others.map((row) => row[index] ?? '')], decimal) !== 'text';
  });
  return isData ? null : first;
}

const year = /^(?:19|20)\d\d$/;

/** Years, and numbers that begin with a nought, are names: `2026` is not 2,026. */
function kindOf(cells: readonly string[], decimal: Decimal | null): 'text' | 'number' | 'percent' {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isNames = filled.every((cell) => year.test(cell)) || filled.some((cell) => /^0\d/.test(cell));
  if (filled.length === 0 || isNames || filled.some((cell) => numberIn(cell, decimal) === null)) return 'text';
  const shares = filled.filter((cell) => cell.includes('%')).length;
  if (shares === 0) return 'number';
  return shares === filled.length ? 'percent' : 'text';
}

function numberIn(cell: string, decimal: Decimal | null): number | null {
  return readNumber(cell.trim(), { decimal, currency: null, isPercent: true });
}
