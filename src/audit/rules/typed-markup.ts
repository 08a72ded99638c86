import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Pairs of tags, tags that stand alone, and names of characters; one tag by itself may be what the text is about. */
const markup =
  /<(a|b|i|u|em|strong|p|span|div|h[1-6]|ul|ol|li|table|tr|td|th|sup|sub|font)(?:\s[^<>]{0,200})?>[^<]{1,2000}<\/\1>|<(?:br|hr)\s?\/?>|&(?:nbsp|quot|apos|ndash|mdash|shy|#\d{2,5}|#x[\da-f]{2,5});|^#{1,6} \S/giu;

export const typedMarkup: DocumentRule = {
  code: 'typed-markup',
  title: 'Marks of HTML or of headings in a text',
  why: 'Readers see and hear the signs; the heading or the bold word that they were for is not there.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A text has marks of HTML or of headings that readers see as they are written.',
  mend: 'Remove them: **strong** and *stress* are the marks of texts, and sections have titles.',
  check({ document }) {
    const hint = 'Remove it: **strong** and *stress* are the marks of texts, and headings are the titles of sections.';
    return findPattern(
      document,
      markup,
      (found) => ({ message: `“${found}” is shown as it is written`, hint }),
      ({ value }) => /[<&#]/.test(value),
    );
  },
};
