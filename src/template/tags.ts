/** Follows literal text through tags, so that it is known of every mustache what it would write into. */

/** Where a character stands. `"` and `'` are inside of a value in those quotes. */
export type MarkupContext = 'text' | 'tag name' | 'tag' | 'attribute' | 'value start' | '"' | "'" | 'closing tag';

/** The context in words, after "ends" or "cannot stand". */
export function inside(context: MarkupContext): string {
  switch (context) {
    case 'text':
      return 'in text';
    case 'tag name':
      return 'in the name of an element';
    case 'closing tag':
      return 'in a closing tag';
    case '"':
    case "'":
      return 'in the value of an attribute';
    case 'tag':
    case 'attribute':
    case 'value start':
      return 'inside a tag';
    default:
      return context satisfies never;
  }
}

/** What is told of a literal text. Offsets count in the text, UTF-16 units. */
export interface Scanned {
  /** The context after it. */
  readonly context: MarkupContext;
  /** Where the last tag in it starts; null if none does. */
  readonly tag: number | null;
  /** Where comments and declarations of XML start. */
  readonly foreign: readonly number[];
}

const space = /\s/;

/** Follows a literal text from a context on. */
export function scan(text: string, from: MarkupContext): Scanned {
  const foreign: number[] = [];
  let context = from;
  let tag: number | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (context === 'text' && char === '<') tag = index;
    if (context === 'tag name' && (char === '!' || char === '?')) {
      foreign.push(Math.max(index - 1, 0));
      context = 'text';
    } else context = step(context, char, text.charAt(index - 1));
  }
  return { context, tag, foreign };
}

function step(context: MarkupContext, char: string, before: string): MarkupContext {
  switch (context) {
    case 'text':
      return char === '<' ? 'tag name' : 'text';
    case 'tag name':
      if (char === '/') return before === '<' ? 'closing tag' : 'tag';
      return char === '>' ? 'text' : space.test(char) ? 'tag' : 'tag name';
    case 'closing tag':
      return char === '>' ? 'text' : 'closing tag';
    case 'tag':
      return char === '>' ? 'text' : space.test(char) || char === '/' ? 'tag' : 'attribute';
    case 'attribute':
      return char === '>' ? 'text' : char === '=' ? 'value start' : space.test(char) ? 'tag' : 'attribute';
    case 'value start':
      return char === '"' || char === "'"
        ? char
        : space.test(char)
          ? 'value start'
          : char === '>'
            ? 'text'
            : 'attribute';
    case '"':
    case "'":
      return char === context ? 'tag' : context;
    default:
      return context satisfies never;
  }
}
