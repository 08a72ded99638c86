import { directionOf } from '../../language/direction.ts';
import { englishName } from '../../language/tags.ts';
import type { DocumentRule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/**
 * Words that are written from right to left within a text that is not are put in order by every format (Unicode Standard Annex 9). A
 * document of nothing else would have its pages the other way round too: margins, columns of tables, marks of lists.
 */
export const rightToLeft: DocumentRule = {
  code: 'right-to-left',
  title: 'Document from right to left',
  why: 'Readers begin at the right edge of a page, where the PDF and the Word document have the ends of lines and tables.',
  applies: 'The language of the document.',
  severity: 'warning',
  says: 'The document is in a language that is written from right to left, and its pages are laid out from left to right.',
  mend: 'Check the pages, or write the document in another language and mark what is quoted: [words]{lang=ar}.',
  *check({ document, painting }) {
    const [first] = textsOf(document);
    if (painting !== 'pages' || first === undefined || directionOf(document.lang) === 'ltr') return;
    const message = `${englishName(document.lang)} is written from right to left, and the pages are laid out from left to right.`;
    yield {
      at: first.from,
      message,
      hints: ['Check the margins, tables and lists of the PDF and of the Word document.'],
    };
  },
};
