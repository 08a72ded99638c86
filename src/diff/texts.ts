/** What has changed in the texts of the data. */
import type { Revision } from '../finished/docx/manuscript.ts';
import { type Path, pathOf, pathText, valueAt } from '../json/path.ts';
import type { Change } from './change.ts';
import { isThing, type Letter, lettersOf, markedWordsOf, marksOf, trimmed, wordsOf } from './letters.ts';
import { revisionsOf } from './lists.ts';
import { unreferenced } from './notate.ts';
import type { ReadParagraph } from './pairing.ts';
import type { Part } from './parts.ts';
import { type Now, rewritten } from './rewrite.ts';
import { readSource, type SourceBlock, type TextForm } from './source.ts';

/** The data that is compared with. */
export interface Data {
  readonly value: unknown;
  readonly languages: readonly string[];
  /** How a text is written; null for what is no text. */
  formOf(path: Path): TextForm | null;
}

/** Paragraphs that are new, by the place of the text of several paragraphs that they go on with. */
export type Grown = ReadonlyMap<string, readonly Growth[]>;
export interface Growth {
  readonly page: number;
  /** The paragraph that it is a half of; null for a new one. */
  readonly half: number | null;
}

export interface PlacedText {
  readonly place: string;
  readonly parts: readonly Part[];
}

export function textsOf(parts: readonly Part[]): readonly PlacedText[] {
  const byPlace = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.place === null) continue;
    const known = byPlace.get(part.place);
    if (known === undefined) byPlace.set(part.place, [part]);
    else known.push(part);
  }
  return [...byPlace].map(([place, all]) => ({ place, parts: all }));
}

/** A text of the data that is shown as it is: its form and its blocks, one for each part or the same one for all. */
export interface SourceText {
  readonly path: Path;
  readonly text: string;
  readonly form: TextForm;
  readonly blocks: readonly SourceBlock[];
}

/** Null for what is computed: numbers, dates, words of the template. */
export function shownAs({ place, parts }: PlacedText, data: Data): SourceText | null {
  const path = pathOf(place);
  const text = path === null ? undefined : valueAt(data.value, path);
  const form = path === null ? null : data.formOf(path);
  if (path === null || typeof text !== 'string' || form === null) return null;
  const blocks = readSource(text, form);
  if (blocks === null || blocks.length === 0) return null;
  const own = blocks.map(({ signs }) => bare(signs.map(({ key }) => key)));
  const read = parts.map(({ before }) => bare(before.map(({ key }) => key)));
  const same =
    form === 'block'
      ? read.length === own.length && read.every((each, index) => each === own[index])
      : own.length === 1 && read.every((each) => each === own[0]);
  return same ? { path, text, form, blocks } : null;
}

