/** All rules of data, and how they are run. A new one is a file here and a line in the list. */
import type { Report } from '../../diagnostics.ts';
import type { Json } from '../../json/json.ts';
import { pathText } from '../../json/path.ts';
import { budgetSum } from '../rules/budget-sum.ts';
import { cellContent } from '../rules/cell-content.ts';
import { chartData } from '../rules/chart-data.ts';
import { chartPoints } from '../rules/chart-points.ts';
import { chartSum } from '../rules/chart-sum.ts';
import { consentExpired } from '../rules/consent-expired.ts';
import { consentMissing } from '../rules/consent-missing.ts';
import { creditForm } from '../rules/credit-form.ts';
import { dateAfterReport } from '../rules/date-after-report.ts';
import { dateOrder } from '../rules/date-order.ts';
import { dateOutsideProject } from '../rules/date-outside-project.ts';
import { disaggregationSum } from '../rules/disaggregation-sum.ts';
import { identifyingDetails } from '../rules/identifying-details.ts';
import { isbnCheck } from '../rules/isbn-check.ts';
import { mapDisclaimer } from '../rules/map-disclaimer.ts';
import { missingCurrency } from '../rules/missing-currency.ts';
import { numberAsText } from '../rules/number-as-text.ts';
import { overspentLine } from '../rules/overspent-line.ts';
import { parityDates } from '../rules/parity-dates.ts';
import { parityLinks } from '../rules/parity-links.ts';
import { parityLists } from '../rules/parity-lists.ts';
import { parityNumbers } from '../rules/parity-numbers.ts';
import { periodCount } from '../rules/period-count.ts';
import { placeholder } from '../rules/placeholder.ts';
import { roundedNumber } from '../rules/rounded-number.ts';
import { sectorSum } from '../rules/sector-sum.ts';
import { showsUnsaid } from '../rules/shows-unsaid.ts';
import { statusWithoutWords } from '../rules/status-without-words.ts';
import { tableSum } from '../rules/table-sum.ts';
import { visibilityMissing } from '../rules/visibility-missing.ts';
import { visibilityWording } from '../rules/visibility-wording.ts';
import type { Rule } from './rule.ts';
import type { Sheet } from './sheet.ts';

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
