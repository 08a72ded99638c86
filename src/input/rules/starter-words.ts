import { allLanguages } from '../../language/languages.ts';
import { shortened } from '../../text.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

const words = allLanguages.flatMap(({ prose }) => prose.starters);
const left = new RegExp(`${words.join('|')}|^(?:info@)?example\\.org$`, 'iu');

/** In print it is an error (`sift`): a file on paper cannot be mended. */
export const starterWords: DataRule = {
  code: 'starter-words',
  title: 'Words of the example',
  why: 'The publication has sentences that nobody has written for it.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'Texts are those that etrati init wrote as an example. For print it is an error.',
  mend: 'Write your own words in their place, or remove the part.',
  *check(sheet) {
    const found = sayingsIn(sheet).filter(({ text }) => left.test(text));
    const [first] = found;
    if (first === undefined) return;
    const shown = shortened(first.text, 60);
    const count = found.length === 1 ? 'A text is' : `${found.length} texts are`;
    yield {
      at: first.at,
      message: `${count} still as etrati init wrote ${found.length === 1 ? 'it' : 'them'}: "${shown}"${found.length === 1 ? '' : ' and others'}.`,
      hints: ['Write your own words in their place, or remove the part. The print edition is not made before.'],
    };
  },
};
