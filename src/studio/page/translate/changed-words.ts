/** What has changed in a text, word by word. */
export interface ChangedPiece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** Of longer texts the middle that differs is shown whole: the table of a comparison grows with its square. */
const mostWords = 400;

export function changedWords(before: string, after: string): readonly ChangedPiece[] {
  const [old, now] = [pieces(before), pieces(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (texts: readonly string[]): ChangedPiece[] =>
    texts.length === 0 ? [] : [{ text: texts.join(''), kind: 'same' }];
  return [...same(now.slice(0, start)), ...middle, ...same(now.slice(now.length - end))];
}

const pieces = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];

function compare(old: readonly string[], now: readonly string[]): readonly ChangedPiece[] {
  if (old.length > mostWords || now.length > mostWords)
    return [
      { text: old.join(''), kind: 'removed' },
      { text: now.join(''), kind: 'added' },
    ];
  // The longest common run of words, from the end.
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line !== undefined)
        line[column] =
          old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const found: ChangedPiece[] = [];
  const add = (text: string, kind: ChangedPiece['kind']) => {
    const last = found.at(-1);
    if (last?.kind === kind) found[found.length - 1] = { text: last.text + text, kind };
    else found.push({ text, kind });
  };
  for (let [row, column] = [0, 0]; row < old.length || column < now.length; ) {
    const [gone, come] = [old[row], now[column]];
    if (gone !== undefined && gone === come) {
      add(gone, 'same');
      row += 1;
      column += 1;
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      add(gone, 'removed');
      row += 1;
    } else if (come !== undefined) {
      add(come, 'added');
      column += 1;
    }
  }
  return found;
}
