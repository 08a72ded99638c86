/** What a text says in any language: numbers, months, links, lists. */
import type { LanguageTag } from '../kinds/fields.ts';

const linkTarget = /\]\(([^()\s]+)\)/g;

/** Where links in a text with inline marks lead, in order. */
export function linksIn(text: string): readonly string[] {
  return [...text.matchAll(linkTarget)].map(([, target = '']) => target);
}

/** How many paragraphs and items a text of several blocks has. */
export function partsIn(text: string): { readonly paragraphs: number; readonly items: number } {
  const lines = text.split(/\r\n?|\n/);
  const items = lines.filter((line) => /^\s*(?:-|\d+\.)\s/.test(line)).length;
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const paragraphs = lines.filter((line, index) => !isBlank(line) && isBlank(lines[index - 1])).length;
  return { paragraphs, items };
}

// Versions and days written with dots; then numbers with their groups; a decimal mark is a point or, in Georgian, a comma.
const numbers: Readonly<Record<LanguageTag, RegExp>> = {
  en: /\d+(?:\.\d+){2,}|(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g,
  ka: /\d+(?:\.\d+){2,}|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?/g,
};

const telephone = /\+\d[\d \u00a0-]+\d/g;

/** The numbers of a text as JavaScript writes them, sorted; addresses do not count. */
export function numbersIn(text: string, tag: LanguageTag): readonly string[] {
  const plain = text.replace(linkTarget, '] ').replace(/^[^\S\r\n\u2028\u2029]*\d+\.\s/gm, '');
  const calls = [...plain.matchAll(telephone)].map(([found]) => found.replaceAll(/\D/g, ''));
  const found = [...plain.replaceAll(telephone, ' ').matchAll(numbers[tag])].map(([each]) => plainNumber(each, tag));
  return [...calls, ...found].sort();
}

function plainNumber(found: string, tag: LanguageTag): string {
  if (/\..*\./.test(found)) return found;
  const bare = tag === 'en' ? found.replaceAll(',', '') : found.replaceAll(/[ \u00a0\u202f]/g, '').replace(',', '.');
  // A code such as 014 keeps its zeros, and one too long to be a number its digits.
  return /^0\d|\d{16}/.test(bare) ? bare : String(Number(bare));
}

const endings = '(?:ი|მა|ს|ში|შია|ის|ით|ად|სა|იდან|დან|ამდე|მდე|ისა|ისთვის|სთვის|საც)?';
// May is a month too where it starts a sentence, unless a word goes on from it: “May we …”.
const may = '(?:(?<!^|[.!?“] )May|May(?! [a-z]))';
const english = ['Jan(?:uary)?', 'Feb(?:ruary)?', 'Mar(?:ch)?', 'Apr(?:il)?', may, 'June?', 'July?', 'Aug(?:ust)?'];
const georgian = ['იანვ(?:არ|რ)', 'თებერვა?ლ', 'მარტ', 'აპრილ', 'მაის', 'ივნის', 'ივლის', 'აგვისტო'];
const short = ['იანვ', 'თებ', 'მარ', 'აპრ', 'მაი', 'ივნ', 'ივლ', 'აგვ', 'სექტ?', 'ოქტ', 'ნოემ?', 'დეკ'];
const months: Readonly<Record<LanguageTag, readonly RegExp[]>> = {
  en: [...english, 'Sept?(?:ember)?', 'Oct(?:ober)?', 'Nov(?:ember)?', 'Dec(?:ember)?'].map(
    (name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'),
  ),
  ka: [...georgian, 'სექტემბე?რ', 'ოქტომბე?რ', 'ნოემბე?რ', 'დეკემბე?რ'].map(
    (name, index) => new RegExp(`(?<!\\p{L})(?:${name}${endings}(?!\\p{L})|${short[index]}\\.)`, 'gu'),
  ),
};

/** The months that a text names, from 1, sorted. */
export function monthsIn(text: string, tag: LanguageTag): readonly string[] {
  return months[tag].flatMap((month, index) => [...text.matchAll(month)].map(() => String(index + 1))).sort();
}

/** What one list has and the other lacks, counted. */
export function missingFrom(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return list.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
