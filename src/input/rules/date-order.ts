import type { DataRule } from '../check/rule.ts';
import { allSpans, orderedDays } from '../check/spans.ts';

export const dateOrder: DataRule = {
  code: 'date-order',
  title: 'Days in the wrong order',
  why: 'One of the days is wrong, and readers cannot know which.',
  applies: 'Spans of time; the stops of a timeline, instalments and periods, which are given in order.',
  severity: 'error',
  says: 'Something ends before it starts, or a list in the order of its days is not in order.',
  mend: 'Check both days.',
  *check(sheet) {
    for (const { path, start, end } of allSpans(sheet)) {
      if (end >= start) continue;
      yield { at: path, message: `It ends on ${end}, before it starts on ${start}.`, hints: ['Check both days.'] };
    }
    for (const { path, day, before } of orderedDays(sheet)) {
      if (before <= day) continue;
      const message = `${day} is after ${before} in the list, and is an earlier day.`;
      yield { at: path, message, hints: ['Check both days, or put them in order.'] };
    }
  },
};
