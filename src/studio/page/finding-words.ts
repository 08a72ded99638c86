/** What a finding says, in the language of the page. */
import type { StudioFinding } from '../protocol.ts';
import ka from './words/findings.ka.json' with { type: 'json' };
import { type PageLanguage, sayIn } from './words.ts';

/** Of each code what is wrong, and what to do; null of one whose words nobody has written yet. English is said by the finding itself, in full. */
export type CodeWords = Readonly<Record<string, readonly string[] | null>>;

const translated: Readonly<Partial<Record<PageLanguage, CodeWords>>> = { ka };

export interface FindingWords {
  /** What `says` and `mend` are in. */
  readonly lang: PageLanguage;
  readonly says: string;
  readonly mend: string;
  /** The finding's own words, in English, where the others are of its code alone. */
  readonly exact: string | null;
}

/** A code without words in the language of the page is said in English. */
export function findingWords(
  { code, message, hints }: Pick<StudioFinding, 'code' | 'message' | 'hints'>,
  language: PageLanguage,
): FindingWords {
  const own = [message, ...hints].join(' ');
  const [says, mend] = translated[language]?.[code] ?? [];
  if (says === undefined || mend === undefined)
    return { lang: 'en', says: message, mend: hints.join(' '), exact: null };
  const named = namedIn(message).map((words) => sayIn(language)('quoted', { words }));
  return { lang: language, says: named.length === 0 ? says : `${says} ${named.join(', ')}.`, mend, exact: own };
}

const most = { words: 3, characters: 60 };

/** The words of the document that a message quotes. */
function namedIn(message: string): readonly string[] {
  const quoted = [...message.matchAll(/“([^“”]+)”|‘([^‘’]+)’|"([^"]+)"/g)].map(([, ...found]) => found.join(''));
  const short = (words: string) =>
    words.length > most.characters ? `${words.slice(0, most.characters - 1).trimEnd()}…` : words;
  return [...new Set(quoted)].slice(0, most.words).map(short);
}
