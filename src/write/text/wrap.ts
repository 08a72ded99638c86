/**
 * Lines of text of a fixed width. A no-break space holds while a line has room for what it binds, and is written as a plain one:
 * that is what people type when they search, and what pastes well. A word longer than the line has a line of its own.
 */

export interface WrapStyle {
  /** Characters; 0 for lines as long as they come. */
  readonly width: number;
  /** Spaces before each line. */
  readonly indent: number;
  /** What opens the first line: a bullet, the number of an item or note; the other lines begin where the words behind it do. */
  readonly label: string;
}

/**
 * What opens a line in plain text: bullets, numbers of items and notes, lines under headings. No word of a paragraph that looks so
 * comes to stand at the start of a line, but for its first.
 */
const opener = /^(?:[•→-]|\d+\.|\[\d+\]|[=~-]+)$/;

const held = /[\u00A0\u202F]/g;

const opens = (word: string): boolean => opener.test(word.split(held, 1)[0] ?? '');

/** Most of a narrow line is for words, however deep they stand. */
const capped = (indent: number, width: number): number =>
  width === 0 ? indent : Math.min(indent, Math.floor(width / 3));

export function wrap(words: string, { width, label, ...style }: WrapStyle): readonly string[] {
  const indent = capped(style.indent, width);
  const text = label === '' ? words : `${label} ${words}`.trimEnd();
  const first = label === '' ? (text.split(/[ \n]/, 1)[0] ?? '') : label;
  const hang = capped(indent + (label !== '' || opener.test(first) ? first.length + 1 : 0), width);
  const isLong = (word: string) => width > 0 && [...word].length > width - hang;
  const lines: string[] = [];
  let line = '';
  let isNew = true;
  for (const [index, part] of text.split('\n').entries()) {
    const pieces = part.split(' ').flatMap((word) => (isLong(word) ? word.split(held) : [word]));
    // A forced end of a line that would make an opener of a word is none.
    isNew = index === 0 || !opens(pieces[0] ?? '');
    if (isNew && index > 0) {
      lines.push(line);
      line = '';
    }
    for (const word of pieces) {
      const room = width - (lines.length === 0 ? indent : hang);
      const fits = width === 0 || [...line].length + 1 + [...word].length <= room;
      if (isNew || line === '') line = line === '' ? word : `${line} ${word}`;
      else if (fits || opens(word)) line = `${line} ${word}`;
      else {
        lines.push(line);
        line = word;
      }
      isNew = false;
    }
  }
  lines.push(line);
  return lines.map((each, index) => `${' '.repeat(index === 0 ? indent : hang)}${each.replace(held, ' ')}`.trimEnd());
}
