/** All rules of data, and how they are run. A new one is a file here and a line in the list. */
import type { Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { pathText } from '../../json/path.ts';
import { budgetSum } from './budget-sum.ts';
import { cellContent } from './cell-content.ts';
import { chartData } from './chart-data.ts';
import { chartPoints } from './chart-points.ts';
import { chartSum } from './chart-sum.ts';
import { consentExpired } from './consent-expired.ts';
import { consentMissing } from './consent-missing.ts';
import { creditForm } from './credit-form.ts';
import { dateAfterReport } from './date-after-report.ts';
import { dateOrder } from './date-order.ts';
import { dateOutsideProject } from './date-outside-project.ts';
import { disaggregationSum } from './disaggregation-sum.ts';
import { identifyingDetails } from './identifying-details.ts';
import { isbnCheck } from './isbn-check.ts';
import { mapDisclaimer } from './map-disclaimer.ts';
import { missingCurrency } from './missing-currency.ts';
import { numberAsText } from './number-as-text.ts';
import { overspentLine } from './overspent-line.ts';
import { parityDates } from './parity-dates.ts';
import { parityLinks } from './parity-links.ts';
import { parityLists } from './parity-lists.ts';
import { parityNumbers } from './parity-numbers.ts';
import { periodCount } from './period-count.ts';
import { placeholder } from './placeholder.ts';
import { roundedNumber } from './rounded-number.ts';
import type { Rule } from './rule.ts';
import { sectorSum } from './sector-sum.ts';
import type { Sheet } from './sheet.ts';
import { showsUnsaid } from './shows-unsaid.ts';
import { statusWithoutWords } from './status-without-words.ts';
import { tableSum } from './table-sum.ts';
import { visibilityMissing } from './visibility-missing.ts';
import { visibilityWording } from './visibility-wording.ts';

export const rules: readonly Rule[] = [
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
  roundedNumber,
  sectorSum,
  showsUnsaid,
  statusWithoutWords,
  tableSum,
  visibilityMissing,
  visibilityWording,
];

/** Reports what each rule finds, at the place of the value that it is about. */
export function runRules(sheet: Sheet, json: Json, report: Report): void {
  for (const { code, severity, clause, check } of rules) {
    for (const { path, message, hint } of check(sheet)) {
      const at = json.placeOf(pathText(path));
      const rest = { hints: [hint], related: [], ...(clause === undefined ? {} : { clause }) };
      report.add({ severity, code, at, message, ...rest });
    }
  }
}
