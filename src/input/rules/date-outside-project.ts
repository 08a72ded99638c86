import type { Rule } from '../check/rule.ts';
import { workDays, workSpans } from '../check/spans.ts';

export const dateOutsideProject: Rule = {
  code: 'date-outside-project',
  severity: 'error',
  says: 'The dates of the work are within the dates of the project.',
  *check(sheet) {
    const [project] = sheet.parts('project');
    if (project === undefined) return;
    const { start, end } = project.value;
    const hint = `Check the day; the project runs from ${start} to ${end}.`;
    for (const span of workSpans(sheet)) {
      if (span.start < start)
        yield { path: [...span.path, 'start'], message: `${span.start} is before the project.`, hint };
      if (span.end > end) yield { path: [...span.path, 'end'], message: `${span.end} is after the project.`, hint };
    }
    for (const { path, day } of workDays(sheet)) {
      if (day < start) yield { path, message: `${day} is before the project.`, hint };
      if (day > end) yield { path, message: `${day} is after the project.`, hint };
    }
  },
};
