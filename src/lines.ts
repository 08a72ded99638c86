/** The lines of a text, and the way between them and offsets. They end with LF, CR or both, and are counted from 1. */

export interface Lines {
  /** A line without its end; undefined where there is none. */
  line(number: number): string | undefined;
  /** The line and column (in UTF-16 units) of an offset. */
  at(offset: number): { readonly line: number; readonly column: number };
}

export function linesOf(text: string): Lines {
  let known: Uint32Array | null = null;
  const starts = (): Uint32Array => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    line(number) {
      const [start, next] = [starts()[number - 1], starts()[number] ?? text.length];
      return start === undefined ? undefined : text.slice(start, next).replace(/(?:\r\n?|\n)$/, '');
    },
    at(offset) {
      const line = lineAt(starts(), offset);
      return { line: line + 1, column: offset - (starts()[line] ?? 0) + 1 };
    },
  };
}

/** Counted first: a list that grows would take the memory of a text of line ends several times over. */
function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (const _ of endsIn(text)) count += 1;
  const starts = new Uint32Array(count);
  let line = 0;
  for (const end of endsIn(text)) {
    line += 1;
    starts[line] = end;
  }
  return starts;
}

/** The offsets behind the line ends of a text, in order. */
function* endsIn(text: string): Generator<number> {
  let [feed, turn] = [text.indexOf('\n'), text.indexOf('\r')];
  while (feed >= 0 || turn >= 0) {
    const isTurn = turn >= 0 && (feed < 0 || turn < feed);
    const at = isTurn ? turn : feed;
    if (isTurn) turn = text.indexOf('\r', at + 1);
    else feed = text.indexOf('\n', at + 1);
    if (!isTurn || feed !== at + 1) yield at + 1;
  }
}

/** The index of the last line that starts at or before the offset. */
function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
