/** The text of the data after an edit: what was not touched stays as it is written. What is made is read back before it is taken. */
import { alignLetters, type Letter, marksOf } from './letters.ts';
import { notate, unreferenced, type Written } from './notate.ts';
import { readSource, type Sign, type SourceBlock, type TextForm } from './source.ts';

/** A paragraph as it is now: of which block of the text it was made, null for a new one. */
export interface Now {
  readonly block: number | null;
  readonly letters: readonly Letter[];
  readonly list: SourceBlock['list'];
}

/** The new text; null where the notation can't say it. */
export function rewritten(
  text: string,
  form: TextForm,
  blocks: readonly SourceBlock[],
  now: readonly Now[],
): string | null {
  const inPlace =
    now.length === blocks.length &&
    now.every(({ block, list }, index) => block === index && isSame(list, blocks[index]?.list ?? null));
  const made = inPlace ? patched(text, form, blocks, now) : composed(text, form, blocks, now);
  return made !== null && says(made, form, now) ? unreferenced(made) : null;
}

/** Whether a text says what the edited paragraphs do. */
function says(text: string, form: TextForm, now: readonly Now[]): boolean {
  const blocks = readSource(text, form);
  if (blocks === null || blocks.length !== now.length) return false;
  return now.every(({ letters, list }, index) => {
    const block = blocks[index];
    if (block === undefined || !isSame(list, block.list)) return false;
    return spell(letters) === spellSigns(block.signs);
  });
}

function isSame(one: SourceBlock['list'], other: SourceBlock['list']): boolean {
  return one?.level === other?.level && one?.ordered === other?.ordered;
}

/** Words and marks; a space is of no kind. */
function spell(letters: readonly Letter[]): string {
  const signs = letters.map((letter) => {
    const { thing, key } = letter;
    const of =
      thing?.type === 'note'
        ? `note(${thing.runs.map(({ text }) => text).join('')})`
        : thing?.type === 'field'
          ? 'ref'
          : key;
    return { key: of, marks: thing?.type === 'field' ? '' : marksOf(letter) };
  });
  return spelled(signs);
}

function spellSigns(signs: readonly Sign[]): string {
  return spelled(
    signs.map((sign) => {
      if (sign.note !== null)
        return { key: `note(${sign.note.map((inner) => inner.sign).join('')})`, marks: marksOf(sign) };
      return sign.key.startsWith('ref ') ? { key: 'ref', marks: '' } : { key: sign.key, marks: marksOf(sign) };
    }),
  );
}

function spelled(signs: readonly { readonly key: string; readonly marks: string }[]): string {
  const all = signs
    .map(({ key, marks }) => (key === ' ' || key === '\n' || key === '\t' ? ' ' : `${key}‹${marks}›`))
    .join('');
  // Where a reference says "Section 3", its first word is text of the document.
  return all.replace(/ +/g, ' ').trim();
}

/** Each letter that is left with the sign that it was; what was added with none. */
function traced(signs: readonly Sign[], letters: readonly Letter[]): readonly Written[] {
  const before = signs.map((sign): Letter => {
    const key = sign.key.startsWith('ref ') ? 'ref' : sign.key;
    return { ...sign, key, marks: '', anchor: null, other: '', thing: null };
  });
  const after = letters.map(
    (letter): Letter => ({ ...letter, key: letter.thing?.type === 'field' ? 'ref' : letter.key }),
  );
  const from = new Map(alignLetters(before, after).map(([one, other]) => [other, signs[one]]));
  return letters.map((letter, index) => ({ letter, from: from.get(index) ?? null }));
}

interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function patched(text: string, form: TextForm, blocks: readonly SourceBlock[], now: readonly Now[]): string | null {
  const patches: Patch[] = [];
  for (const [index, { letters }] of now.entries()) {
    const signs = blocks[index]?.signs ?? [];
    const own = patchesOf(text, form, signs, letters) ?? wholeOf(text, form, signs, letters);
    if (own === null) return null;
    patches.push(...own);
  }
  return patches
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end), text);
}

/** Where words alone have changed: what is written for them. Null where marks have. */
function patchesOf(
  text: string,
  form: TextForm,
  signs: readonly Sign[],
  letters: readonly Letter[],
): readonly Patch[] | null {
  const all = traced(signs, letters);
  const patches: Patch[] = [];
  let [last, index] = [-1, 0];
  const position = new Map(signs.map((sign, at) => [sign, at]));
  while (index <= all.length) {
    let next = index;
    while (next < all.length && all[next]?.from === null) next += 1;
    const sign = all[next]?.from ?? null;
    const at = sign === null ? signs.length : (position.get(sign) ?? 0);
    const gone = signs.slice(last + 1, at);
    const added = all.slice(index, next);
    if (gone.length > 0 || added.length > 0) {
      const patch = patchOf(text, form, signs, { last, at, gone, added });
      if (patch === null) return null;
      patches.push(patch);
    }
    if (sign === null) break;
    const letter = all[next]?.letter;
    const changed = noteChange(text, sign, letter as Letter);
    if (
      changed === null ||
      (letter !== undefined &&
        sign.key !== 'note' &&
        !sign.key.startsWith('ref ') &&
        marksOf(sign) !== marksOf(letter) &&
        sign.sign !== ' ')
    )
      return null;
    patches.push(...changed);
    [last, index] = [at, next + 1];
  }
  return patches;
}

