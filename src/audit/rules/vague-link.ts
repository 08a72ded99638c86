import { knownLanguage } from '../../language/languages.ts';
import { webLinksOf } from '../links.ts';
import type { DocumentRule } from '../rule.ts';

/** Who listens goes from link to link and hears their words alone. */
export const vagueLink: DocumentRule = {
  code: 'vague-link',
  title: 'Link whose words say nothing',
  why: 'In a list of links “here” leads anywhere: who listens has to read around it.',
  applies: 'Links.',
  severity: 'warning',
  says: 'The words of a link do not say where it leads.',
  mend: 'Put the link on the words that name what it leads to.',
  clause: 'WCAG 2.2, 2.4.4',
  *check({ document }) {
    for (const { words, lang, at } of webLinksOf(document)) {
      if (knownLanguage(lang)?.wording.vagueLink.test(words) !== true) continue;
      const message = `The words of the link, ‘${words}’, do not say where it leads.`;
      yield { at, message, hints: ['Put the link on the words that name what it leads to.'] };
    }
  },
};
