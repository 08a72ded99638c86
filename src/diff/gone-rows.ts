/** Rows of a file of rows of which nothing is left: one finding each, at the row. */
import type { Revision } from '../finished/docx/manuscript.ts';
import type { Change } from './change.ts';
import { wordsOf } from './letters.ts';
import { revisionsOf } from './lists.ts';
import { type Data, isPresent, type PlacedText, whyComputed } from './texts.ts';

export function goneRows(
  texts: readonly PlacedText[],
  data: Data,
  deletions: readonly Revision[],
): { readonly changes: readonly Change[]; readonly places: ReadonlySet<string> } {
  const rows = new Map<string, PlacedText[]>();
  for (const text of texts) {
    if (text.place.startsWith('$')) continue;
    const key = text.place.replace(/:\d+$/, '');
    rows.set(key, [...(rows.get(key) ?? []), text]);
  }
  const places = new Set<string>();
  const changes: Change[] = [];
  for (const row of rows.values()) {
    const all = row.map(({ parts }) =>
      parts
        .map((part) => wordsOf(part.before))
        .join(' ')
        .trim(),
    );
    const words = all.filter((each) => each !== '');
    const [first] = row;
    // A cell that is empty anyway says nothing of its row.
    const isThere = row.some(({ parts }) => parts.some((part) => wordsOf(part.before) !== '' && isPresent(part)));
    if (first === undefined || row.length < 2 || isThere) continue;
    for (const { place } of row) places.add(place);
    const revisions = revisionsOf(words[0] ?? '', deletions);
    const [before, note] = [words.join(' | '), whyComputed(first.place, data)];
    changes.push({ kind: 'removed', path: first.place, before, after: null, edit: null, note, revisions });
  }
  return { changes, places };
}
