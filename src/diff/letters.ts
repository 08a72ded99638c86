/** A paragraph as letters with their marks, so that two of them can be laid side by side. */
import type { ManuscriptRun, Thing } from '../finished/docx/manuscript.ts';
import { uriOf } from '../model/address.ts';
import { align } from './sequence.ts';

export interface Letter {
  /** As it is written. */
  readonly sign: string;
  /** What tells it from others: spaces are alike, soft hyphens are none. */
  readonly key: string;
  readonly marks: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly target: string | null;
  readonly anchor: number | null;
  readonly other: string;
  readonly thing: Thing | null;
}

export interface ThingLetter extends Letter {
  readonly thing: Extract<Thing, { type: 'picture' | 'object' }>;
}

const known = new WeakMap<readonly ManuscriptRun[], readonly Letter[]>();

/** The same letters of the same runs: those of a note are found again in what is made of it. */
export function lettersOf(runs: readonly ManuscriptRun[]): readonly Letter[] {
  const letters = known.get(runs) ?? referencesIn(plainLettersOf(runs));
  known.set(runs, letters);
  return letters;
}

/** A reference, such as a link around "Section", a blank and a field for its number, is one thing. */
function referencesIn(letters: readonly Letter[]): readonly Letter[] {
  const whole: Letter[] = [];
  let index = 0;
  while (index < letters.length) {
    const letter = letters[index];
    if (letter === undefined) break;
    let end = index + 1;
    if (letter.target?.startsWith('#') === true)
      while (letters[end]?.target === letter.target && letters[end]?.anchor === letter.anchor) end += 1;
    const group = letters.slice(index, end);
    const isReference = group.some(({ thing }) => thing?.type === 'field' && /^REF\b/i.test(thing.instruction));
    const text = group.map(({ sign, thing }) => (thing?.type === 'field' ? thing.text : sign)).join('');
    const thing: Thing = { type: 'field', instruction: `REF ${letter.target}`, text };
    if (isReference) whole.push({ ...letter, sign: '\uFFFC', key: `ref ${letter.target}`, thing });
    else whole.push(...group);
    index = end;
  }
  return whole;
}

function plainLettersOf(runs: readonly ManuscriptRun[]): readonly Letter[] {
  return runs.flatMap((run) => {
    const target = run.target === null ? null : uriOf(run.target);
    const shared = { ...run, target, marks: marksOf({ ...run, target }) };
    if (run.thing !== null) return [{ ...shared, sign: run.text, key: keyOfThing(run.thing) }];
    return [...run.text.normalize('NFC').replaceAll('\u00AD', '')].map((sign) => ({
      ...shared,
      sign,
      key: keyOf(sign),
    }));
  });
}

/** Word sets Georgian stress in bold: what is both cannot be told from what is stressed. */
export function marksOf(marks: Pick<Letter, 'strong' | 'emphasis' | 'target'>): string {
  return `${marks.emphasis ? 'e' : marks.strong ? 's' : ''} ${marks.target === null ? '' : plainAddress(marks.target)}`;
}

/** Programs add a `/` to the name of a site. */
export function plainAddress(address: string): string {
  return address.replace(/^(https?:\/\/[^/?#]+)\/$/i, '$1');
}

export function keyOf(sign: string): string {
  if (/[\s\u00A0\u202F\u2009]/u.test(sign)) return ' ';
  return sign === '\u2011' ? '-' : sign;
}

function keyOfThing(thing: Thing): string {
  return thing.type === 'field' ? `field ${thing.instruction}` : thing.type;
}

/** A letter as it is shown; a thing that has no words is not. */
export function saidOf({ key, thing }: Pick<Letter, 'key' | 'thing'>): string {
  if (thing === null) return key;
  if (key === 'parting') return '\n';
  if (thing.type === 'object') return `[${thing.name}${thing.words === '' ? '' : ' '}${thing.words}]`;
  return thing.type === 'field' ? thing.text : '';
}

/** What is told of its own, not as words: `things.ts`. */
export function isThing(letter: Letter): letter is ThingLetter {
  const { key, thing } = letter;
  return key !== 'parting' && (thing?.type === 'picture' || thing?.type === 'object');
}

/** Words as they are compared and shown: without pictures and notes. */
export function wordsOf(letters: readonly Letter[]): string {
  return letters.map(saidOf).join('').replace(/ +/g, ' ').trim();
}

/** Words with their marks and notes, as the notation of the data shows them. */
export function markedWordsOf(letters: readonly Letter[]): string {
  let text = '';
  let last = '';
  let group: Letter[] = [];
  const close = () => {
    const [first] = group;
    if (first !== undefined) text += marked(group, first);
    group = [];
  };
  for (const letter of letters) {
    if (letter.marks !== last) close();
    last = letter.marks;
    group.push(letter);
  }
  close();
  return text.replace(/ +/g, ' ').trim();
}

function marked(group: readonly Letter[], { strong, emphasis, target }: Letter): string {
  const words = group
    .map((letter) =>
      letter.thing?.type === 'note' ? `^[${markedWordsOf(lettersOf(letter.thing.runs))}]` : saidOf(letter),
    )
    .join('');
  const stars = emphasis ? '*' : strong ? '**' : '';
  const isLink = target !== null && group.every(({ thing }) => thing?.type !== 'field');
  return isLink ? `${stars}[${words}](${target})${stars}` : `${stars}${words}${stars}`;
}

/** Words, spaces and signs of a row of letters, by where each begins. */
function tokensOf(letters: readonly Letter[]): {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
} {
  const keys: string[] = [];
  const starts: number[] = [];
  let inWord = false;
  for (const [index, { key, thing }] of letters.entries()) {
    const isLetter = thing === null && /[\p{L}\p{N}\p{M}]/u.test(key);
    if (isLetter && inWord) keys[keys.length - 1] += key;
    else [keys[keys.length], starts[starts.length]] = [key, index];
    inWord = isLetter;
  }
  return { keys, starts: [...starts, letters.length] };
}

/** Indexes of letters that are the same in both. */
export function alignLetters(one: readonly Letter[], other: readonly Letter[]): readonly (readonly [number, number])[] {
  const [first, second] = [tokensOf(one), tokensOf(other)];
  return align(first.keys, second.keys).flatMap(([a, b]) => {
    const [from, to] = [first.starts[a] ?? 0, second.starts[b] ?? 0];
    const length = (first.starts[a + 1] ?? from) - from;
    return Array.from({ length }, (_, index) => [from + index, to + index] as const);
  });
}

/** Without the blanks at which a paragraph was parted. */
export function trimmed(letters: readonly Letter[]): readonly Letter[] {
  const [first, last] = [letters.findIndex(({ key }) => key !== ' '), letters.findLastIndex(({ key }) => key !== ' ')];
  return letters.slice(Math.max(0, first), last + 1);
}
