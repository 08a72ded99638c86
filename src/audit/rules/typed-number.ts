import { languageOf } from '../../language/languages.ts';
import type { Block, Section } from '../../model/document.ts';
import { isCaptioned } from '../../model/kinds.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

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
    const bare = new Set(blocks.flatMap((block) => bareNumber(block) ?? []));
    for (const block of blocks) {
      const found = numberOf(block, block.lang ?? document.lang, bare);
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

/** The number alone before the title of a section, be it that of the section, of a day, or how many there are. */
function bareNumber(block: Block): number | null {
  const [, number] = (block.type === 'section' && /^(\d{1,2})\s/.exec(plain(block.title))) || [];
  return number === undefined ? null : Number(number);
}

/** Whether a section’s bare number is not that of a day (14 May), and is its own, or one with which titles count on. */
function isCounting(
  section: Section,
  number: number,
  bare: ReadonlySet<number>,
  lang: Parameters<typeof languageOf>[0],
): boolean {
  const words = plain(section.title).replace(/^\d+\s+/, '');
  if (languageOf(lang).dates.months.some((month) => words.startsWith(month.slice(0, 4)))) return false;
  const own = section.number?.split('.').at(-1);
  return own === String(number) || bare.has(number - 1) || bare.has(number + 1);
}

function numberOf(block: Block, lang: Parameters<typeof languageOf>[0], bare: ReadonlySet<number>) {
  if (block.type === 'section' && block.number !== null) {
    const alone = bareNumber(block);
    if (alone !== null && !isCounting(block, alone, bare, lang)) return null;
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
