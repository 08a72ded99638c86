/** Changes of a document brought to the data of today, which may be other than the data that it was made from. */
import { crc32 } from 'node:zlib';
import type { Place } from '../diagnostics.ts';
import type { Manuscript } from '../finished/docx/manuscript.ts';
import type { Edit } from '../json/edit.ts';
import { type Path, pathOf, pathText, valueAt } from '../json/path.ts';
import { undivided } from '../model/build.ts';
import type { Change, Located } from './change.ts';
import type { DiffData } from './data.ts';
import type { Basis } from './diff.ts';

interface Sides {
  readonly basis: Basis;
  /** What the document was made from, or is compared with. */
  readonly then: DiffData;
  readonly now: DiffData;
  readonly base: Manuscript;
  readonly edited: Manuscript;
}

export function reconciled(changes: readonly Change[], sides: Sides): readonly Located[] {
  const { basis, then, now } = sides;
  const located = (change: Change, path: Path | null, conflict: boolean): Located => {
    const shown = path === null ? change.path : pathText(path);
    const at = path === null ? (placeIn(change.path) ?? now.json.placeOf('$')) : now.json.placeOf(shown);
    return { ...change, path: shown, at, conflict };
  };
  if (basis === 'embedded')
    return changes.flatMap((change) => {
      const path = pathOf(change.path);
      const whole = path === null ? null : follow(path, then.value, now.value);
      const followed = change.edit === null ? null : followedEdit(change.edit, then, now);
      if (followed === 'done') return [];
      const edit = followed === 'conflict' ? null : followed;
      return [
        {
          ...located(change, whole, followed === 'conflict'),
          edit: edit ?? (followed === 'conflict' ? change.edit : null),
        },
      ];
    });
  const untouched = basis === 'other' ? untouchedPlaces(sides) : new Set<string>();
  return changes
    .filter((change) => {
      const isOfWords = change.kind === 'marks' || (change.kind === 'text' && !isReordering(change));
      return !(untouched.has(change.path) && isOfWords);
    })
    .map((change) => located(change, pathOf(change.path), basis === 'other' && isUncertain(change, sides)));
}

/** Of words from a file beside the data: `file:line:column`. */
function placeIn(path: string): Place | null {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(path) ?? [];
  return file === undefined ? null : { file, line: Number(line), column: Number(column) };
}

/** The same place in other data: items of lists are known again by what they hold. */
function follow(path: Path, then: unknown, now: unknown): Path {
  const found: PropertyKey[] = [];
  for (const [index, step] of path.entries()) {
    const list = valueAt(now, found);
    if (typeof step !== 'number' || !Array.isArray(list)) {
      found.push(step);
      continue;
    }
    const own = JSON.stringify(valueAt(then, path.slice(0, index + 1)));
    const here =
      JSON.stringify(list[step]) === own ? step : list.findIndex((each: unknown) => JSON.stringify(each) === own);
    found.push(here < 0 ? step : here);
  }
  return found;
}

function followedEdit(edit: Edit, then: DiffData, now: DiffData): Edit | 'done' | 'conflict' {
  const same = (path: Path, other: Path) =>
    JSON.stringify(valueAt(then.value, path)) === JSON.stringify(valueAt(now.value, other));
  if (edit.type === 'set') {
    const path = follow(edit.path, then.value, now.value);
    if (valueAt(now.value, path) === edit.value) return 'done';
    return same(edit.path, path) ? { ...edit, path } : 'conflict';
  }
  const list = follow(edit.list, then.value, now.value);
  return same(edit.list, list) ? { ...edit, list } : 'conflict';
}

/** Places whose words in the edited document are those that it was made with. */
function untouchedPlaces({ edited }: Sides): ReadonlySet<string> {
  const words = new Map<number, string>();
  for (const { runs } of edited.paragraphs)
    for (const { anchor, text, thing } of runs)
      if (anchor !== null) {
        const read = thing === null ? text.replaceAll('\n', ' ') : thing.type === 'field' ? thing.text : '';
        words.set(anchor, (words.get(anchor) ?? '') + read);
      }
  const touched = new Set<string>();
  const known = new Set<string>();
  for (const [index, { at, sum }] of (edited.origin?.places ?? []).entries()) {
    known.add(at);
    const own = words.get(index + 1);
    if (own === undefined || crc32(undivided(own)) !== sum) touched.add(at);
  }
  return new Set([...known].filter((at) => !touched.has(at)));
}

/** The same paragraphs in another order. */
function isReordering({ before, after }: Change): boolean {
  const sorted = (text: string | null) => text?.split('\n').toSorted().join('\n');
  return before !== after && sorted(before) === sorted(after);
}

/** Where the data is not at hand that the document was made from, only texts whose words are still the same are sure. */
function isUncertain({ edit, path }: Change, { edited, base }: Sides): boolean {
  if (edit === null) return false;
  if (edit.type !== 'set') return true;
  const sums = ({ origin }: Manuscript) =>
    (origin?.places ?? []).flatMap(({ at, sum }) => (at === path ? [sum] : [])).join();
  return sums(edited) !== sums(base);
}
