/** Lines cut where pages of the PDF begin, so that a reader of braille and a reader of print are on the same page. */
import type { LinearLine, LinearRun } from '../linear/line.ts';
import { lettersIn, type PageStart, pageStartsByPart, wordAt } from '../page-starts.ts';

/** A line, or what is left of one behind the place where a page of the PDF begins. */
export interface BrailleLine extends LinearLine {
  /** The pages of the PDF that begin before it. */
  readonly prints: readonly string[];
  /** Whether it goes on with the words of the line before. */
  readonly goesOn: boolean;
}

/** No page of a PDF begins. */
export function unpaged(lines: readonly LinearLine[]): readonly BrailleLine[] {
  return lines.map((line) => ({ ...line, prints: [], goesOn: false }));
}

export async function inPrintPages(lines: readonly LinearLine[], pdf: Uint8Array): Promise<readonly BrailleLine[]> {
  // What a box is called is told by its shape on paper.
  const letters = lines.map(({ type, runs }) => (type === 'box' ? '' : lettersIn(wordsOf(runs))));
  const starts = await pageStartsByPart(letters, pdf);
  return lines.flatMap((line, index) => cutAt(line, starts[index] ?? []));
}

const wordsOf = (runs: readonly LinearRun[]): string =>
  runs.map(({ type, text }) => (type === 'text' ? text : ' ')).join('');

/** What has signs of its own around it, or a place of its own, stays whole: the page begins before it. */
const whole: ReadonlySet<LinearLine['type']> = new Set([
  ...(['heading', 'figure', 'caption', 'columns', 'entry', 'box', 'boxEnd'] as const),
]);

function cutAt(line: LinearLine, starts: readonly PageStart[]): readonly BrailleLine[] {
  const isBefore = ({ at }: PageStart) => at === 0 || whole.has(line.type);
  const first: BrailleLine = { ...line, prints: starts.filter(isBefore).map(({ label }) => label), goesOn: false };
  // From behind, so that places in what is still to be cut stay.
  return starts.filter((start) => !isBefore(start)).reduceRight<readonly BrailleLine[]>(cutOff, [first]);
}

function cutOff([line, ...rest]: readonly BrailleLine[], { label, at }: PageStart): readonly BrailleLine[] {
  if (line === undefined) return rest;
  const [left, right] = parted(line.runs, at);
  if (left.length === 0 || right.length === 0) return [{ ...line, prints: [...line.prints, label] }, ...rest];
  // Notes stand behind all words of their paragraph.
  const head = { ...line, runs: left, notes: [] };
  return [
    head,
    { ...line, runs: right, label: null, place: null, apart: false, prints: [label], goesOn: true },
    ...rest,
  ];
}

/** Runs before the word that the letter of this number is in, and from it on. */
function parted(runs: readonly LinearRun[], letter: number): readonly [readonly LinearRun[], readonly LinearRun[]] {
  let left = letter;
  for (const [index, run] of runs.entries()) {
    const own = run.type === 'text' ? lettersIn(run.text).length : 0;
    if (left < own) {
      const at = wordAt(run.text, left);
      const part = (text: string) => (text.trim() === '' ? [] : [{ ...run, text }]);
      return [
        [...runs.slice(0, index), ...part(run.text.slice(0, at))],
        [...part(run.text.slice(at)), ...runs.slice(index + 1)],
      ];
    }
    left -= own;
  }
  return [runs, []];
}
