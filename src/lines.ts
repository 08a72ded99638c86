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
  for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) count += 1;
  const starts = new Uint32Array(count);
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsLine(text, at)) continue;
    line += 1;
    starts[line] = at + 1;
  }
  return starts;
}

/** Whether the last or only character of a line end is here. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a);
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
