/**
 * Our own forms of the notation, `[words]{lang=en}` and `^[a footnote]`, and the text that the parser of CommonMark gets: in it
 * they are letters, so that it need not know them. What stands in a form is read on its own.
 */

/** Offsets in a text, UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A form of ours, with what stands in its brackets. */
export interface Form extends Span {
  readonly inner: Span;
  /** The language of the words; null for a footnote. */
  readonly tag: string | null;
}

/** Stands for a form; texts cannot hold it. For the parser it is a letter. */
const filler = '\uE000';

/** A text of the same length, and the forms in it that stand in no other, whose places it fills with letters. */
export function shadowOf(
  text: string,
  hasNotes: boolean,
): { readonly shadow: string; readonly forms: readonly Form[] } {
  const forms = formsIn(text, hasNotes);
  let shadow = '';
  let end = 0;
  for (const form of forms) {
    shadow += text.slice(end, form.start) + filler.repeat(form.end - form.start);
    end = form.end;
  }
  return { shadow: shadow + text.slice(end), forms };
}

function formsIn(text: string, hasNotes: boolean): readonly Form[] {
  const forms: Form[] = [];
  let end = 0;
  // By the place where they open: outer before inner.
  for (const [open, close] of [...closingBrackets(text)].sort(([one], [other]) => one - other)) {
    if (open < end) continue;
    const form = formAt(text, open, close, hasNotes);
    // What parts paragraphs or opens an item of a list ends a form as it ends any mark.
    if (form === null || partsBlocks.test(text.slice(form.start, form.end))) continue;
    forms.push(form);
    end = form.end;
  }
  return forms;
}

const partsBlocks = /\n[ \t]*(?:\n|(?:[-*+]|\d{1,9}[.)])[ \t])/;

function formAt(text: string, open: number, close: number, hasNotes: boolean): Form | null {
  const inner = { start: open + 1, end: close };
  if (text[open - 1] === '^' && text[open - 2] !== '\\')
    return hasNotes ? { start: open - 1, end: close + 1, inner, tag: null } : null;
  const told = languageAt(text, close + 1);
  return told === null ? null : { start: open, end: close + 1 + told.length, inner, tag: told.tag };
}

/** `{lang=en}` at an offset: its length, and the tag as it is written. */
export function languageAt(text: string, offset: number): { readonly length: number; readonly tag: string } | null {
  const found = /^\{lang=([^{}\n]{0,60})\}/.exec(text.slice(offset, offset + 80));
  return found === null ? null : { length: found[0].length, tag: found[1] ?? '' };
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