function bare(keys: readonly string[]): string {
  return keys
    .map((key) =>
      key.startsWith('ref ') ? '\uFFFC' : key === 'note' ? '\uFFFB' : key === '\n' || key === '\t' ? ' ' : key,
    )
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

export function isPicture({ before }: Part): boolean {
  return before.length === 1 && before[0]?.thing?.type === 'picture';
}

export function isPresent(part: Part): boolean {
  if (part.now === null) return false;
  return isPicture(part) || wordsOf(part.before) === '' || wordsOf(part.now) !== '';
}

/** The change of one text, if it has any. */
export function textChanges(
  text: PlacedText,
  data: Data,
  edited: readonly ReadParagraph[],
  base: readonly ReadParagraph[],
  grown: Grown,
  isElsewhere: (part: Part) => boolean,
  deletions: readonly Revision[],
): readonly Change[] {
  const pictures = text.parts.filter(isPicture);
  if (pictures.length > 0) return pictures.flatMap((part) => pictureChange(text.place, part, data, edited));
  const shown = shownAs(text, data);
  const more = grown.get(text.place) ?? [];
  const looks = text.parts.flatMap((part) => lookChange(text.place, part, edited));
  const isMoved = isReordered(text.parts) && !text.parts.some(isElsewhere);
  if (!text.parts.some(isChanged) && more.length === 0 && !isMoved) return looks;
  const pages = [...text.parts.flatMap(({ page }) => page ?? []), ...more.map(({ page }) => page)];
  const gone = text.parts.filter(({ now }) => now === null || wordsOf(now) === '');
  const revisions = [
    ...new Set([
      ...[...new Set(pages)].flatMap((page) => edited[page]?.paragraph.revisions ?? []),
      ...gone.flatMap((part) => revisionsOf(wordsOf(part.before), deletions)),
    ]),
  ];
  const before = text.parts.map((part) => wordsOf(part.before)).join('\n');
  if (shown === null) {
    const sorted = text.parts.toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0));
    const words = sorted.map(({ now }) => (now === null ? '' : wordsOf(now))).join('\n');
    // The same words have other marks, or a note.
    const after = words === before ? markedIn(sorted.map(({ now }) => now ?? [])) : words;
    if (text.parts.every(({ now }) => now === null)) return looks;
    return [
      ...looks,
      { kind: 'text', path: text.place, before, after, edit: null, note: whyComputed(text.place, data), revisions },
    ];
  }
  const changed = shown.form === 'block' ? blockChange(text, shown, edited, base, more) : inlineChange(text, shown);
  if (changed === null) return looks;
  const { after, value } = changed;
  // Where the words are the same, marks or notes are not: then these are shown. A parted paragraph has the same words too.
  const isParted = text.parts.some(({ now }) => now?.some(({ key }) => key === 'parting') === true);
  const isWords = isParted || more.length > 0 || before.replace(/\s+/g, ' ') !== after.replace(/\s+/g, ' ');
  const kind = isWords ? 'text' : 'marks';
  const note = value !== null ? null : isParted ? whyParted : whyNot(shown.form, kind);
  const edit = value === null ? null : ({ type: 'set', path: shown.path, value } as const);
  const texts = !isWords
    ? {
        before: markedIn(text.parts.map((part) => part.before)),
        after: markedIn(text.parts.map(({ now }) => now ?? [])),
      }
    : { before, after };
  return [...looks, { kind, path: pathText(shown.path), ...texts, edit, note, revisions }];
}

function markedIn(all: readonly (readonly Letter[])[]): string {
  return all.map(markedWordsOf).join('\n');
}

const whyParted =
  'It was parted into two paragraphs, and the data has one text here: write it as one, or as two where there may be more.';

function whyNot(form: TextForm, kind: 'text' | 'marks'): string {
  if (form === 'plain')
    return kind === 'marks'
      ? 'This text takes no marks: no bold, stress or links.'
      : 'This text takes no marks and is one paragraph: change it in the data.';
  return 'The notation of the data cannot say it: change it in the data.';
}

export function whyComputed(place: string, data: Data): string {
  const path = pathOf(place);
  if (path === null) return `It comes from ${place}: change it there.`;
  const value = valueAt(data.value, path);
  if (typeof value === 'object' || value === undefined)
    return `Etrati writes it for ${place}, by the template or by computing: change it there.`;
  const taken = typeof value === 'string' ? /\{value=[^{}]*\}/u.exec(value)?.[0] : undefined;
  if (taken !== undefined) return `The text takes values of the data in, as ${taken}: change it there.`;
  return `It is computed from ${place}, which is ${JSON.stringify(value)}: change it there.`;
}

export function isChanged({ before, now }: Part): boolean {
  return now === null || spell(before) !== spell(now);
}

/** Whether one of the paragraphs of a text that are there stands before another that it came after. */
function isReordered(parts: readonly Part[]): boolean {
  const pages = parts.flatMap(({ page }) => page ?? []);
  return pages.some((page, index) => page < (pages[index - 1] ?? page));
}

