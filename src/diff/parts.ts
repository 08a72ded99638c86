/** What became of the words of each place of the data, paragraph by paragraph. */
import type { Letter } from './letters.ts';
import { alignLetters, lettersOf } from './letters.ts';
import type { Pairing, ReadParagraph } from './pairing.ts';

/** Words of one place in one paragraph. */
export interface Part {
  /** A path of the data, or `file:line:column`; null for words that Etrati writes. */
  readonly place: string | null;
  readonly anchor: number | null;
  readonly before: readonly Letter[];
  /** Null where the paragraph is gone. */
  readonly now: readonly Letter[] | null;
  /** Of the paragraph that the data makes. */
  readonly base: number;
  /** Of the edited one. */
  readonly page: number | null;
  /** Where in it the words begin. */
  readonly offset: number;
}

export interface PartSides {
  readonly base: readonly ReadParagraph[];
  readonly edited: readonly ReadParagraph[];
  readonly pairing: Pairing;
  /** What an anchor of the data's document stands for. */
  placeOf(anchor: number): string | null;
}

export function partsOf({ base, edited, pairing, placeOf }: PartSides): readonly Part[] {
  const pageOf = new Map(pairing.flatMap((one, index) => (one === null ? [] : [[one, index] as const])));
  return base.flatMap((page, index) => {
    const at = pageOf.get(index);
    const now = at === undefined ? null : (edited[at]?.letters ?? []);
    return inParagraph(page.letters, now)
      .flatMap((piece) => [piece, ...notesIn(piece)])
      .map((piece): Part => {
        const place = piece.anchor === null ? null : placeOf(piece.anchor);
        return { ...piece, place, base: index, page: at ?? null };
      });
  });
}

/** Notes that are from a field of their own: their marks stand outside of all anchors. */
function notesIn({ anchor, before, now, offset }: Stretch): readonly Stretch[] {
  if (anchor !== null) return [];
  const notes = (letters: readonly Letter[]) =>
    letters.flatMap(({ thing }) => (thing?.type === 'note' ? [lettersOf(thing.runs)] : []));
  const left = now === null ? null : notes(now);
  return notes(before).flatMap((own, index) => {
    const found = own.find((letter) => letter.anchor !== null)?.anchor ?? null;
    return found === null ? [] : [{ anchor: found, before: own, now: left?.[index] ?? null, offset }];
  });
}

type Stretch = Pick<Part, 'anchor' | 'before' | 'now' | 'offset'>;

/** The stretches of one anchor in a paragraph, and in a note of its own source. */
function inParagraph(before: readonly Letter[], now: readonly Letter[] | null): readonly Stretch[] {
  const stretches: { anchor: number | null; start: number; end: number }[] = [];
  for (const [index, { anchor }] of before.entries()) {
    const last = stretches.at(-1);
    if (last !== undefined && last.anchor === anchor) last.end = index + 1;
    else stretches.push({ anchor, start: index, end: index + 1 });
  }
  if (stretches.length === 0 && now !== null && now.length > 0) stretches.push({ anchor: null, start: 0, end: 0 });
  if (now === null)
    return stretches.map(({ anchor, start, end }) => ({
      anchor,
      before: before.slice(start, end),
      now: null,
      offset: 0,
    }));
  const pairs = alignLetters(before, now);
  const was = new Map(pairs.map(([one, other]) => [other, one]));
  const owners = ownersOf(stretches, now, was);
  return stretches.map(({ anchor, start, end }, index) => {
    const own = now.filter((_, at) => owners[at] === index);
    return { anchor, before: before.slice(start, end), now: own, offset: owners.indexOf(index) };
  });
}

/** To which stretch each letter belongs: what was added, to the anchor that it stands in, else to a neighbour with an anchor. */
function ownersOf(
  stretches: readonly { readonly anchor: number | null; readonly start: number; readonly end: number }[],
  now: readonly Letter[],
  was: ReadonlyMap<number, number>,
): readonly number[] {
  const stretchAt = (index: number) => stretches.findIndex(({ start, end }) => index >= start && index < end);
  const known = now.map(({ anchor }, at) => {
    const before = was.get(at);
    if (before !== undefined) return stretchAt(before);
    return anchor === null ? -1 : stretches.findIndex((stretch) => stretch.anchor === anchor);
  });
  const owners: number[] = [];
  for (const [at, own] of known.entries()) {
    if (own >= 0) {
      owners.push(own);
      continue;
    }
    const left = owners.at(-1) ?? -1;
    const right = known.slice(at).find((each) => each >= 0) ?? -1;
    const isSource = (index: number) => index >= 0 && stretches[index]?.anchor !== null;
    owners.push(isSource(left) ? left : isSource(right) ? right : Math.max(left, right, 0));
  }
  return owners;
}
