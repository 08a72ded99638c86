import type { Language } from '../../language/language.ts';
import { languageOf } from '../../language/languages.ts';
import type { Block, Blocks, Document, Lang, Section } from '../../model/document.ts';
import { isCaptioned } from '../../model/kinds.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const heading = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,4}[.)]|\p{L}\))\s+(?=\p{L})/u;

export const typedNumber: DocumentRule = {
  code: 'typed-number',
  title: 'Number written by hand',
  why: 'Etrati counts, so that readers see two numbers; when parts move, one of them is wrong.',
  applies: 'Headings with numbers, captions.',
  severity: 'error',
  says: 'A number is written by hand where Etrati counts, so that there are two.',
  mend: 'Remove the number: Etrati writes it, and corrects it when parts are moved.',
  *check({ document }) {
    const blocks = blocksOf(document);
    const counting = countingIn(blocks, document);
    for (const block of blocks) {
      const found = numberOf(block, block.lang ?? document.lang, counting);
      if (found === null) continue;
      const number = found.number.trim();
      const [message, hint] =
        found.own === null
          ? [
              `‘${number}’ is written by hand, where nothing is counted.`,
              `Remove ‘${number}’, and give it an "id": then`,
            ]
          : [`‘${number}’ is written by hand, and Etrati writes ${found.own} before it.`, `Remove ‘${number}’:`];
      yield { at: found.at, message, hints: [`${hint} Etrati counts, and corrects the numbers when parts are moved.`] };
    }
  },
};

/** A number before the title of a section with nothing that ends it: that of the section, of a day, or how many there are. */
interface Bare {
  readonly section: Section;
  /** As it is written, and the last of its parts. */
  readonly number: string;
  readonly last: number;
  /** The number that Etrati writes, in the same parts. */
  readonly own: string;
  readonly ownLast: number;
  /** What comes after it. */
  readonly words: string;
  readonly language: Language;
}

const bareNumber = /^(\d{1,2}(?:\.\d{1,2}){0,3})\s+(?=\p{L})/u;

function bareIn(block: Block, lang: Lang): readonly Bare[] {
  if (block.type !== 'section' || block.number === null) return [];
  const title = plain(block.title);
  const [whole = '', number] = bareNumber.exec(title) ?? [];
  if (number === undefined) return [];
  const [own, words] = [String(block.number), title.slice(whole.length)];
  const language = languageOf(block.lang ?? lang);
  return [{ section: block, number, own, words, last: lastPart(number), ownLast: lastPart(own), language }];
}

const lastPart = (number: string): number => Number(number.split('.').at(-1));

/**
 * The sections whose bare number counts sections, and not days (14 May) or things (5 lessons). One alone does if it is the section’s own
 * and its words are those of a heading; several do together if each is as far from its own as the others.
 */
function countingIn(blocks: Blocks, document: Document): ReadonlySet<Section> {
  const bare = blocks.flatMap((block) => bareIn(block, document.lang)).filter((each) => !isDay(each));
  if (bare.length === 0) return new Set();
  const written = new Set(textsOf(document).flatMap(({ value }) => value.split(/[^\p{L}]+/u)));
  const isAlone = (one: Bare): boolean =>
    (one.number === one.own || (one.last === one.ownLast && !one.number.includes('.'))) && isHeading(one, written);
  const isTogether = (one: Bare): boolean => {
    const alike = bare.filter((other) => isAlike(one, other) && mayBeHeading(other));
    return mayBeHeading(one) && (alike.length > 2 || (alike.length === 2 && alike.some(isUncounted)));
  };
  return new Set(bare.filter((one) => isAlone(one) || isTogether(one)).map(({ section }) => section));
}

function isDay({ words, language }: Bare): boolean {
  return language.dates.months.some((month) => words.startsWith(month.slice(0, 4)));
}

/** Whether the numbers of two sections of one part are as far from their own. */
function isAlike(one: Bare, other: Bare): boolean {
  const around = ({ own }: Bare): string => own.slice(0, own.lastIndexOf('.') + 1);
  const parts = ({ number }: Bare): number => number.split('.').length;
  return (
    around(one) === around(other) &&
    parts(one) === parts(other) &&
    one.last - one.ownLast === other.last - other.ownLast
  );
}

/** Whether its words are no things that are counted: those are written in small letters, or in the singular. */
function isUncounted({ words, language }: Bare): boolean {
  return isCapital(words) || language.prose.uncounted?.test(firstOf(words)) === true;
}

function mayBeHeading({ words, language }: Bare): boolean {
  return isCapital(words) || (language.prose.uncounted !== null && !/^\p{Script=Latin}/u.test(words));
}

function isHeading({ words, language }: Bare, written: ReadonlySet<string>): boolean {
  if (!isCapital(words)) return language.prose.uncounted?.test(firstOf(words)) === true;
  // A name has a capital letter wherever it stands, and in a title such as “5 Lessons Learned” words have one.
  const isTitle = words.split(/\s+/).slice(1).some(isCapital);
  return !isTitle && written.has((/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase());
}

const firstOf = (words: string): string => words.split(/\s+/, 1)[0] ?? '';
/** Not an abbreviation, such as NGOs. */
const isCapital = (words: string): boolean => /^\p{Lu}\p{Ll}/u.test(words);

function numberOf(block: Block, lang: Lang, counting: ReadonlySet<Section>) {
  if (block.type === 'section' && block.number !== null) {
    if (bareIn(block, lang).length > 0 && !counting.has(block)) return null;
    const [number] = heading.exec(plain(block.title)) ?? [];
    return number === undefined ? null : { number, own: block.number, at: textPlace(block.title) ?? placeOf(block) };
  }
  if (!isCaptioned(block) || block.caption === null) return null;
  const { counted } = languageOf(lang).labels;
  const pattern = new RegExp(
    `^(?:${Object.values(counted).join('|')})\\s*№?\\s*\\d{1,3}(?:\\.\\d{1,2})?(?:[.:)]|\\s[–-]\\s)(?!\\d)`,
    'iu',
  );
  const [number] = pattern.exec(plain(block.caption)) ?? [];
  return number === undefined ? null : { number, own: block.number, at: textPlace(block.caption) ?? placeOf(block) };
}
