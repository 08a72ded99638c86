import { allLanguages } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';

export const visibilityUnsaid: DataRule = {
  code: 'visibility-unsaid',
  severity: 'warning',
  says: 'A document that somebody has paid for does not say so in the words that donors ask for.',
  mend: 'Add "visibility" with the rules of the donor.',
  *check(sheet) {
    const named = 'visibility' in sheet.data && sheet.parts('visibility').length === 0;
    if (!named) return;
    for (const { path, texts } of sheet.texts)
      for (const [tag, text] of Object.entries(texts)) {
        const [found] = allLanguages.find((each) => each.tag === tag)?.wording.fundedBy.exec(text) ?? [];
        if (found === undefined) continue;
        yield {
          at: [...path, tag],
          message: `The text says "${found}", and the document has no "visibility" with the words that the donor asks for.`,
          hints: [
            'Add "visibility": { "rules": "eu", … }, or "rules": "neutral" for a donor without rules of its own.',
          ],
        };
        return;
      }
  },
};
