/**
 * The forms of our own in texts of data: `[words]{lang=en}`, which all texts may have, and `^[a footnote]`, which rich ones
 * may. Where a text can say one language only, its marks are taken off (`withoutLanguages`).
 */

/** Offsets in a text, UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A form of ours, with what stands in its brackets. */
export interface BracketForm extends TextRange {
  readonly inner: TextRange;
  /** The language of the words; null for a footnote. */
  readonly tag: string | null;
}

/** The forms in a text that stand in no other. */
export function formsIn(text: string, hasNotes: boolean): readonly BracketForm[] {
  const forms: BracketForm[] = [];
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

function formAt(text: string, open: number, close: number, hasNotes: boolean): BracketForm | null {
  const inner = { start: open + 1, end: close };
  if (text[open - 1] === '^' && text[open - 2] !== '\\')
    return hasNotes ? { start: open - 1, end: close + 1, inner, tag: null } : null;
  const language = languageAt(text, close + 1);
  return language === null ? null : { start: open, end: close + 1 + language.length, inner, tag: language.tag };
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

/** Marks of language inside of one another. */
export const languageLimit = 8;

/** A text without its marks of language. */
export function withoutLanguages(text: string, depth = 0): string {
  if (!hasLanguages(text) || depth === languageLimit) return text;
  let plain = '';
  let end = 0;
  for (const { start, inner, end: next } of formsIn(text, false)) {
    plain += text.slice(end, start) + withoutLanguages(text.slice(inner.start, inner.end), depth + 1);
    end = next;
  }
  return plain + text.slice(end);
}

/** The tag of a text that is one mark of language from its first sign to its last; null for any other. */
export function languageOfWhole(text: string): string | null {
  const [form] = hasLanguages(text) ? formsIn(text.trim(), false) : [];
  return form !== undefined && form.start === 0 && form.end === text.trim().length ? form.tag : null;
}

export function hasLanguages(text: string): boolean {
  return text.includes(']{lang=');
}

/**
 * The first mark that a text shows as it is written, since it takes none but those of language; null if there is none. Notes are
 * as long as they are: what a sign opens is read up to the next of its kind, so that none is gone through again and again.
 */
export function shownMark(text: string): string | null {
  return marks.exec(text)?.[0] ?? null;
}

const marks = new RegExp(
  [
    '\\*\\*(?=[^\\s*])[^*\\n]*[^\\s*]\\*\\*',
    '(?<![\\p{L}\\p{N}*])\\*(?=[^\\s*])[^*\\n]*[^\\s*]\\*(?![\\p{L}\\p{N}*])',
    '\\[[^\\[\\]\\n]*\\]\\((?:https?:|mailto:|tel:|#)[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*){0,8}\\)',
    '\\^\\[(?=[^\\]])[^\\[\\]\\n]*(?:\\[[^\\[\\]\\n]*\\][^\\[\\]\\n]*)*\\]',
    '\\]\\{lang=',
    '\\\\[*[\\]^]',
  ].join('|'),
  'u',
);
