/** Contents: their entries, by how deep they stand, without the numbers of pages. */
import { trailing } from '../text.ts';
import type { OutlineContents, OutlineEntry, OutlineRun } from './outline.ts';
import type { UnsettledNode } from './settle.ts';
import { runsOf, tidy } from './text.ts';

/** What is in contents and no entry is a part of the entry before it, or an entry by itself. */
export function entriesOf(parts: readonly UnsettledNode[], pages: boolean): OutlineContents[] {
  const found: { readonly level: number; readonly runs: OutlineRun[] }[] = [];
  for (const part of parts) {
    const runs = tidy('parts' in part ? runsOf(part.parts) : [part]);
    if (runs.length > 0) found.push({ level: part.role === 'entry' ? part.level : 1, runs });
  }
  const arePaged = pages && found.every(({ runs }) => beforePage(spelt(runs)) !== null);
  const open: number[] = [];
  const children = found.flatMap(({ level, runs }): OutlineEntry[] => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    const words = numbered(arePaged ? withoutPage(runs) : runs);
    return words.length === 0 ? [] : [{ role: 'entry', level: open.length, runs: words }];
  });
  return children.length === 0 ? [] : [{ role: 'contents', children }];
}

/** How many characters stand before the number of a page, which ends a text after a leader or a space, or is all of it; else null. */
function beforePage(text: string): number | null {
  const number = [/\d/, /[ivxlc]/i].map((digit) => trailing(text, digit)).find((start) => start < text.length);
  if (number === undefined || number === 0) return number ?? null;
  const leader = trailing(text.slice(0, number), /[\s.…·]/);
  const marks = text.slice(leader, number).replaceAll(/\s/g, '');
  if (marks.length > 1) return leader;
  const space = trailing(text.slice(0, number), /\s/);
  return space < number ? space : null;
}

/** What parts the number of a table or figure from its title is the format's: a stop in one, type in another. */
function numbered([first, ...rest]: readonly OutlineRun[]): OutlineRun[] {
  if (first?.role !== 'text') return first === undefined ? [] : [first, ...rest];
  return [{ ...first, text: first.text.replace(/^(\p{L}+ \d+)\.(?= |$)/u, '$1') }, ...rest];
}

const spelt = (runs: readonly OutlineRun[]): string =>
  runs.map((run) => (run.role === 'text' ? run.text : ' ')).join('');

function withoutPage(runs: readonly OutlineRun[]): OutlineRun[] {
  const text = spelt(runs);
  let left = beforePage(text) ?? text.length;
  return runs.flatMap((run): OutlineRun[] => {
    const kept = run.role === 'text' ? run.text.slice(0, left) : '';
    left -= run.role === 'text' ? kept.length : 1;
    if (run.role !== 'text') return left < 0 ? [] : [run];
    return kept === '' ? [] : [{ ...run, text: kept }];
  });
}
