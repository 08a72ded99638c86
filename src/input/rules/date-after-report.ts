import type { DataRule } from '../check/rule.ts';
import { workDays, workSpans } from '../check/spans.ts';

export const dateAfterReport: DataRule = {
  code: 'date-after-report',
  title: 'Past event after the publication',
  why: 'What has not happened yet is reported as done.',
  applies: 'Actual dates, actual values, instalments and milestones.',
  severity: 'error',
  says: 'An event that is given as past is after the day of the publication.',
  mend: 'Check the day of the event and the day of the publication.',
  *check(sheet) {
    const { date } = sheet.data;
    const hint = `Check the day; the publication is of ${date}.`;
    const messageFor = (day: string) => `${day} is given as past, but is after the publication.`;
    for (const { path, end, past } of workSpans(sheet)) {
      if (past && end > date) yield { at: [...path, 'end'], message: messageFor(end), hints: [hint] };
    }
    for (const { path, day, past } of workDays(sheet)) {
      if (past && day > date) yield { at: path, message: messageFor(day), hints: [hint] };
    }
    const [results] = sheet.parts('results');
    const starts = (results?.value.periods ?? []).map(({ start }) => start);
    for (const { path, value } of sheet.parts('indicator'))
      for (const [index, { actual }] of value.values.entries()) {
        const start = starts[index] ?? date;
        // After a period without a value another rule tells of it.
        if (actual === null || start <= date || value.values[index - 1]?.actual === null) continue;
        const message = `The value is given as actual, and its period begins on ${start}, after the publication.`;
        yield { at: [...path, 'values', index, 'actual'], message, hints: [hint] };
      }
  },
};
