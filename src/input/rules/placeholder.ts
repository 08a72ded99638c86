import type { Rule } from '../check/rule.ts';

const left = /\b(?:TODO|TBC|TBD|FIXME|XX+|lorem ipsum)\b|\?{3,}|_{4,}|…{2,}|დასაზუსტებელია|შესავსებია/iu;

export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'error',
  says: 'A text is a placeholder that was not filled in.',
  mend: 'Write the text.',
  *check(sheet) {
    for (const { path, texts } of sheet.texts) {
      for (const [tag, text] of Object.entries(texts)) {
        const [found] = left.exec(text) ?? [];
        if (found === undefined) continue;
        yield {
          at: [...path, tag],
          message: `"${found}" is a placeholder for a text that is not written yet.`,
          hints: ['Write the text.'],
        };
      }
    }
  },
};
