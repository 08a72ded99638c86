import { nameHints } from '../../suggestion.ts';
import type { Rule } from '../rule.ts';
import { linksOf, sectionsOf } from '../sections.ts';

/** A link within the document leads to a section that is there, or to an edition that is made. */
export const danglingLink: Rule = {
  code: 'dangling-link',
  severity: 'error',
  *check(document) {
    const ids = [...sectionsOf(document)].map(({ section }) => section.id.value);
    const languages = document.editions.map(({ lang }) => lang);
    for (const { target } of linksOf(document)) {
      if (target.type === 'place' && !ids.includes(target.id.value)) {
        const { value, from } = target.id;
        yield { at: from, message: `No section has the id "${value}".`, hints: nameHints(value, ids, 'ids') };
      }
      if (target.type === 'edition' && !languages.includes(target.edition.value)) {
        const { value, from } = target.edition;
        const hints = nameHints(value, languages, 'languages of this document');
        yield { at: from, message: `The document has no edition in "${value}".`, hints };
      }
    }
  },
};