function spell(letters: readonly Letter[]): string {
  return letters
    .filter((letter) => !isThing(letter))
    .map((letter) => {
      const { key, thing } = letter;
      if (key === ' ' || key === '\n' || key === '\t') return ' ';
      const inner = thing?.type === 'note' ? `(${spell(lettersOf(thing.runs))})` : '';
      return `${key}${inner}‹${thing?.type === 'field' ? '' : marksOf(letter)}›`;
    })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

interface Changed {
  readonly after: string;
  readonly value: string | null;
}

/** Of the places where a text is shown, those that were edited have to agree. */
function inlineChange({ parts }: PlacedText, { text, form, blocks }: SourceText): Changed | null {
  const edited = parts.filter((part) => part.now !== null && isChanged(part));
  const [first] = edited;
  if (first?.now == null) return null;
  const after = wordsOf(first.now);
  if (edited.some(({ now }) => now === null || spell(now) !== spell(first.now ?? []))) return { after, value: null };
  if (after === '') return { after, value: null };
  const value = rewritten(text, form, blocks, [{ block: 0, letters: first.now, list: null }]);
  return { after, value };
}

function blockChange(
  { parts }: PlacedText,
  { text, form, blocks }: SourceText,
  edited: readonly ReadParagraph[],
  base: readonly ReadParagraph[],
  more: readonly Growth[],
): Changed | null {
  const kept = parts.flatMap(({ now, page, base: index }, block) => {
    if (now === null || page === null || wordsOf(now) === '') return [];
    const [was, is] = [base[index]?.paragraph.list ?? null, edited[page]?.paragraph.list ?? null];
    const same = was?.level === is?.level && was?.ordered === is?.ordered;
    return [
      {
        page,
        now: {
          block,
          letters: more.length > 0 ? trimmed(now) : now,
          list: same ? (blocks[block]?.list ?? null) : is,
        } satisfies Now,
      },
    ];
  });
  const added = more.map(({ page, half }) => ({
    page,
    now: {
      block: half === null ? null : parts.findIndex((part) => part.base === half),
      letters: trimmed(edited[page]?.letters ?? []),
      list: edited[page]?.paragraph.list ?? null,
    } satisfies Now,
  }));
  const all = [...kept, ...added].sort((one, other) => one.page - other.page);
  // All of it gone is the matter of the block that it is in.
  if (all.length === 0) return null;
  const after = all.map(({ now }) => wordsOf(now.letters)).join('\n');
  return {
    after,
    value: rewritten(
      text,
      form,
      blocks,
      all.map(({ now }) => now),
    ),
  };
}

function pictureChange(
  place: string,
  { before, now, page }: Part,
  data: Data,
  edited: readonly ReadParagraph[],
): readonly Change[] {
  const [was, is] = [before[0]?.thing, now?.find(({ thing }) => thing?.type === 'picture')?.thing];
  if (was?.type !== 'picture' || now === null) return [];
  const revisions = page === null ? [] : (edited[page]?.paragraph.revisions ?? []);
  if (is?.type !== 'picture' || is.alt === was.alt) return [];
  const path = pathOf(place);
  const value = path === null ? undefined : valueAt(data.value, path);
  const isOwn =
    path !== null && typeof value === 'string' && value.replace(/\s+/g, ' ').trim() === was.alt && is.alt !== null;
  const edit = isOwn ? ({ type: 'set', path, value: unreferenced(is.alt) } as const) : null;
  const note = edit === null ? whyComputed(place, data) : null;
  return [{ kind: 'alternative', path: place, before: was.alt, after: is.alt, edit, note, revisions }];
}

/** What was set apart in a way that the data has no form for. */
function lookChange(place: string, { before, now, page }: Part, edited: readonly ReadParagraph[]): readonly Change[] {
  if (now === null) return [];
  const known = new Set(before.map(({ other }) => other));
  const set = now.filter(({ other }) => other !== '' && !known.has(other));
  const [first] = set;
  if (first === undefined) return [];
  const note = `The data has no form for this (${first.other}).`;
  const revisions = page === null ? [] : (edited[page]?.paragraph.revisions ?? []);
  return [{ kind: 'look', path: place, before: null, after: wordsOf(set), edit: null, note, revisions }];
}
