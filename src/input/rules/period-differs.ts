import { languageOf } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';
import type { DataParts } from '../check/sheet.ts';
import { daysIn } from '../check/tokens.ts';

const years = /(?<![\d-])((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d)(?![\d-])/;

/** The years on the cover are those of the project, or lie within them; its period is that of the project, or is reported on. */
export const periodDiffers: DataRule = {
  code: 'period-differs',
  title: 'Years that are not those of the project',
  why: 'Readers file the report under the wrong years.',
  applies: 'Titles, covers and descriptions.',
  severity: 'error',
  says: 'The years in the title, or a day of the period on the cover, are not those of the project.',
  mend: 'Check the years against the dates of the project.',
  *check(sheet) {
    const [project] = sheet.parts('project');
    if (project === undefined) return;
    const [first, last] = [project.value.start, project.value.end].map((day) => day.slice(0, 4));
    for (const { at, tag, text } of sayingsIn(sheet)) {
      if (!['title', 'cover', 'label', 'subtitle', 'description'].includes(String(at[0]))) continue;
      const days = daysIn(text, languageOf(tag));
      const wrong = days.length === 2 && at[0] === 'cover' ? wrongDay(days, project.value) : null;
      if (wrong !== null) {
        const { start, end } = project.value.period ?? project.value;
        const message = `The text names ${wrong}, and the period is from ${start} to ${end}.`;
        yield { at, message, hints: ['Check the days against the dates of the project.'] };
        continue;
      }
      const [found, from = '', to = ''] = years.exec(text) ?? [];
      if (found === undefined || first === undefined || last === undefined || (from >= first && to <= last)) continue;
      yield {
        at,
        message: `The text says ${found}, and the project runs from ${first} to ${last}.`,
        hints: ['Check the years against the dates of the project.'],
      };
    }
  },
};

/** Of a span that begins or ends as the project or its reporting period does: the other day, if it is not theirs. */
function wrongDay([from = '', to = '']: readonly string[], project: DataParts['project']): string | null {
  const spans = [project, ...(project.period === null ? [] : [project.period])];
  if (spans.some(({ start, end }) => start === from && end === to)) return null;
  if (spans.some(({ start }) => start === from)) return to;
  return spans.some(({ end }) => end === to) ? from : null;
}
