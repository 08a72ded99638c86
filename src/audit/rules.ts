/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { DocumentRule } from './rule.ts';
import { asciiQuotes } from './rules/ascii-quotes.ts';
import { blankHeading } from './rules/blank-heading.ts';
import { closingQuote } from './rules/closing-quote.ts';
import { crowdedChart } from './rules/crowded-chart.ts';
import { cutSentence } from './rules/cut-sentence.ts';
import { danglingLink } from './rules/dangling-link.ts';
import { deepSection } from './rules/deep-section.ts';
import { doubleSpace } from './rules/double-space.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { emptySection } from './rules/empty-section.ts';
import { hyphenAsDash } from './rules/hyphen-as-dash.ts';
import { missingCaption } from './rules/missing-caption.ts';
import { missingGlyph } from './rules/missing-glyph.ts';
import { missingSpace } from './rules/missing-space.ts';
import { mixedLetters } from './rules/mixed-letters.ts';
import { mtavruli } from './rules/mtavruli.ts';
import { repeatedHeading } from './rules/repeated-heading.ts';
import { rightToLeft } from './rules/right-to-left.ts';
import { unknownLook } from './rules/unknown-look.ts';
import { unmarkedLanguage } from './rules/unmarked-language.ts';
import { wideTable } from './rules/wide-table.ts';

export const rules: readonly DocumentRule[] = [
  missingGlyph,
  mtavruli,
  mixedLetters,
  rightToLeft,
  unmarkedLanguage,
  unknownLook,
  duplicateId,
  danglingLink,
  blankHeading,
  deepSection,
  emptySection,
  repeatedHeading,
  missingCaption,
  wideTable,
  crowdedChart,
  asciiQuotes,
  closingQuote,
  hyphenAsDash,
  missingSpace,
  doubleSpace,
  cutSentence,
];
