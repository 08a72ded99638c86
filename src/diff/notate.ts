/** Words with marks as the notation of the data writes them. */
import { unifiedAddress } from '../model/address.ts';
import type { Letter } from './letters.ts';
import type { Sign, TextForm } from './source.ts';

/** A letter that is to be written; `from` is what it was in the text, where it was there. */
export interface Written {
  readonly letter: Pick<Letter, 'sign' | 'strong' | 'emphasis' | 'target' | 'thing'>;
  readonly from: Sign | null;
}

/** Null for what the notation has no form for. `source` is the text that things are taken over from. */
export function notate(all: readonly Written[], form: TextForm, source: string): string | null {
  if (form !== 'plain') return nest(all, 0, form, source);
  if (all.some(({ letter }) => letter.strong || letter.emphasis || letter.target !== null)) return null;
  return inLanguages(all, form, source);
}

interface Level {
  of(written: Written): string;
  wrap(words: string, key: string, first: Written): string;
}

const levels: readonly Level[] = [
  {
    of: ({ letter, from }) => (letter.target === null || isReference(from) ? '' : letter.target),
    wrap: (words, _, { letter, from }) => {
      const address = from?.target === letter.target ? null : unifiedAddress(letter.target ?? '');
      return `[${words}](${(address ?? unifiedAddress(letter.target ?? '')).replace(/[()\\]/g, '\\$&')})`;
    },
  },
  { of: ({ letter }) => (letter.strong && !letter.emphasis ? 's' : ''), wrap: (words) => around(words, '**') },
  { of: ({ letter }) => (letter.emphasis ? 'e' : ''), wrap: (words) => around(words, '*') },
];

function isReference(from: Sign | null): boolean {
  return from?.key.startsWith('ref ') === true;
}

/** Stars stand at words, never at spaces. */
function around(words: string, stars: string): string {
  const inner = words.trim();
  if (inner === '') return words;
  const before = words.slice(0, words.length - words.trimStart().length);
  return `${before}${stars}${inner}${stars}${words.slice(words.trimEnd().length)}`;
}

function nest(all: readonly Written[], depth: number, form: TextForm, source: string): string | null {
  const level = levels[depth];
  if (level === undefined) return inLanguages(all, form, source);
  let text = '';
  for (const group of grouped(all, level.of)) {
    const [first] = group;
    const words = nest(group, depth + 1, form, source);
    if (words === null || first === undefined) return null;
    const key = level.of(first);
    text += key === '' ? words : level.wrap(words, key, first);
  }
  return text;
}

function inLanguages(all: readonly Written[], form: TextForm, source: string): string | null {
  let text = '';
  for (const group of grouped(filled(all), ({ lang }) => lang ?? '')) {
    let words = '';
    for (const { written } of group) {
      const sign = signOf(written, form, source);
      if (sign === null) return null;
      words += sign;
    }
    const lang = group[0]?.lang ?? null;
    text += lang === null ? words : `[${words}]{lang=${lang}}`;
  }
  return text;
}

/** New letters between two of one language are of it too. */
function filled(all: readonly Written[]): readonly { readonly written: Written; readonly lang: string | null }[] {
  return all.map((written, index) => {
    if (written.from !== null) return { written, lang: written.from.lang };
    const before = all.slice(0, index).findLast(({ from }) => from !== null)?.from?.lang ?? null;
    const after = all.slice(index).find(({ from }) => from !== null)?.from?.lang ?? null;
    return { written, lang: before === after ? before : null };
  });
}

function signOf({ letter, from }: Written, form: TextForm, source: string): string | null {
  if (letter.thing !== null) {
    if (from !== null) return source.slice(from.start, from.end);
    if (letter.thing.type !== 'note' || form === 'plain') return null;
    const inner = letter.thing.runs.flatMap((run) =>
      [...run.text].map((sign) => ({ letter: { ...run, sign, thing: run.thing }, from: null })),
    );
    const words = notate(inner, 'inline', source);
    return words === null ? null : `^[${words}]`;
  }
  const sign = from === null ? letter.sign : from.sign;
  if (sign === '\n' || sign === '\t') return ' ';
  return form === 'plain' ? sign : escaped(sign);
}

/** `{value=` that a colleague has typed is words, and no value of the data. */
export function unreferenced(text: string): string {
  return text.replace(/(?<!\\)\{value=/g, '\\{value=');
}

export function escaped(sign: string): string {
  return /[*[\]\\]/.test(sign) ? `\\${sign}` : sign;
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let last: string | null = null;
  for (const each of all) {
    const key = keyOf(each);
    if (key === last) groups.at(-1)?.push(each);
    else groups.push([each]);
    last = key;
  }
  return groups;
}
