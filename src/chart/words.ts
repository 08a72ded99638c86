/** The few words that a chart adds to its data: months on the axis of a plan, and its today. */
import type { Lang } from '../model/document.ts';

interface Words {
  readonly today: string;
  readonly months: readonly string[];
}
const english: Words = { today: 'Today', months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ') };
const georgian: Words = {
  today: 'დღეს',
  months: 'იანვ. თებ. მარ. აპრ. მაისი ივნ. ივლ. აგვ. სექტ. ოქტ. ნოემ. დეკ.'.split(' '),
};

/** English for a part in a language that we have no words of, as in the alternative text. */
export function wordsOf(lang: Lang): Words {
  return lang.split('-')[0] === 'ka' ? georgian : english;
}
