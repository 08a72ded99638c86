/** Mends that are certain: what a finding asks for, written into the value that it names. */

import { wordOfOneScript } from '../audit/rules/mixed-letters.ts';
import { mkhedruli } from '../audit/rules/mtavruli.ts';
import type { DataFix, Diagnostic } from '../diagnostics.ts';
import { mendText, pastedWarning } from '../input/pasted.ts';
import { pathOf, valueAt } from '../json/path.ts';
import { knownLanguage } from '../language/languages.ts';
import type { CertainFix } from './protocol.ts';
import { stubMark } from './units.ts';

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
  'mixed-letters': (text) => text.replaceAll(/\p{L}+/gu, wordOfOneScript),
  mtavruli: mkhedruli,
  [pastedWarning]: (text) => mendText(text).text,
  'missing-space': (text) => text.replaceAll(/(?<=\p{L})([,;])(?=\p{L})/gu, '$1 '),
  'soft-hyphen': (text) => text.replaceAll('\u00ad', ''),
  'space-before-mark': (text) =>
    text.replaceAll(/(?<=[\p{L}\p{N})”“])[ \u00a0]+([,.;:!?])(?=[\s”“)](?! ?\d)|$)/gu, '$1'),
  'straight-apostrophe': (text) => text.replaceAll(/(?<=\p{L})'(?=\p{L})|(?<=\p{L}s)'(?=\s)/gu, '’'),
  'three-dots': (text) => text.replaceAll(/(?<!\.)\.{3}(?!\.)/g, '…'),
};

/** What is no text to people: addresses and languages of marks. */
const addresses = /(\]\([^)]*\)|\{lang=[^}]*\}|(?:https?:\/\/|mailto:|tel:)\S+)/;

/**
 * The mend of a finding of a data file; null where none is certain. `file` is the data file, whose `value` it is. Paths are as
 * findings write them; a finding of many texts has the others in `related`.
 */
export function fixFor(
  { code, at, fix, related }: Pick<Diagnostic, 'code' | 'at' | 'fix' | 'related'>,
  file: string,
  value: unknown,
): CertainFix | null {
  const [path, ...others] = [at, ...related.map((each) => each.at)].flatMap((place) =>
    place?.file === file && place.path !== undefined ? [place.path] : [],
  );
  if (path === undefined || at?.path !== path) return null;
  if (fix !== undefined) return statedFix(fix, value);
  if (code === 'missing-translation' || code === 'blank-text') return stubFix(path, value);
  const mend = mends[code];
  return mend === undefined ? null : textFix([...new Set([path, ...others])], value, mend);
}

/** An edit that the finding itself names. */
function statedFix(fix: DataFix, value: unknown): CertainFix | null {
  const steps = pathOf(fix.path);
  if (steps === null) return null;
  if ('name' in fix) return { edits: [fix], does: 'name', was: String(steps.at(-1)), now: fix.name };
  const of = valueAt(value, steps);
  if (typeof of === 'string' && typeof fix.value === 'string')
    return { edits: [{ ...fix, of }], does: 'words', ...changeOf(of, fix.value) };
  return { edits: [{ ...fix, of }], does: 'words', was: JSON.stringify(of) ?? '', now: JSON.stringify(fix.value) };
}

/** The source in the place of a translation, marked, so that it is seen in every file that it is not one. */
function stubFix(path: string, value: unknown): CertainFix | null {
  const steps = pathOf(path);
  const target = steps?.at(-1);
  const declared = valueAt(value, ['languages']);
  const languages = Array.isArray(declared) ? declared.map(String) : [];
  if (!steps || !languages.includes(String(target))) return null;
  const around = steps.slice(0, -1);
  const isWritten = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';
  const source = languages.find((tag) => tag !== target && isWritten(valueAt(value, [...around, tag])));
  if (source === undefined) return null;
  const stub = `${stubMark(source)}${String(valueAt(value, [...around, source]))}`;
  const of = valueAt(value, steps);
  return { edits: [{ path, value: stub, ...(of === undefined ? {} : { of }) }], does: 'stub', was: source, now: stub };
}

function textFix(paths: readonly string[], value: unknown, mend: Mend): CertainFix | null {
  const found = paths.flatMap((path) => {
    const steps = pathOf(path);
    const of = steps && valueAt(value, steps);
    if (typeof of !== 'string') return [];
    const lang = String(steps?.at(-1));
    const mended = of
      .split(addresses)
      .map((piece, index) => (index % 2 === 0 ? mend(piece, lang) : piece))
      .join('');
    return mended === of ? [] : [{ path, of, value: mended }];
  });
  const [first] = found;
  return first === undefined ? null : { edits: found, does: 'words', ...changeOf(first.of, first.value) };
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
