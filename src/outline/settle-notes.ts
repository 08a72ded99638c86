/** Notes and the marks that call them. */
import { say } from '../finished/say.ts';
import { textOf } from './outline.ts';
import type { UnsettledNode } from './settle.ts';
import { runsOf } from './text.ts';

/** The labels of all notes. */
export function labelsIn(parts: readonly UnsettledNode[]): ReadonlySet<string> {
  const labels = new Set<string>();
  const collect = (all: readonly UnsettledNode[]): void => {
    for (const part of all) {
      if (part.role === 'note') labels.add(bare(part.label ?? ''));
      if ('parts' in part) collect(part.parts);
    }
  };
  collect(parts);
  labels.delete('');
  return labels;
}

/** References that certainly call a note, or say the label of one, become marks; any other is but its words. */
export function withMarks(parts: readonly UnsettledNode[], labels: ReadonlySet<string>): UnsettledNode[] {
  return parts.flatMap((part): UnsettledNode[] => {
    if (!('parts' in part)) return [part];
    const inner = withMarks(part.parts, labels);
    if (part.role !== 'reference') return [{ ...part, parts: inner }];
    const label = bare(textOf(runsOf(inner)));
    if (!part.certain && !labels.has(label)) return inner;
    return [{ role: 'mark', label: label === '' ? null : label, lang: null, target: null }];
  });
}

/** A label without the brackets around it. */
function bare(label: string): string {
  return say(label)
    .trim()
    .replace(/^[[(](.*)[\])]$/, '$1');
}

/** Notes taken out of whatever they stand in; a note within a note comes after it. */
export function withoutNotes(parts: readonly UnsettledNode[]): {
  readonly rest: UnsettledNode[];
  readonly notes: UnsettledNode[];
} {
  const notes: UnsettledNode[] = [];
  const rest = parts.flatMap((part): UnsettledNode[] => {
    if (!('parts' in part)) return [part];
    const inner = withoutNotes(part.parts);
    const left = { ...part, parts: inner.rest };
    if (part.role === 'note') notes.push(left);
    for (const note of inner.notes) notes.push(note);
    return part.role === 'note' ? [] : [left];
  });
  return { rest, notes };
}
