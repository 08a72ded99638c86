/** On what the verdict on each success criterion of WCAG 2.2 A and AA rests for a document, by way of WCAG2ICT. */
import type { Grounds } from './basis.ts';

const media: Grounds = { absent: ['media'] };
const forms: Grounds = { absent: ['forms'] };
const scripts: Grounds = { absent: ['scripts'] };
const sets: Grounds = { absent: ['sets'] };

// A picture may break what holds for all else by construction: wherever there is one, a person is asked about it. What only
// decorates is excepted from contrast and words in pictures, if it really only does.

export const wcag: Readonly<Record<string, Grounds>> = {
  '1.1.1': {
    absent: ['figures'],
    asks: ['alternative-text', 'decorative', 'page-decoration'],
    reads: ['figure-alternatives'],
    rules: [
      ...['missing-alternative', 'missing-alt', 'alt-file-name', 'alt-generic', 'alt-opening', 'alt-repeated'],
      ...['alt-repeats-caption', 'alt-too-long', 'decorative-described', 'map-unnamed', 'mark-alone'],
    ],
    judges: ['axe', 'docx-accessibility'],
  },
  '1.2.1': media,
  '1.2.2': media,
  '1.2.3': media,
  '1.2.4': media,
  '1.2.5': media,
  '1.3.1': {
    asks: ['structure', 'table-headers', 'captions', 'picture-of-words'],
    reads: ['scopes'],
    rules: [
      ...['fake-heading', 'fake-list', 'layout-table', 'no-header-cells', 'missing-headers', 'missing-caption'],
      ...['repeated-column', 'repeated-name', 'stacked-cell', 'typed-note', 'typed-markup', 'dash-for-nothing'],
    ],
    judges: ['pdf-structure', 'axe', 'docx-accessibility'],
  },
  '1.3.2': { asks: ['reading-order'], judges: ['pdf-structure'] },
  '1.3.3': { asks: ['colour-and-place'], rules: ['by-eye'] },
  '1.3.4': { made: 'orientation' },
  '1.3.5': forms,
  '1.4.1': { asks: ['colour-and-place', 'picture-colour'], rules: ['by-eye', 'status-without-words', 'crowded-chart'] },
  '1.4.2': media,
  '1.4.3': {
    made: 'contrast',
    asks: ['picture-contrast', 'decorative'],
    rules: ['low-contrast'],
    judges: ['axe', 'page'],
  },
  '1.4.4': { made: 'resize', judges: ['page'] },
  '1.4.5': { absent: ['figures'], asks: ['picture-of-words', 'decorative'], rules: ['words-as-paths'] },
  '1.4.10': { made: 'reflow', needs: 'html', asks: ['reflow'], judges: ['page'] },
  '1.4.11': {
    absent: ['figures'],
    made: 'contrast',
    asks: ['picture-contrast', 'decorative'],
    rules: ['low-contrast'],
  },
  '1.4.12': { made: 'spacing', judges: ['page'] },
  '1.4.13': scripts,
  '2.1.1': { made: 'controls', judges: ['axe'] },
  '2.1.2': { made: 'controls' },
  '2.1.4': scripts,
  '2.2.1': scripts,
  '2.2.2': media,
  '2.3.1': media,
  '2.4.1': sets,
  '2.4.2': { asks: ['title'], reads: ['title', 'display-title'], rules: ['blank-heading'], judges: ['axe'] },
  '2.4.3': { absent: ['links'], asks: ['reading-order'], reads: ['tabs'] },
  '2.4.4': {
    absent: ['links'],
    asks: ['links'],
    reads: ['link-words'],
    rules: ['vague-link', 'bare-address', 'same-words', 'other-site', 'empty-link'],
  },
  '2.4.5': sets,
  '2.4.6': {
    asks: ['headings'],
    rules: ['blank-heading', 'heading-too-long', 'repeated-heading', 'empty-section', 'fake-heading'],
  },
  '2.4.7': { absent: ['links'], made: 'focus' },
  '2.4.11': { absent: ['links'], made: 'focus' },
  '2.5.1': scripts,
  '2.5.2': scripts,
  '2.5.3': { absent: ['links'], made: 'plain-links', judges: ['axe'] },
  '2.5.4': scripts,
  '2.5.7': scripts,
  '2.5.8': { absent: ['links'], made: 'targets', judges: ['axe'] },
  '3.1.1': { asks: ['language'], reads: ['language'], rules: ['bad-language'], judges: ['axe'] },
  '3.1.2': {
    asks: ['language', 'alternative-text'],
    rules: ['unmarked-language', 'unmarked-phrase', 'wrong-language', 'wrong-mark'],
    judges: ['axe'],
  },
  '3.2.1': { made: 'unchanged' },
  '3.2.2': forms,
  '3.2.3': sets,
  '3.2.4': sets,
  '3.2.6': sets,
  '3.3.1': forms,
  '3.3.2': forms,
  '3.3.3': forms,
  '3.3.4': forms,
  '3.3.7': forms,
  '3.3.8': forms,
  '4.1.2': { made: 'controls', reads: ['links-tagged'], judges: ['verapdf', 'axe'] },
  '4.1.3': scripts,
};

/** What an older version still asks for: EN 301 549 V3.2.1 refers to WCAG 2.1. */
export const earlier: Readonly<Record<string, Grounds>> = {
  '4.1.1': { made: 'parsing', judges: ['nu', 'qpdf', 'open-xml-sdk'] },
};
