/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { DocumentRule } from './rule.ts';
import { abbreviationDoubled } from './rules/abbreviation-doubled.ts';
import { abbreviationUnexplained } from './rules/abbreviation-unexplained.ts';
import { abbreviationUnused } from './rules/abbreviation-unused.ts';
import { altFileName } from './rules/alt-file-name.ts';
import { altGeneric } from './rules/alt-generic.ts';
import { altOpening } from './rules/alt-opening.ts';
import { altRepeated } from './rules/alt-repeated.ts';
import { altRepeatsCaption } from './rules/alt-repeats-caption.ts';
import { altTooLong } from './rules/alt-too-long.ts';
import { amountWithoutCurrency } from './rules/amount-without-currency.ts';
import { asciiQuotes } from './rules/ascii-quotes.ts';
import { bareAddress } from './rules/bare-address.ts';
import { blankHeading } from './rules/blank-heading.ts';
import { brailleLetters } from './rules/braille-letters.ts';
import { byEye } from './rules/by-eye.ts';
import { capitals } from './rules/capitals.ts';
import { captionContradicts } from './rules/caption-contradicts.ts';
import { closingQuote } from './rules/closing-quote.ts';
import { crowdedChart } from './rules/crowded-chart.ts';
import { cutSentence } from './rules/cut-sentence.ts';
import { danglingLink } from './rules/dangling-link.ts';
import { dashForNothing } from './rules/dash-for-nothing.ts';
import { decorativeDescribed } from './rules/decorative-described.ts';
import { deepSection } from './rules/deep-section.ts';
import { doubleSpace } from './rules/double-space.ts';
import { doubledScheme } from './rules/doubled-scheme.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { emptySection } from './rules/empty-section.ts';
import { fakeHeading } from './rules/fake-heading.ts';
import { fakeList } from './rules/fake-list.ts';
import { headingColon } from './rules/heading-colon.ts';
import { headingTooLong } from './rules/heading-too-long.ts';
import { hyphenAsDash } from './rules/hyphen-as-dash.ts';
import { hyphenInRange } from './rules/hyphen-in-range.ts';
import { insecureLink } from './rules/insecure-link.ts';
import { layoutTable } from './rules/layout-table.ts';
import { listOfOne } from './rules/list-of-one.ts';
import { localLink } from './rules/local-link.ts';
import { mailForm } from './rules/mail-form.ts';
import { markAlone } from './rules/mark-alone.ts';
import { missingCaption } from './rules/missing-caption.ts';
import { missingGlyph } from './rules/missing-glyph.ts';
import { missingReference } from './rules/missing-reference.ts';
import { missingSpace } from './rules/missing-space.ts';
import { mixedCurrency } from './rules/mixed-currency.ts';
import { mixedLetters } from './rules/mixed-letters.ts';
import { moreThanAll } from './rules/more-than-all.ts';
import { mtavruli } from './rules/mtavruli.ts';
import { noHeaderCells } from './rules/no-header-cells.ts';
import { otherSite } from './rules/other-site.ts';
import { repeatedColumn } from './rules/repeated-column.ts';
import { repeatedHeading } from './rules/repeated-heading.ts';
import { repeatedText } from './rules/repeated-text.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { rightToLeft } from './rules/right-to-left.ts';
import { sameWords } from './rules/same-words.ts';
import { softHyphen } from './rules/soft-hyphen.ts';
import { spaceBeforeMark } from './rules/space-before-mark.ts';
import { stackedCell } from './rules/stacked-cell.ts';
import { straightApostrophe } from './rules/straight-apostrophe.ts';
import { telephoneForm } from './rules/telephone-form.ts';
import { threeDots } from './rules/three-dots.ts';
import { tinyPicture } from './rules/tiny-picture.ts';
import { typedMarkup } from './rules/typed-markup.ts';
import { typedNote } from './rules/typed-note.ts';
import { typedNumber } from './rules/typed-number.ts';
import { unclosedPair } from './rules/unclosed-pair.ts';
import { unitMissing } from './rules/unit-missing.ts';
import { unknownLook } from './rules/unknown-look.ts';
import { unlinkedAddress } from './rules/unlinked-address.ts';
import { unmarkedLanguage } from './rules/unmarked-language.ts';
import { unmarkedPhrase } from './rules/unmarked-phrase.ts';
import { vagueLink } from './rules/vague-link.ts';
import { wideTable } from './rules/wide-table.ts';
import { wordsAsPaths } from './rules/words-as-paths.ts';
import { wrongCount } from './rules/wrong-count.ts';
import { wrongLanguage } from './rules/wrong-language.ts';
import { wrongMark } from './rules/wrong-mark.ts';

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
  abbreviationDoubled,
  abbreviationUnexplained,
  abbreviationUnused,
  altFileName,
  altGeneric,
  altOpening,
  altRepeated,
  altRepeatsCaption,
  altTooLong,
  amountWithoutCurrency,
  bareAddress,
  byEye,
  capitals,
  captionContradicts,
  dashForNothing,
  decorativeDescribed,
  doubledScheme,
  fakeHeading,
  fakeList,
  headingColon,
  headingTooLong,
  hyphenInRange,
  insecureLink,
  layoutTable,
  listOfOne,
  localLink,
  mailForm,
  markAlone,
  missingReference,
  mixedCurrency,
  moreThanAll,
  noHeaderCells,
  otherSite,
  repeatedColumn,
  repeatedWord,
  sameWords,
  softHyphen,
  spaceBeforeMark,
  stackedCell,
  straightApostrophe,
  telephoneForm,
  threeDots,
  tinyPicture,
  typedMarkup,
  typedNote,
  typedNumber,
  unclosedPair,
  unlinkedAddress,
  unmarkedPhrase,
  vagueLink,
  wordsAsPaths,
  wrongCount,
  wrongLanguage,
  wrongMark,
  unitMissing,
  brailleLetters,
  repeatedText,
];
