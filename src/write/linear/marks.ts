/** How the notes of a document are called: in a form that none of its own texts has. */
import type { LinearLine, LinearNote, LinearRun } from './line.ts';

/** The mark of a note, from its number. */
type MarkForm = (number: string) => string;

/** Numbers of notes as marks: those that call them, and those before them. */
export function withMarks(lines: readonly LinearLine[], noteNamed: string): readonly LinearLine[] {
  if (lines.every(({ notes }) => notes.length === 0)) return lines;
  const texts = lines.flatMap(({ label, runs, notes }) => [
    textOf(label === null ? runs : [label, ...runs]),
    ...notes.map((note) => textOf(note.runs)),
  ]);
  const form = formOf(texts.join('\n'), noteNamed.replace(space, ' '));
  // A mark is one word, so that no line ends within it.
  const mark: MarkForm = (number) => form(number).replaceAll(' ', '\u00A0');
  const marked = (runs: readonly LinearRun[]) =>
    runs.map((run) => (run.type === 'mark' ? { ...run, text: mark(run.text) } : run));
  return lines.map((line) => ({
    ...line,
    runs: marked(line.runs),
    notes: line.notes.map((note): LinearNote => ({ ...note, mark: mark(note.mark), runs: marked(note.runs) })),
  }));
}

const space = /[ \u00A0\u202F]+/g;

function textOf(runs: readonly LinearRun[]): string {
  const text = runs.map((run) => (run.type === 'mark' ? '\n' : run.text)).join('');
  return text.replace(space, ' ');
}

/**
 * `[1]`; in a document that has such a text of its own `[Note 1]`, by what a note is named; and with stars in one that has both.
 */
function formOf(texts: string, noteNamed: string): MarkForm {
  const named: MarkForm = (number) => `[${noteNamed.replace('{n}', number)}]`;
  for (let stars = ''; ; stars += '*') {
    const forms: readonly MarkForm[] = [(number) => `[${stars}${number}]`, ...(stars === '' ? [named] : [])];
    const free = forms.find((form) => !isIn(texts, form));
    if (free !== undefined) return free;
  }
}

/** Whether some number in a form is in a text. */
function isIn(texts: string, form: MarkForm): boolean {
  const [open = '', close = ''] = form('\n').split('\n');
  const behind = texts.split(open).slice(1);
  return behind.some((text) => /^\d/.test(text) && text.replace(/^\d+/, '').startsWith(close));
}
