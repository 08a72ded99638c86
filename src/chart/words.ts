/** The few words that a chart adds to its data: months on the axis of a plan, and its today. */
import type { Lang } from '../model/document.ts';

interface Words {
  readonly today: string;
  readonly months: readonly string[];
}
const languages: Readonly<Record<string, Words>> = {
  ka: {
    today: 'დღეს',
    months: 'იანვ. თებ. მარ. აპრ. მაისი ივნ. ივლ. აგვ. სექტ. ოქტ. ნოემ. დეკ.'.split(' '),
  },
  en: { today: 'Today', months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ') },
};

/** Throws for a language without words: the loader refuses it before. */
export function wordsOf(lang: Lang): Words {
  const words = languages[lang] ?? languages[lang.split('-')[0] ?? ''];
  if (words === undefined) throw new Error(`no chart words for "${lang}"`);
  return words;
}
