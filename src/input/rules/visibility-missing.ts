import type { DataRule } from '../check/rule.ts';
import { wordingOf } from '../check/visibility.ts';

export const visibilityMissing: DataRule = {
  code: 'visibility-missing',
  title: 'Field that the donor requires',
  why: 'The donor may refuse the costs of a publication that does not name it as agreed.',
  applies: 'Documents with a donor’s rules.',
  severity: 'error',
  says: 'A field that the rules of the donor require is missing.',
  mend: 'Add the field that the finding names.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('visibility')) {
      const set = sheet.ruleSets.get(value.rules);
      if (set === undefined) continue;
      for (const need of set.needs) {
        if (value[need] !== null) continue;
        yield {
          at: path,
          message: `The rule set "${value.rules}" requires the field "${need}".`,
          hints: [`Add "${need}".`],
        };
      }
      for (const name of ['funding', 'disclaimer'] as const) {
        if (set[name] === null || value[name] !== null) continue;
        const wording = Object.entries(wordingOf(set[name], value)).map(([tag, text]) => `${tag}: ${text}`);
        const message = `The rule set "${value.rules}" requires the field "${name}".`;
        yield { at: path, message, hints: [`Add "${name}": ${wording.join(' · ')}`] };
      }
    }
  },
};
