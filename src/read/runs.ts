/** Parts of a text that has several sources. */
import type { TextRange } from '../model/marks.ts';
import type { MarkupText } from './parse.ts';

/** The runs between two offsets of their text. */
export function cut(runs: readonly MarkupText[], { start, end }: TextRange): readonly MarkupText[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const from = Math.max(0, start - offset);
    const value = run.value.slice(from, Math.max(0, end - offset));
    offset += run.value.length;
    return value === '' ? [] : [{ ...run, value, start: (run.start ?? 0) + from }];
  });
}
