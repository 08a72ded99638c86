import type { DataRule } from '../check/rule.ts';

const years = /(?<![\d-])((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d)(?![\d-])/;

/** The years on the cover are those of the project, or lie within them. */
export const periodDiffers: DataRule = {
  code: 'period-differs',
  severity: 'error',
  says: 'The years in the title or on the cover are not those of the project.',
  mend: 'Check the years against the dates of the project.',
  *check(sheet) {
    const [project] = sheet.parts('project');
    if (project === undefined) return;
    const [first, last] = [project.value.start, project.value.end].map((day) => day.slice(0, 4));
    for (const { path, texts } of sheet.texts) {
      if (!['title', 'cover', 'label', 'subtitle', 'description'].includes(String(path[0]))) continue;
      for (const [tag, text] of Object.entries(texts)) {
        const [found, from = '', to = ''] = years.exec(text) ?? [];
        if (found === undefined || first === undefined || last === undefined || (from >= first && to <= last)) continue;
        yield {
          at: [...path, tag],
          message: `The text says ${found}, and the project runs from ${first} to ${last}.`,
          hints: ['Check the years against the dates of the project.'],
        };
      }
    }
  },
};
