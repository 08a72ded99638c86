/** What a text says in any language: numbers, months, links, lists. */
import { englishMonth } from '../../model/numerals.ts';
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

const blank = '[ \\u00a0\\u2009\\u202f]';
// A number between whose groups stand blanks is written alike in every language, with either decimal mark.
const groupedByBlanks = `(?<![\\d.,])\\d{1,3}(?:${blank}\\d{3})+(?!\\d)(?:[.,]\\d+)?`;
const dotted = '\\d+(?:\\.\\d+){2,}';

// Versions and days written with dots; then numbers with their groups; a decimal mark is a point or, in Georgian, a comma.
const numbers: Readonly<Record<LanguageTag, RegExp>> = {
  en: new RegExp(
    `${dotted}|(?<![\\d.])\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|${groupedByBlanks}|\\d+(?:\\.\\d+)?`,
    'g',
  ),
  ka: new RegExp(`${dotted}|${groupedByBlanks}|\\d+(?:[.,]\\d+)?`, 'g'),
};
/** English as it is read where two numbers stand side by side: “In phase 2 300 people …”. */
const sideBySide = new RegExp(`${dotted}|(?<![\\d.])\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`, 'g');

// With the code of a country, or the ten digits of a call inside of Georgia, which start with 0; in whatever groups.
const telephone =
  /\+\d[\d \u00a0\u2009\u202f\u2011-]+\d|(?<![\d.,][ \u00a0\u2009\u202f]?)0(?:[ \u00a0\u2009\u202f\u2011()-]{0,2}\d){9}(?!\d)/g;

/** The numbers of a text as JavaScript writes them, sorted; addresses do not count. */
export function numbersIn(text: string, tag: LanguageTag): readonly string[] {
  return numbersBy(numbers[tag], text, tag);
}

/** The numbers of an English text in which a blank parts two numbers. */
export function numbersSideBySide(text: string): readonly string[] {
  return numbersBy(sideBySide, text, 'en');
}

function numbersBy(pattern: RegExp, text: string, tag: LanguageTag): readonly string[] {
  const plain = text.replace(linkTarget, '] ').replace(/^[^\S\r\n\u2028\u2029]*\d+\.\s/gm, '');
  const calls = [...plain.matchAll(telephone)].map(([found]) => found.replaceAll(/\D/g, ''));
  const found = [...plain.replaceAll(telephone, ' ').matchAll(pattern)].map(([each]) => plainNumber(each, tag));
  return [...calls, ...found].sort();
}

function plainNumber(found: string, tag: LanguageTag): string {
  if (/\..*\./.test(found)) return found;
  const joined = found.replaceAll(/[ \u00a0\u2009\u202f]/g, '');
  const bare = tag === 'en' && joined === found ? found.replaceAll(',', '') : joined.replace(',', '.');
  // A code such as 014 keeps its zeros, and one too long to be a number its digits.
  return /^0\d|\d{16}/.test(bare) ? bare : String(Number(bare));
}

const endings = '(?:ი|მა|ს|ში|შია|ის|ით|ად|სა|იდან|დან|ამდე|მდე|ისა|ისთვის|სთვის|საც)?';
// May is a month too where it starts a sentence, unless a word goes on from it: “May we …”.
const may = '(?:(?<!^|[.!?“] )May|May(?! [a-z]))';
const english = ['Jan(?:uary)?', 'Feb(?:ruary)?', 'Mar(?:ch)?', 'Apr(?:il)?', may, 'June?', 'July?', 'Aug(?:ust)?'];
const georgian = ['იანვ(?:არ|რ)', 'თებერვა?ლ', 'მარტ', 'აპრილ', 'მაის', 'ივნის', 'ივლის', 'აგვისტო'];
// “10-იან ჯგუფში” is a group of ten.
const short = [
  '(?<!\\d[-\u2011–])იანვ?',
  'თებ',
  'მარ',
  'აპრ',
  'მაი',
  'ივნ',
  'ივლ',
  'აგვ',
  'სექტ?',
  'ოქტ',
  'ნოემ?',
  'დეკ',
];
const months: Readonly<Record<LanguageTag, readonly RegExp[]>> = {
  en: [...english, 'Sept?(?:ember)?', 'Oct(?:ober)?', 'Nov(?:ember)?', 'Dec(?:ember)?'].map(
    (name) => new RegExp(`(?<!\\p{L})(?:${name}|${name.toUpperCase()})(?!\\p{L})`, 'gu'),
  ),
  ka: [...georgian, 'სექტემბე?რ', 'ოქტომბე?რ', 'ნოემბე?რ', 'დეკემბე?რ'].map(
    (name, index) => new RegExp(`(?<!\\p{L})(?:${name}${endings}(?!\\p{L})|${short[index]}(?:\\.|(?!\\p{L})))`, 'gu'),
  ),
};

/** The months that a text names, by their English names, in the order of the year. */
export function monthsIn(text: string, tag: LanguageTag): readonly string[] {
  return months[tag].flatMap((month, index) => [...text.matchAll(month)].map(() => englishMonth(index + 1)));
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
