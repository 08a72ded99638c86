import type { DataRule } from '../check/rule.ts';
import { workDays, workSpans } from '../check/spans.ts';

export const dateOutsideProject: DataRule = {
  code: 'date-outside-project',
  title: 'Date outside of the project',
  why: 'Costs and activities outside of the project cannot be charged to it.',
  applies: 'Activities, periods, milestones and instalments.',
  severity: 'error',
  says: 'A date of the work is not within the dates of the project.',
  mend: 'Check the day against the dates of the project.',
  *check(sheet) {
    const [project] = sheet.parts('project');
    if (project === undefined) return;
    const { start, end } = project.value;
    const hint = `Check the day; the project runs from ${start} to ${end}.`;
    for (const span of workSpans(sheet)) {
      if (span.start < start)
        yield { at: [...span.path, 'start'], message: `${span.start} is before the project.`, hints: [hint] };
      if (span.end > end)
        yield { at: [...span.path, 'end'], message: `${span.end} is after the project.`, hints: [hint] };
    }
    for (const { path, day } of workDays(sheet)) {
      if (day < start) yield { at: path, message: `${day} is before the project.`, hints: [hint] };
      if (day > end) yield { at: path, message: `${day} is after the project.`, hints: [hint] };
    }
  },
};
