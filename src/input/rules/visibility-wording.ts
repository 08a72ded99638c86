import type { DataRule } from '../check/rule.ts';
import { wordingOf } from '../check/visibility.ts';

export const visibilityWording: DataRule = {
  code: 'visibility-wording',
  title: 'Donor’s sentence in other words',
  why: 'The wording is part of the grant agreement; another one is a breach of it.',
  applies: 'Documents with a donor’s rules.',
  severity: 'error',
  says: 'A sentence for the donor differs from the wording of its rules.',
  mend: 'Copy the sentence from the hint of the finding.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('visibility')) {
      const set = sheet.ruleSets.get(value.rules);
      for (const name of ['funding', 'disclaimer'] as const) {
        const wording = set === undefined ? {} : wordingOf(set[name], value);
        for (const [tag, text] of Object.entries(value[name] ?? {})) {
          const words = wording[tag];
          if (text === undefined || words === undefined || flat(text) === flat(words)) continue;
          const message = `The text differs from the wording of the rule set "${value.rules}".`;
          yield { at: [...path, name, tag], message, hints: [`Write: ${words}`], meant: words };
        }
      }
    }
  },
};

/** A no-break space is no other word. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
