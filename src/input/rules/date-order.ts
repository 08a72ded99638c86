import type { Rule } from '../check/rule.ts';
import { allSpans } from '../check/spans.ts';

export const dateOrder: Rule = {
  code: 'date-order',
  severity: 'error',
  says: 'Nothing ends before it starts.',
  *check(sheet) {
    for (const { path, start, end } of allSpans(sheet)) {
      if (end >= start) continue;
      yield { path, message: `It ends on ${end}, before it starts on ${start}.`, hint: 'Check both days.' };
    }
  },
};
