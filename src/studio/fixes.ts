/** Mends that are certain: what a finding asks for, written into the value that it names. */
import { pathOf, valueAt } from '../json/path.ts';
import { knownLanguage } from '../language/languages.ts';
import type { CertainFix } from './protocol.ts';

/** A mend of some text in a language; the text as it is where there is nothing to mend. */
type Mend = (text: string, lang: string) => string;

const mends: Readonly<Record<string, Mend>> = {
  'ascii-quotes': withQuotes,
  'closing-quote': (text, lang) => {
    const { open, close, mistakenClose } = knownLanguage(lang)?.quotes ?? {};
    if (!open || !close || !mistakenClose) return text;
    return text.replaceAll(
      new RegExp(`(${open}[^${open}${close}${mistakenClose}]*)${mistakenClose}`, 'gu'),
      `$1${close}`,
    );
  },
  'double-space': (text) => text.replaceAll(/[ \u00a0]{2,}/g, (spaces) => (spaces.includes('\u00a0') ? '\u00a0' : ' ')),
  'heading-colon': (text) =>
    text
      .trimEnd()
      .replace(/[:;,]$/, '')
      .trimEnd(),
  'hyphen-as-dash': (text) => text.replaceAll(/([ \u00a0])-(?=[ \u00a0])/g, '$1–'),
  'hyphen-in-range': (text) =>
    text.replaceAll(/(?<![\p{L}\p{N}./+-])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/-])/gu, (found, first, last) =>
      Number(first) < Number(last) ? `${first}–${last}` : found,
    ),
  'missing-space': (text) => text.replaceAll(/(?<=\p{L})([,;])(?=\p{L})/gu, '$1 '),
  'soft-hyphen': (text) => text.replaceAll('\u00ad', ''),
  'space-before-mark': (text) =>
    text.replaceAll(/(?<=[\p{L}\p{N})”“])[ \u00a0]+([,.;:!?])(?=[\s”“)](?! ?\d)|$)/gu, '$1'),
  'straight-apostrophe': (text) => text.replaceAll(/(?<=\p{L})'(?=\p{L})|(?<=\p{L}s)'(?=\s)/gu, '’'),
  'three-dots': (text) => text.replaceAll(/(?<!\.)\.{3}(?!\.)/g, '…'),
};

/** What is no text to people: addresses and languages of marks. */
const addresses = /(\]\([^)]*\)|\{lang=[^}]*\}|(?:https?:\/\/|mailto:|tel:)\S+)/;

/** The mend of a finding at a path of the data; null where none is certain. */
export function fixFor(code: string, path: string | null, value: unknown): CertainFix | null {
  const mend = mends[code];
  const steps = path === null ? null : pathOf(path);
  const text = steps && valueAt(value, steps);
  if (mend === undefined || path === null || typeof text !== 'string') return null;
  const lang = String(steps?.at(-1));
  const mended = text
    .split(addresses)
    .map((piece, index) => (index % 2 === 0 ? mend(piece, lang) : piece))
    .join('');
  return mended === text ? null : { path, of: text, value: mended, ...changeOf(text, mended) };
}

/** The first words that differ, up to the last: what a person is shown. */
function changeOf(before: string, after: string): { readonly was: string; readonly now: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  const isBlank = (at: number) => /\s/.test(before[at] ?? ' ');
  while (start > 0 && !isBlank(start - 1)) start -= 1;
  while (end > 0 && !isBlank(before.length - end)) end -= 1;
  return { was: before.slice(start, before.length - end), now: after.slice(start, after.length - end) };
}

/** Marks that stand in pairs, the first after a blank or at the start; what does not is left for a person. */
function withQuotes(text: string, lang: string): string {
  const quotes = knownLanguage(lang)?.quotes;
  if (quotes === undefined) return text;
  const marks = [...text.matchAll(/(?<!\d)"/g)].map(({ index }) => index);
  const opens = (at: number) => /^$|[\s(\u00a0]/.test(text[at - 1] ?? '');
  if (marks.length % 2 !== 0 || marks.some((at, index) => opens(at) !== (index % 2 === 0))) return text;
  return marks.reduceRight(
    (made, at, index) => made.slice(0, at) + (index % 2 === 0 ? quotes.open : quotes.close) + made.slice(at + 1),
    text,
  );
}
