import { plain } from '../../model/walk.ts';
import { matchesIn } from '../../text.ts';
import { abbreviationsOf } from '../abbreviations.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

/** Capital letters, four at most where they may be a word in capitals. What names a thing by a number is no abbreviation: A4, C1, NEAR-TS/2026. */
const short = /(?<![\p{L}\p{N}/@.-])\p{Lu}{3,6}(?![\p{L}\p{N}/@]|\.\p{L}|-[\p{Lu}\p{N}])/gu;
/** Known to everybody under these letters alone. */
const known: ReadonlySet<string> = new Set([
  'IOM',
  'PDF',
  'HTML',
  'USB',
  'DNA',
  'HIV',
  'URL',
  'FAQ',
  'CEO',
  'ISBN',
  'GEL',
  'EUR',
  'USD',
  'GBP',
  'UNICEF',
  'COVID',
  'NATO',
]);

/** Where a document has a list of abbreviations, all that it uses stand in it, or are explained where they stand first. */
export const abbreviationUnexplained: DocumentRule = {
  code: 'abbreviation-unexplained',
  title: 'Abbreviation without an explanation',
  why: 'Readers who do not know the field, and those who listen, cannot guess what the letters are short for.',
  applies: 'Words of capital letters in documents that have a list of abbreviations.',
  severity: 'warning',
  says: 'An abbreviation is neither in the list of abbreviations nor explained in the text.',
  mend: 'Add it to the list, or write it out where it is first used: words (SHORT).',
  clause: 'WCAG 2.2, 3.1.4',
  *check({ document }) {
    const listed = [...abbreviationsOf(document)];
    if (listed.length === 0) return;
    const names = listed.map(({ term }) => plain(term));
    const runs = runsOf(document);
    const explained = new Set(
      runs.flatMap(({ text }) =>
        [...matchesIn(text, /\((\p{Lu}{2,6})[),;]|(\p{Lu}{2,6}) \(/gu)].map(
          ([, inner, before]) => inner ?? before ?? '',
        ),
      ),
    );
    const seen = new Set<string>();
    for (const { text, at } of runs) {
      // What a template writes is no work of the author's.
      if (!/\.[a-z]{2,3}(?:-\w+)?$/.test(at.path ?? '')) continue;
      for (const [name] of matchesIn(text, short)) {
        if (seen.has(name) || known.has(name) || explained.has(name) || /^[IVXLC]+$/.test(name)) continue;
        if (names.some((each) => each.includes(name)) || /\p{Lu}{2} \p{Lu}{2,20} \p{Lu}/u.test(text)) continue;
        seen.add(name);
        const message = `“${name}” is neither in the list of abbreviations nor explained in the text.`;
        yield { at, message, hints: [`Add it to the list, or write it out where it is first used: words (${name}).`] };
      }
    }
  },
};
