import type { Rule } from '../check/rule.ts';

const left = /\b(?:TODO|TBC|TBD|FIXME|XX+|lorem ipsum)\b|\?{3,}|_{4,}|…{2,}|დასაზუსტებელია|შესავსებია/iu;

export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'error',
  says: 'Placeholders for text are filled in.',
  *check(sheet) {
    for (const { path, texts } of sheet.texts) {
      for (const [tag, text] of Object.entries(texts)) {
        const [found] = left.exec(text) ?? [];
        if (found === undefined) continue;
        yield {
          path: [...path, tag],
          message: `"${found}" is a placeholder for a text that is not written yet.`,
          hint: 'Write the text.',
        };
      }
    }
  },
};
