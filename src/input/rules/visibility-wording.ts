import type { Rule } from '../check/rule.ts';
import { wordingOf } from '../check/visibility.ts';

export const visibilityWording: Rule = {
  code: 'visibility-wording',
  severity: 'error',
  says: 'The sentences for the donor have the wording of its rules, word for word.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('visibility')) {
      const set = sheet.ruleSets.get(value.rules);
      for (const name of ['funding', 'disclaimer'] as const) {
        const wanted = set === undefined ? {} : wordingOf(set[name], value);
        for (const [tag, text] of Object.entries(value[name] ?? {})) {
          const words = wanted[tag];
          if (text === undefined || words === undefined || flat(text) === flat(words)) continue;
          const message = `The text differs from the wording of the rule set "${value.rules}".`;
          yield { path: [...path, name, tag], message, hint: `Write: ${words}` };
        }
      }
    }
  },
};

/** A no-break space is no other word. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
