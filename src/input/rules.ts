/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { DataRule } from './check/rule.ts';
import { budgetSum } from './rules/budget-sum.ts';
import { cellContent } from './rules/cell-content.ts';
import { chartData } from './rules/chart-data.ts';
import { chartOfOne } from './rules/chart-of-one.ts';
import { chartPoints } from './rules/chart-points.ts';
import { chartSource } from './rules/chart-source.ts';
import { chartSum } from './rules/chart-sum.ts';
import { consentExpired } from './rules/consent-expired.ts';
import { consentMissing } from './rules/consent-missing.ts';
import { consentScope } from './rules/consent-scope.ts';
import { countDiffers } from './rules/count-differs.ts';
import { creditForm } from './rules/credit-form.ts';
import { dateAfterReport } from './rules/date-after-report.ts';
import { dateOrder } from './rules/date-order.ts';
import { dateOutsideProject } from './rules/date-outside-project.ts';
import { disaggregationSum } from './rules/disaggregation-sum.ts';
import { easyAbbreviation } from './rules/easy-abbreviation.ts';
import { easyRow } from './rules/easy-row.ts';
import { easySentence } from './rules/easy-sentence.ts';
import { easySign } from './rules/easy-sign.ts';
import { figureDiffers } from './rules/figure-differs.ts';
import { figureInText } from './rules/figure-in-text.ts';
import { identifyingDetails } from './rules/identifying-details.ts';
import { isbnCheck } from './rules/isbn-check.ts';
import { lineJoined } from './rules/line-joined.ts';
import { mapDisclaimer } from './rules/map-disclaimer.ts';
import { mapUnnamed } from './rules/map-unnamed.ts';
import { missingCurrency } from './rules/missing-currency.ts';
import { noSuchDay } from './rules/no-such-day.ts';
import { numberAsText } from './rules/number-as-text.ts';
import { oddCents } from './rules/odd-cents.ts';
import { overspentLine } from './rules/overspent-line.ts';
import { parityChoice } from './rules/parity-choice.ts';
import { parityCurrencies } from './rules/parity-currencies.ts';
import { parityDates } from './rules/parity-dates.ts';
import { parityLength } from './rules/parity-length.ts';
import { parityLinks } from './rules/parity-links.ts';
import { parityLists } from './rules/parity-lists.ts';
import { parityNegation } from './rules/parity-negation.ts';
import { parityNumberWords } from './rules/parity-number-words.ts';
import { parityNumbers } from './rules/parity-numbers.ts';
import { parityStress } from './rules/parity-stress.ts';
import { parityUnits } from './rules/parity-units.ts';
import { partLeftOut } from './rules/part-left-out.ts';
import { periodCount } from './rules/period-count.ts';
import { periodDiffers } from './rules/period-differs.ts';
import { personalNumber } from './rules/personal-number.ts';
import { placeholder } from './rules/placeholder.ts';
import { quoteUnsaid } from './rules/quote-unsaid.ts';
import { repeatedCode } from './rules/repeated-code.ts';
import { repeatedName } from './rules/repeated-name.ts';
import { roundedNumber } from './rules/rounded-number.ts';
import { sectorSum } from './rules/sector-sum.ts';
import { sharesSum } from './rules/shares-sum.ts';
import { showsUnsaid } from './rules/shows-unsaid.ts';
import { starterWords } from './rules/starter-words.ts';
import { statusContradicts } from './rules/status-contradicts.ts';
import { statusWithoutWords } from './rules/status-without-words.ts';
import { subRowSum } from './rules/sub-row-sum.ts';
import { sumInText } from './rules/sum-in-text.ts';
import { tableSum } from './rules/table-sum.ts';
import { timeAxis } from './rules/time-axis.ts';
import { undeclaredLanguage } from './rules/undeclared-language.ts';
import { unlistedNumber } from './rules/unlisted-number.ts';
import { visibilityMissing } from './rules/visibility-missing.ts';
import { visibilityUnsaid } from './rules/visibility-unsaid.ts';
import { visibilityWording } from './rules/visibility-wording.ts';

export const rules: readonly DataRule[] = [
  budgetSum,
  cellContent,
  chartData,
  chartPoints,
  chartSum,
  consentExpired,
  consentMissing,
  creditForm,
  dateAfterReport,
  dateOrder,
  dateOutsideProject,
  disaggregationSum,
  identifyingDetails,
  isbnCheck,
  lineJoined,
  mapDisclaimer,
  missingCurrency,
  numberAsText,
  overspentLine,
  parityDates,
  parityLinks,
  parityLists,
  parityNumbers,
  periodCount,
  placeholder,
  oddCents,
  roundedNumber,
  sectorSum,
  showsUnsaid,
  statusWithoutWords,
  tableSum,
  visibilityMissing,
  visibilityWording,
  undeclaredLanguage,
  partLeftOut,
  starterWords,
  chartOfOne,
  chartSource,
  figureDiffers,
  figureInText,
  mapUnnamed,
  parityCurrencies,
  parityLength,
  parityNumberWords,
  parityStress,
  periodDiffers,
  personalNumber,
  quoteUnsaid,
  repeatedCode,
  repeatedName,
  statusContradicts,
  subRowSum,
  visibilityUnsaid,
  consentScope,
  countDiffers,
  sharesSum,
  easySentence,
  easyRow,
  easyAbbreviation,
  easySign,
  noSuchDay,
  parityChoice,
  parityNegation,
  parityUnits,
  sumInText,
  timeAxis,
  unlistedNumber,
];
