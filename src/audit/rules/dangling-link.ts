import { nameHints } from '../../suggestion.ts';
import type { DocumentRule } from '../rule.ts';
import { idsOf, linksOf } from '../sections.ts';

const leftOut = 'Add "plain" with its rows to the section that has it, or link to a section that has them.';

/** A link within the document leads to a section, table, figure or chart that is there, or to an edition that is made. */
export const danglingLink: DocumentRule = {
  code: 'dangling-link',
  title: 'Link to a part that is not there',
  why: 'Whoever follows the link arrives nowhere.',
  applies: 'Links within the document and to its other languages.',
  severity: 'error',
  says: 'A link leads to an id or a language that the document does not have.',
  mend: 'Correct the id or the language, or remove the link.',
  *check({ document, standardIds }) {
    const ids = [...idsOf(document)].map(({ value }) => value);
    const known = new Set<string>(ids);
    const languages = document.editions.map(({ lang }) => lang);
    for (const { target } of linksOf(document)) {
      if (target.type === 'place' && !known.has(target.id.value)) {
        const { value, from } = target.id;
        yield standardIds?.has(value) === true
          ? { at: from, message: `The easy-to-read edition has nothing with the id "${value}".`, hints: [leftOut] }
          : {
              at: from,
              message: `Nothing in the document has the id "${value}".`,
              hints: nameHints(value, ids, 'ids'),
            };
      }
      if (target.type === 'edition' && !languages.includes(target.edition.value)) {
        const { value, from } = target.edition;
        const hints = nameHints(value, languages, 'languages of this document');
        yield { at: from, message: `The document has no edition in "${value}".`, hints };
      }
    }
  },
};
