import type { Language, Typesetting } from '../../language/language.ts';
import { onceEach } from '../../once.ts';
import { matchesIn } from '../../text.ts';
import { plainTexts } from '../check/plain.ts';
import type { DataRule } from '../check/rule.ts';

/** Capital letters in a row, or letters with dots between or behind them that stand for words: IOM, e.g., ა.შ., წ. */
const shortForms = /(?<![\p{L}\p{N}.])(?:\p{Lu}{2,}(?![\p{Ll}\p{N}])|\p{L}{1,3}\.\s?(?:\p{L}{1,3}\.)+)/gu;

export const easyAbbreviation: DataRule = {
  code: 'easy-abbreviation',
  title: 'Abbreviation in an easy-to-read text',
  why: 'Readers of easy language do not know it and cannot look it up.',
  applies: 'Easy-to-read texts.',
  severity: 'warning',
  says: 'An easy-to-read text has an abbreviation.',
  mend: 'Write the words in full.',
  clause: 'Inclusion Europe, Information for all',
  *check(sheet) {
    for (const { path, language, sentences } of plainTexts(sheet))
      for (const short of new Set(sentences.flatMap((sentence) => shortFormsIn(sentence, language)))) {
        const message = `The easy-to-read text has the abbreviation “${short}”.`;
        yield { at: path, message, hints: ['Write the words in full.'] };
      }
  },
};

const openersOf = onceEach(({ openers }: Typesetting) =>
  openers.map((opener) => new RegExp(`(?<![\\p{L}\\p{N}])${opener}\\.(?=\\s?\\p{N})`, 'iu')),
);

function shortFormsIn(sentence: string, { setting }: Language): readonly string[] {
  const found = [...matchesIn(sentence, shortForms)].map(([short]) => short);
  const before = openersOf(setting).flatMap((opener) => opener.exec(sentence)?.[0] ?? []);
  return [...found, ...before];
}
