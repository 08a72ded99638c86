import { allLanguages } from '../../language/languages.ts';
import { peopleIn } from '../check/people.ts';
import type { DataRule } from '../check/rule.ts';

/** What a consent says in words: it is judged only where it names paper and not the web, or the web and not paper. */
export const consentScope: DataRule = {
  code: 'consent-scope',
  title: 'Consent to another medium',
  why: 'What was given for paper goes around the world on the web; the person has not agreed to that.',
  applies: 'Pictures, stories and quotations with a consent.',
  severity: 'warning',
  says: 'A person has agreed to paper only and a web page is made, or to the web only and a print edition is made.',
  mend: 'Ask the person, and correct "scope"; or build without that format.',
  clause: 'IOM Data Protection Principles, consent',
  *check(sheet) {
    for (const { path, what, consent } of peopleIn(sheet)) {
      if (consent === null) continue;
      const has = (medium: 'onPaper' | 'onWeb') =>
        allLanguages.some(({ wording }) => wording[medium].test(consent.scope));
      const [paper, web] = [has('onPaper'), has('onWeb')];
      const made =
        paper && !web && sheet.formats.includes('html')
          ? (['a web page', 'pdf,docx'] as const)
          : web && !paper && sheet.formats.includes('print')
            ? (['a print edition', 'html,pdf'] as const)
            : null;
      if (made === null) continue;
      const [edition, formats] = made;
      yield {
        at: [...path, 'consent', 'scope'],
        message: `The consent to the ${what} is for “${consent.scope}”, and ${edition} is made.`,
        hints: [`Ask the person, and correct "scope"; or build without it: --format ${formats}.`],
      };
    }
  },
};
