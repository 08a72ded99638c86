import type { Path } from '../../json/path.ts';
import type { LanguageTag } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import type { DataRule } from '../check/rule.ts';

/** Said once a language: whoever takes an edition out leaves all of its texts behind. */
export const undeclaredLanguage: DataRule = {
  code: 'undeclared-language',
  title: 'Texts of a language that is not made',
  why: 'Someone has translated them, and no edition shows them.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'Texts have a language that the document does not name in "languages", so that no edition shows them.',
  mend: 'Name the language in "languages", or remove its texts.',
  *check({ data, texts: all }) {
    const declared: readonly string[] = data.languages;
    const found = new Map<LanguageTag, { first: Path; count: number }>();
    for (const { path, texts } of all)
      for (const tag of Object.keys(texts) as LanguageTag[]) {
        if (declared.includes(tag)) continue;
        const counted = found.get(tag);
        if (counted === undefined) found.set(tag, { first: [...path, tag], count: 1 });
        else counted.count += 1;
      }
    for (const [tag, { first, count }] of found) {
      const name = englishName(tag);
      const texts = count === 1 ? 'A text is' : `${count} texts are`;
      yield {
        at: first,
        message: `${texts} in ${name}, and "languages" does not name it: no edition shows ${count === 1 ? 'it' : 'them'}.`,
        hints: [`Add "${tag}" to "languages", or remove the texts in ${name}.`],
      };
    }
  },
};
