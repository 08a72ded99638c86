/** What was done and what is to be done: activities under their outputs. */
import { z } from 'zod';
import { type Fields, optional } from './fields.ts';
import { part } from './parts.ts';
import { code, day } from './values.ts';

export function workplanIn(fields: Fields) {
  const group = z
    .strictObject({
      title: fields.texts('The output that they lead to'),
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
        responsible: texts('Who does it'),
        planned: span('As planned'),
        actual: optional(span('As it went; the last day is that of the report where it goes on')),
        state: z.enum(['done', 'ongoing', 'delayed', 'ahead']).describe('Where it stands; "ahead" is still to come'),
        remark: optional(texts('What there is to say of it')),
      })
      .describe('One activity'),
  );
}
