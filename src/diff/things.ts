/** Pictures, equations, symbols, charts: what is new, gone, another one or elsewhere. None of it can be taken over, all of it is told. */
import type { Change } from './change.ts';
import { isThing, type Letter, lettersOf, saidOf, type ThingLetter, wordsOf } from './letters.ts';
import type { Pairing, ReadParagraph } from './pairing.ts';
import type { Part } from './parts.ts';

interface Standing {
  readonly page: number;
  readonly letter: Letter;
  /** The letter of the paragraph: of a thing in a note the mark of that. */
  readonly holder: Letter;
  readonly thing: ThingLetter['thing'];
  readonly key: string;
}

interface Sides {
  readonly base: readonly ReadParagraph[];
  readonly edited: readonly ReadParagraph[];
  readonly pairing: Pairing;
  readonly parts: readonly Part[];
  /** What is told as a whole that is gone. */
  readonly gone: ReadonlySet<Part>;
}

export function thingChanges({ base, edited, pairing, parts, gone }: Sides): readonly Change[] {
  const [was, is] = [standingIn(base), standingIn(edited)];
  const found = new Map<Standing, Standing>();
  const left = () => was.filter((one) => !found.has(one));
  const free = new Set(is);
  const join = (isSame: (one: Standing, other: Standing) => boolean) => {
    for (const one of left()) {
      const other = [...free].find((each) => isSame(one, each));
      if (other === undefined) continue;
      found.set(one, other);
      free.delete(other);
    }
  };
  const isThere = (one: Standing, other: Standing) => pairing[other.page] === one.page;
  join((one, other) => one.key === other.key && isThere(one, other));
  join((one, other) => one.thing.type === other.thing.type && isThere(one, other));
  join((one, other) => one.key === other.key);
  const [before, now] = [partsByLetter(parts, (part) => part.before), partsByLetter(parts, (part) => part.now ?? [])];
  const isToldAsGone = ({ letter, holder }: Standing) =>
    [letter, holder].some((each) => {
      const part = before.get(each);
      return part !== undefined && gone.has(part);
    });
  const partOf = ({ letter, holder }: Standing) => before.get(letter) ?? before.get(holder) ?? null;
  const shared = (page: number | null) => ({
    edit: null,
    revisions: page === null ? [] : (edited[page]?.paragraph.revisions ?? []),
  });
  const changes = was.flatMap((one): readonly Change[] => {
    const other = found.get(one) ?? null;
    const part = partOf(one);
    const path = part?.place ?? nearBase(one.page, parts);
    if (other === null) {
      if (isForTheEye(one) || isToldAsGone(one)) return [];
      const note =
        part?.place == null ? 'Etrati draws it from the data.' : `The ${nameOf(one)} is gone: remove it in the data.`;
      return [{ ...shared(part?.page ?? null), kind: 'removed', path, before: labelOf(one), after: null, note }];
    }
    if (one.key !== other.key) {
      const note = `Another ${nameOf(other)} is here now: put it into the project and name it in the data.`;
      return [{ ...shared(other.page), kind: 'replaced', path, before: labelOf(one), after: labelOf(other), note }];
    }
    if (isThere(one, other) || isForTheEye(one) || pairing[other.page] == null) return [];
    const note = `It is elsewhere now, at the words “${edited[other.page]?.words.slice(0, 60) ?? ''}”: move it in the data.`;
    return [{ ...shared(other.page), kind: 'moved', path, before: labelOf(one), after: labelOf(other), note }];
  });
  const added = [...free].map((one): Change => {
    const path = (now.get(one.letter) ?? now.get(one.holder))?.place ?? nearEdited(one.page, parts);
    const words = wordsOf((edited[one.page]?.letters ?? []).filter(({ thing }) => thing?.type !== 'object')).slice(
      0,
      60,
    );
    const where = words === '' ? '' : ` It is at the words “${words}”.`;
    const note =
      one.thing.type === 'picture'
        ? `A new picture: put its file into the project and name it in the data.${where}`
        : `A new ${one.thing.name}, which the data has no form for here: add it by hand.${where}`;
    return { ...shared(one.page), kind: 'added', path, before: null, after: labelOf(one), note };
  });
  return [...changes, ...added];
}

function partsByLetter(
  parts: readonly Part[],
  lettersIn: (part: Part) => readonly Letter[],
): ReadonlyMap<Letter, Part> {
  const found = new Map<Letter, Part>();
  for (const part of parts) for (const letter of lettersIn(part)) found.set(letter, part);
  return found;
}

function standingIn(pages: readonly ReadParagraph[]): readonly Standing[] {
  const inLetters = (letters: readonly Letter[], page: number, mark: Letter | null): readonly Standing[] =>
    letters.flatMap((letter): readonly Standing[] => {
      const { thing } = letter;
      const holder = mark ?? letter;
      if (thing?.type === 'note') return inLetters(lettersOf(thing.runs), page, holder);
      return isThing(letter)
        ? [{ page, letter, holder, thing: letter.thing, key: `${letter.thing.type} ${letter.thing.sum}` }]
        : [];
    });
  return pages.flatMap(({ letters }, page) => inLetters(letters, page, null));
}

function isForTheEye({ thing }: Standing): boolean {
  return thing.type === 'picture' && thing.isDecoration;
}

function nameOf({ thing }: Standing): string {
  return thing.type === 'picture' ? 'picture' : thing.name;
}

function labelOf({ thing, letter }: Standing): string {
  return thing.type === 'picture' ? (thing.alt ?? 'a picture') : saidOf(letter);
}

function nearBase(page: number, parts: readonly Part[]): string {
  return parts.findLast(({ base, place }) => base <= page && place !== null)?.place ?? '$';
}

function nearEdited(at: number, parts: readonly Part[]): string {
  let best: Part | null = null;
  for (const part of parts)
    if (part.place !== null && part.page !== null && part.page <= at && part.page >= (best?.page ?? 0)) best = part;
  return best?.place ?? '$';
}
