import type { Rule } from '../check/rule.ts';
import { workDays, workSpans } from '../check/spans.ts';

export const dateAfterReport: Rule = {
  code: 'date-after-report',
  severity: 'error',
  says: 'Past events are before the day of the publication.',
  *check(sheet) {
    const { date } = sheet.data;
    const hint = `Check the day; the publication is of ${date}.`;
    const said = (day: string) => `${day} is given as past, but is after the publication.`;
    for (const { path, end, past } of workSpans(sheet)) {
      if (past && end > date) yield { path: [...path, 'end'], message: said(end), hint };
    }
    for (const { path, day, past } of workDays(sheet)) {
      if (past && day > date) yield { path, message: said(day), hint };
    }
  },
};