/** What has changed in a note of the text's own. */
function noteChange(text: string, { note }: Sign, { thing }: Letter): readonly Patch[] | null {
  if (note === null || thing?.type !== 'note') return [];
  const letters = thing.runs.flatMap((run) =>
    [...run.text].map((sign): Letter => ({ ...run, sign, key: sign, marks: marksOf(run), thing: run.thing })),
  );
  return patchesOf(text, 'inline', note, letters);
}

interface Change {
  readonly last: number;
  readonly at: number;
  readonly gone: readonly Sign[];
  readonly added: readonly Written[];
}

function patchOf(
  text: string,
  form: TextForm,
  signs: readonly Sign[],
  { last, at, gone, added }: Change,
): Patch | null {
  const [before, after] = [signs[last], signs[at]];
  const first = gone[0];
  // Marks within what is replaced would be lost.
  if (
    gone.some(
      (sign, index) =>
        index > 0 && (gone[index - 1]?.end !== sign.start || marksOf(gone[index - 1] ?? sign) !== marksOf(sign)),
    )
  )
    return null;
  const marks = added.map(({ letter }) => marksOf(letter));
  const around = first ?? (before !== undefined && marks.every((each) => each === marksOf(before)) ? before : after);
  const inherited = around === undefined ? marksOf({ strong: false, emphasis: false, target: null }) : marksOf(around);
  if (added.some(({ letter }, index) => marks[index] !== inherited && letter.sign.trim() !== '')) return null;
  const plain = added.map((each) => ({
    ...each,
    letter: { ...each.letter, strong: false, emphasis: false, target: null },
  }));
  const words = notate(plain, form, text);
  if (words === null) return null;
  if (first !== undefined) return { start: first.start, end: gone.at(-1)?.end ?? first.end, text: words };
  const start = around === before ? (before?.end ?? 0) : (after?.start ?? text.length);
  return { start, end: start, text: words };
}

/** A paragraph written anew, in the place of its signs. */
function wholeOf(
  text: string,
  form: TextForm,
  signs: readonly Sign[],
  letters: readonly Letter[],
): readonly Patch[] | null {
  const words = notate(traced(signs, letters), form, text);
  const [first] = signs;
  if (words === null || first === undefined) return null;
  const { start, end } = extent(text, signs);
  return [{ start, end, text: words }];
}

/** From the marks that open before the first sign to those that close after the last one, on its line. */
function extent(text: string, signs: readonly Sign[]): { readonly start: number; readonly end: number } {
  let [start, end] = [signs[0]?.start ?? 0, signs.at(-1)?.end ?? 0];
  while (start > 0 && /[*[]/.test(text[start - 1] ?? '')) start -= 1;
  for (
    let tail = /^(?:\*+|\]\([^()\n]*\)(?:\{lang=[^}\n]*\})?|\]\{lang=[^}\n]*\})/.exec(text.slice(end));
    tail !== null && tail[0] !== '';
    tail = /^(?:\*+|\]\([^()\n]*\)(?:\{lang=[^}\n]*\})?|\]\{lang=[^}\n]*\})/.exec(text.slice(end))
  )
    end += tail[0].length;
  return { start, end };
}

/** The text made anew of its paragraphs and items; those that are as they were are taken over as they are written. */
export function composed(
  text: string,
  form: TextForm,
  blocks: readonly SourceBlock[],
  now: readonly Now[],
): string | null {
  if (form !== 'block') return null;
  let made = '';
  let last: Now | null = null;
  const counts: number[] = [];
  for (const each of now) {
    const words = wordsOfBlock(text, blocks, each);
    if (words === null || words.trim() === '') return null;
    const { list } = each;
    if (list === null) counts.length = 0;
    else {
      counts.length = list.level + 1;
      const joins =
        last?.list !== undefined &&
        last?.list !== null &&
        (last.list.level > list.level || (last.list.level === list.level && last.list.ordered === list.ordered));
      counts[list.level] = joins ? (counts[list.level] ?? 0) + 1 : 1;
    }
    const mark =
      list === null ? '' : `${'   '.repeat(list.level)}${list.ordered ? `${counts[list.level] ?? 1}. ` : '- '}`;
    made +=
      (last === null ? '' : list !== null && last.list !== null ? '\n' : '\n\n') +
      mark +
      (list === null ? guarded(words) : words);
    last = each;
  }
  return made;
}

function wordsOfBlock(text: string, blocks: readonly SourceBlock[], { block, letters }: Now): string | null {
  const signs = block === null ? [] : (blocks[block]?.signs ?? []);
  if (signs.length > 0) {
    const { start, end } = extent(text, signs);
    const patches = patchesOf(text, 'block', signs, letters);
    if (patches !== null)
      return [...patches]
        .sort((one, other) => other.start - one.start)
        .reduce(
          (all, patch) => all.slice(0, patch.start - start) + patch.text + all.slice(patch.end - start),
          text.slice(start, end),
        )
        .replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
  }
  return notate(traced(signs, letters), 'block', text);
}

/** What would open an item at the start of a paragraph is escaped. */
function guarded(words: string): string {
  return words.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^([-+])(?=\s|$)/, '\\$1');
}
