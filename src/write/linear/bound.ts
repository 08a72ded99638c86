/** What no line may end within, in lines that end at spaces: as PDF, Word and web pages bind it. */
import type { Lang } from '../../model/document.ts';
import { noBreak } from '../../text.ts';
import type { LinearLine, LinearRun } from './line.ts';

/** The places of spaces in a text that bind, as `joins` of typesetting.ts finds them. */
export type Joins = (text: string, lang: Lang) => readonly number[];

/** A line and its notes with a no-break space wherever their words are bound. */
export function boundLine(line: LinearLine, joins: Joins): LinearLine {
  const notes = line.notes.map((note) => ({ ...note, runs: boundRuns(note.runs, joins) }));
  return { ...line, runs: boundRuns(line.runs, joins), notes };
}

/** Words of ours between them, such as addresses, part what is on their sides and are bound themselves by their own. */
export function boundRuns(runs: readonly LinearRun[], joins: Joins): readonly LinearRun[] {
  const lang = runs.find(({ type }) => type === 'text')?.lang ?? runs[0]?.lang;
  if (lang === undefined) return runs;
  const words = runs.map(({ type, text }) => (type === 'text' || type === 'mark' ? text : ' '.repeat(text.length)));
  const bound = new Set(joins(words.join(''), lang));
  let from = 0;
  return runs.map((run) => {
    const start = from;
    from += run.text.length;
    const own = run.type === 'text' ? null : new Set(joins(run.text, run.lang));
    const isBound = (at: number) => (own === null ? bound.has(start + at) : own.has(at));
    return { ...run, text: run.text.replace(/ /g, (space, at: number) => (isBound(at) ? noBreak : space)) };
  });
}
