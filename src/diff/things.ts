/** Pictures, equations, symbols, charts: what is new, gone, another one or elsewhere. None of it can be taken over, all of it is told. */
import type { Thing } from '../finished/docx/manuscript.ts';
import type { Change } from './change.ts';
import { parting } from './halves.ts';
import { type Letter, lettersOf, saidOf, wordsOf } from './letters.ts';
import type { Pairing, ReadParagraph } from './pairing.ts';
import type { Part } from './parts.ts';

interface Standing {
  readonly page: number;
  readonly letter: Letter;
  readonly thing: Extract<Thing, { type: 'picture' | 'object' }>;
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
  const isToldAsGone = (one: Standing) => [...gone].some((part) => part.before.includes(one.letter));
  const partOf = (one: Standing) => parts.find(({ before }) => before.includes(one.letter)) ?? null;
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
    const own = parts.find((part) => part.place !== null && part.now?.includes(one.letter) === true)?.place;
    const path = own ?? nearEdited(one.page, parts);
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

function standingIn(pages: readonly ReadParagraph[]): readonly Standing[] {
  const inLetters = (letters: readonly Letter[], page: number): readonly Standing[] =>
    letters.flatMap((letter): readonly Standing[] => {
      const { thing } = letter;
      if (thing?.type === 'note') return inLetters(lettersOf(thing.runs), page);
      if (thing === null || thing === parting || (thing.type !== 'picture' && thing.type !== 'object')) return [];
      return [{ page, letter, thing, key: `${thing.type} ${thing.sum}` }];
    });
  return pages.flatMap(({ letters }, page) => inLetters(letters, page));
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
