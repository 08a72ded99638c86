import { allLanguages } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

const words = allLanguages.flatMap(({ prose }) => prose.placeholders).join('|');
/** `[insert the date]`, and no mark of language or of a link. */
const asks = allLanguages.flatMap(({ prose }) => prose.instructions).join('|');
const left = new RegExp(
  `\\b(?:TODO|TBC|TBD|FIXME|XX+|lorem ipsum)\\b|\\?{3,}|_{4,}|…{2,}|${words}|\\[(?:${asks})[^\\]]{0,80}\\](?![({])`,
  'iu',
);

/** Found in every text that has one: others are passed over. */
const sign = new RegExp(`TODO|TB[CD]|FIXME|XX|lorem|\\?{3}|_{4}|…{2}|${words}|\\[`, 'i');

export const placeholder: DataRule = {
  code: 'placeholder',
  title: 'Placeholder that was not filled in',
  why: 'Readers see “TBC” in the place of what they came for.',
  applies: 'Texts.',
  severity: 'error',
  says: 'A text is a placeholder that was not filled in.',
  mend: 'Write the text.',
  *check(sheet) {
    for (const { at, text } of sayingsIn(sheet)) {
      if (!sign.test(text)) continue;
      const [found] = left.exec(text) ?? [];
      if (found === undefined) continue;
      yield {
        at,
        message: `"${found}" is a placeholder for a text that is not written yet.`,
        hints: ['Write the text.'],
      };
    }
  },
};
