import type { DataRule } from '../check/rule.ts';
import { allSpans } from '../check/spans.ts';

export const dateOrder: DataRule = {
  code: 'date-order',
  title: 'End before the start',
  why: 'One of the days is wrong, and readers cannot know which.',
  applies: 'Spans of time.',
  severity: 'error',
  says: 'Something ends before it starts.',
  mend: 'Check both days.',
  *check(sheet) {
    for (const { path, start, end } of allSpans(sheet)) {
      if (end >= start) continue;
      yield { at: path, message: `It ends on ${end}, before it starts on ${start}.`, hints: ['Check both days.'] };
    }
  },
};
