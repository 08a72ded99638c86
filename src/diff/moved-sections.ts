/** What stands under another heading than before, and sections that stand before others than before. */
import { pathOf, pathText } from '../json/path.ts';
import type { Change } from './change.ts';
import { wordsOf } from './letters.ts';
import type { ListSides } from './lists.ts';
import type { ReadParagraph } from './pairing.ts';
import type { Part } from './parts.ts';
import { align } from './sequence.ts';

type Sides = Pick<ListSides, 'base' | 'edited' | 'pairing'>;
type LevelOf = (index: number) => number | null;

/** Paragraphs, and sections by their headings, that stand under another heading now. */
export function movedElsewhere(parts: readonly Part[], sides: Sides) {
  const { base, edited, pairing } = sides;
  const pageOf = new Map(pairing.flatMap((one, page) => (one === null ? [] : [[one, page] as const])));
  const levels = levelsOf(sides);
  const moved = new Set<Part>();
  const changes = new Map<string, Change>();
  for (const part of parts) {
    if (part.page === null || part.place === null) continue;
    const was = headingOver(part.base, levels.base);
    const is = headingOver(part.page, levels.edited);
    const now = is < 0 ? -1 : (pairing[is] ?? null);
    if (was < 0 || now === null || now === was || !pageOf.has(was)) continue;
    moved.add(part);
    const [before, after] = [base[was]?.words ?? '', edited[is]?.words ?? ''];
    const words = wordsOf(part.now ?? []).slice(0, 60);
    const note = `It is under another heading now, with the words “${words}”: move it in the data.`;
    changes.set(part.place, changeOf(part, before, after, note, edited));
  }
  return { parts: moved, changes: [...changes.values()] };
}

/** Sections that stand in another order under the same heading. `lists` are told with an order of their own. */
export function movedSections(
  parts: readonly Part[],
  sides: Sides,
  lists: ReadonlySet<string>,
  isElsewhere: (part: Part) => boolean,
): readonly Change[] {
  const { base, edited } = sides;
  const levels = levelsOf(sides);
  const siblings = new Map<number, Map<number, Part>>();
  for (const part of parts) {
    if (part.page === null || part.place === null || isElsewhere(part)) continue;
    if (levels.base(part.base) === null || levels.edited(part.page) === null) continue;
    const over = headingOver(part.base, levels.base);
    const own = siblings.get(over) ?? new Map<number, Part>();
    if (!own.has(part.base)) own.set(part.base, part);
    siblings.set(over, own);
  }
  return [...siblings.values()].flatMap((own) => {
    const was = [...own.values()];
    const now = was.toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0));
    const name = ({ base: at }: Part) => String(at);
    const stayed = new Set(align(was.map(name), now.map(name)).map(([at]) => was[at]));
    return now.flatMap((part, at): readonly Change[] => {
      if (stayed.has(part) || isIn(part.place ?? '', lists)) return [];
      const placeIn = (sorted: readonly Part[], index: number) => {
        const before = base[sorted[index - 1]?.base ?? -1]?.words;
        return before === undefined ? 'first' : `after “${before}”`;
      };
      const note = `The section “${base[part.base]?.words ?? ''}” is at another place now: move it in the data, or in the template.`;
      return [changeOf(part, placeIn(was, was.indexOf(part)), placeIn(now, at), note, edited)];
    });
  });
}

function changeOf(part: Part, before: string, after: string, note: string, edited: readonly ReadParagraph[]): Change {
  const revisions = edited[part.page ?? -1]?.paragraph.revisions ?? [];
  return { kind: 'moved', path: part.place ?? '$', before, after, edit: null, note, revisions };
}

/** Levels of headings on both sides; one that has only changed its level counts as it was, which is told of its own. */
function levelsOf({ base, edited, pairing }: Sides): { readonly base: LevelOf; readonly edited: LevelOf } {
  const made: LevelOf = (index) => base[index]?.paragraph.heading ?? null;
  return {
    base: made,
    edited: (index) => {
      const own = edited[index]?.paragraph.heading ?? null;
      const one = pairing[index] ?? null;
      return own === null || one === null ? own : (made(one) ?? own);
    },
  };
}

/** The heading that a paragraph stands under, or the one over a heading; -1 for none. */
function headingOver(at: number, levelOf: LevelOf): number {
  const own = levelOf(at) ?? Number.POSITIVE_INFINITY;
  let index = at - 1;
  while (index >= 0 && (levelOf(index) ?? own) >= own) index -= 1;
  return index;
}

function isIn(place: string, lists: ReadonlySet<string>): boolean {
  const path = pathOf(place) ?? [];
  return path.some((_, at) => lists.has(pathText(path.slice(0, at))));
}
