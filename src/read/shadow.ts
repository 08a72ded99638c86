/** The text that the parser of the notation gets: our own forms in it are written so that it need not know them. */

/** Offsets in a text, UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stands for a footnote; texts cannot hold it. For the parser it is a letter. */
const filler = '\uE000';

/** A text of the same length, and the footnotes `^[…]` in it, whose places it fills with letters. */
export function shadowOf(
  text: string,
  hasNotes: boolean,
): { readonly shadow: string; readonly notes: readonly Span[] } {
  const notes = hasNotes ? notesIn(text) : [];
  let shadow = '';
  let end = 0;
  for (const note of notes) {
    shadow += text.slice(end, note.start) + filler.repeat(note.end - note.start);
    end = note.end;
  }
  shadow += text.slice(end);
  return { shadow: shadow.replace(/\]\{lang=([A-Za-z0-9-]*)\}/g, ']($1     )'), notes };
}

/** Footnotes that do not stand in one another. */
function notesIn(text: string): readonly Span[] {
  const closing = closingBrackets(text);
  const notes: Span[] = [];
  for (const { index } of text.matchAll(/(?<!\\)\^\[/g)) {
    const close = closing.get(index + 1);
    if (close !== undefined && index >= (notes.at(-1)?.end ?? 0)) notes.push({ start: index, end: close + 1 });
  }
  return notes;
}

/** For each bracket that opens, where its partner closes. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '\\') index += 1;
    else if (char === '[') open.push(index);
    else if (char === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}
