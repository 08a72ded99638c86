/** Line ends of a text: the editor counts each as one sign, and what is saved keeps them as they are. */

/** What ends the lines of a text; `mixed` where it is not the same everywhere: then those of Windows keep their first half. */
export type EditorLineEnds = '\n' | '\r\n' | 'mixed';

export function lineEndsOf(text: string): EditorLineEnds {
  if (!text.includes('\r')) return '\n';
  return /\r(?!\n)|(?<!\r)\n/.test(text) ? 'mixed' : '\r\n';
}

/** The lines of a text without what ends them. */
export function linesOf(text: string, ends: EditorLineEnds): readonly string[] {
  return text.split(ends === 'mixed' ? '\n' : ends);
}

export function joined(lines: readonly string[], ends: EditorLineEnds): string {
  return lines.join(ends === 'mixed' ? '\n' : ends);
}
