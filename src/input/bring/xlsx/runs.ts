/** Runs of a text that look otherwise than the others, as marks: who makes some words bold or italic stresses them. */

export interface MarkedRun {
  readonly text: string;
  /** What marks it: ** for bold, * for italics. */
  readonly stars: '' | '*' | '**';
}

/** Whether its words are not all alike; a mark of all of them is a look. */
export function isMixed(runs: readonly MarkedRun[]): boolean {
  if (runs.length < 2) return false;
  return new Set(runs.filter(({ text }) => text.trim() !== '').map(({ stars }) => stars)).size > 1;
}

/**
 * The text with its marks. Null where it has signs that are marks already, and where stars would be none: after a letter a star alone
 * opens nothing, and a mark ends with its paragraph.
 */
export function markedText(runs: readonly MarkedRun[]): string | null {
  let text = '';
  for (const { text: words, stars } of joined(runs)) {
    const inner = words.trim();
    const start = words.length - words.trimStart().length;
    const before = text + words.slice(0, start);
    const isClosed = stars === '*' ? /[\p{L}\p{N}*]$/u.test(before) : before.endsWith('*');
    if (stars !== '' && (isClosed || inner.includes('\n'))) return null;
    if (/[*[\]\\]/.test(words)) return null;
    text = `${before}${stars}${inner}${stars}${words.slice(start + inner.length)}`;
  }
  return text;
}

/** Runs of one look in a row as one; spaces have the look of what is before them. */
function joined(runs: readonly MarkedRun[]): readonly MarkedRun[] {
  const all: MarkedRun[] = [];
  for (const { text, stars } of runs) {
    const last = all.at(-1);
    const isSpace = text.trim() === '';
    if (last !== undefined && (isSpace || last.stars === stars))
      all[all.length - 1] = { ...last, text: last.text + text };
    else all.push({ text, stars: isSpace ? '' : stars });
  }
  return all;
}
