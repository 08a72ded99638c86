/** What was done and what is to be done: activities under their outputs. */
import * as z from 'zod';
import { type Fields, optional } from './fields.ts';
import { part } from './parts.ts';
import { code, day } from './values.ts';

export function workplanIn(fields: Fields) {
  const group = z
    .strictObject({
      title: fields.texts('The output of the activities'),
      items: z.array(activityIn(fields)).min(1).describe('The activities'),
    })
    .describe('The activities of one output');
  return z.array(group).min(1).describe('The workplan, by output');
}

export function activityIn({ texts }: Fields) {
  const span = (description: string) =>
    z.strictObject({ start: day('The first day'), end: day('The last day') }).describe(description);
  return part(
    'activity',
    z
      .strictObject({
        code: code('Its number, such as 1.1.2'),
        title: texts('What is done'),
        responsible: texts('Who is responsible'),
        planned: span('As planned'),
        actual: optional(span('The actual dates; for an ongoing activity, the last day is the day of the report')),
        state: z.enum(['done', 'ongoing', 'delayed', 'ahead']).describe('The status; "ahead" means not started'),
        remark: optional(texts('A remark')),
      })
      .describe('One activity'),
  );
}
