/** Certain mends, written into the text of the document. */
import type { CertainFix, FixEdit } from '../protocol.ts';
import { pathOf, valueAt, withName, withValue } from './edits.ts';

/** Whether all that it mends is still there as it was found: what was written since is never replaced. */
export function stillFits(value: unknown, { edits }: CertainFix): boolean {
  return edits.every((edit) => {
    const path = pathOf(edit.path);
    const there = valueAt(value, path);
    if (!('name' in edit)) return JSON.stringify(there) === JSON.stringify(edit.of);
    return there !== undefined && valueAt(value, [...path.slice(0, -1), edit.name]) === undefined;
  });
}

/** `order` are the languages of the document: a text that was not there gets its place among the others. */
export function withFix(text: string, { edits }: CertainFix, order: readonly string[]): string {
  return edits.reduce((made, edit) => withEdit(made, edit, order), text);
}

function withEdit(text: string, edit: FixEdit, order: readonly string[]): string {
  const path = pathOf(edit.path);
  return 'name' in edit ? withName(text, path, edit.name) : withValue(text, path, edit.value, order);
}

/** Those that do not touch what another one before them has changed; the next check finds what is left. */
export function apart(fixes: readonly CertainFix[]): readonly CertainFix[] {
  const touched: string[] = [];
  return fixes.filter(({ edits }) => {
    const isFree = edits.every(({ path }) => !touched.some((other) => isWithin(path, other) || isWithin(other, path)));
    if (isFree) touched.push(...edits.map(({ path }) => path));
    return isFree;
  });
}

/** Whether a path is that of a value, or of something in it. */
export function isWithin(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`);
}
