/** Themes and fonts. */
import type { Meaning } from './meaning.ts';

export const themes = {
  'unknown-theme': {
    severity: 'error',
    says: 'There is no theme with this name.',
    mend: 'Correct the name, or give the path of the theme.',
  },
  'bad-theme-value': {
    severity: 'error',
    says: 'A value of a theme is not an allowed one.',
    mend: 'Write a value that the finding names; compare with the theme "gza".',
  },
  'unknown-token': {
    severity: 'error',
    says: 'A theme has a token that no format uses.',
    mend: 'Correct the name of the token, or remove it.',
  },
  'missing-token': {
    severity: 'error',
    says: 'A theme does not have a token that the formats need.',
    mend: 'Add the token; compare with the theme "gza".',
  },
  'unknown-token-type': {
    severity: 'error',
    says: 'The $type of a token is missing or not a known one.',
    mend: 'Write a known $type.',
  },
  'wrong-token-type': {
    severity: 'error',
    says: 'A token has another $type than its place needs.',
    mend: 'Write the $type that the finding names.',
  },
  'missing-extension': {
    severity: 'error',
    says: 'A token does not have the values that Etrati adds to it.',
    mend: 'Add "$extensions": { "etrati": … }; compare with the theme "gza".',
  },
  'unknown-alias': {
    severity: 'error',
    says: 'An alias leads to a token that does not exist.',
    mend: 'Correct the name of the token.',
  },
  'alias-cycle': {
    severity: 'error',
    says: 'An alias leads back to itself.',
    mend: 'Give one of the tokens a value.',
  },
  'low-contrast': {
    severity: 'error',
    says: 'A colour on its ground has too little contrast to be read.',
    mend: 'Choose a darker or a lighter colour; the hint of the finding names one.',
    clause: 'WCAG 2.2, 1.4.3; WCAG 2.2, 1.4.11',
  },
  'bad-font': {
    severity: 'error',
    says: 'A font cannot be used.',
    mend: 'Give a static TrueType font (.ttf).',
  },
  'font-not-embeddable': {
    severity: 'error',
    says: 'The licence bits of a font forbid documents to embed a part of it.',
    mend: 'Choose a font whose licence allows it, such as one under the SIL Open Font License.',
  },
  'font-lacks-letters': {
    severity: 'error',
    says: 'A font for text does not have the letters, digits and signs that every document needs.',
    mend: 'Choose a font that has them.',
  },
  'missing-font-licence': {
    severity: 'error',
    says: 'A font is in a folder without its licence.',
    mend: 'Put the licence that the font came with into its folder, as LICENSE, OFL.txt or COPYING.',
  },
  'look-undrawn': {
    severity: 'warning',
    says: 'A theme that extends another says a look that some format does not draw.',
    mend: 'Leave it out, or say what that format has instead; docs/themes.md lists it.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
