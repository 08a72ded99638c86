/** Text as it is said: what formats do to steer line breaking and what belongs to no run in truth is settled here. */
import { say } from '../finished/say.ts';
import type { OutlineRun, TextRun } from './outline.ts';
import type { UnsettledNode } from './settle.ts';

/** All runs in parts, whatever they stand in. */
export function runsOf(parts: readonly UnsettledNode[]): OutlineRun[] {
  return parts.flatMap((part) => ('parts' in part ? runsOf(part.parts) : [part]));
}

/** Parts within stress; marks of notes and notes have their own. */
export function stressed(parts: readonly UnsettledNode[], stress: 'strong' | 'emphasis'): UnsettledNode[] {
  return parts.map((part) => {
    if (part.role !== 'text') return part;
    const isBoth = part.stress !== undefined && part.stress !== stress;
    return { ...part, stress: isBoth ? 'both' : stress };
  });
}

/** Words for an attribute such as an alternative text; null if there are none. */
export function sayWords(text: string | null | undefined): string | null {
  const spoken = say(text ?? '').trim();
  return spoken === '' ? null : spoken;
}

/**
 * Neighbours of one language and target become one run. White space between two runs belongs to none of them in truth; here
 * it goes to the run that is no link, and to the first if neither is.
 */
export function tidy(runs: readonly OutlineRun[]): OutlineRun[] {
  const tidied: OutlineRun[] = [];
  let gap = false;
  for (const run of runs) {
    if (run.role === 'mark') {
      tidied.push(run);
      gap = false;
      continue;
    }
    if (run.role === 'figure') {
      tidied.push({ ...run, alt: sayWords(run.alt) });
      gap = false;
      continue;
    }
    const spoken = say(run.text);
    const text = spoken.trim();
    gap ||= spoken.startsWith(' ');
    if (text === '') continue;
    append(tidied, { ...run, text }, gap);
    gap = spoken.endsWith(' ');
  }
  return tidied;
}

function append(tidied: OutlineRun[], run: TextRun, gap: boolean): void {
  const last = tidied.at(-1);
  if (last?.role === 'mark' && gap) {
    // White space before a mark is the format's; after it, the sentence goes on.
    if (run.target === null) tidied.push({ ...run, text: ` ${run.text}` });
    else tidied.push({ ...run, text: ' ', target: null }, run);
  } else if (last?.role !== 'text') {
    tidied.push(run);
  } else if (last.lang === run.lang && last.target === run.target && last.stress === run.stress) {
    tidied[tidied.length - 1] = { ...last, text: `${last.text}${gap ? ' ' : ''}${run.text}` };
  } else if (!gap) {
    tidied.push(run);
  } else if (last.target === null) {
    tidied[tidied.length - 1] = { ...last, text: `${last.text} ` };
    tidied.push(run);
  } else if (run.target === null) {
    tidied.push({ ...run, text: ` ${run.text}` });
  } else {
    tidied.push({ ...last, text: ' ', target: null }, run);
  }
}
