/** Layout and the print edition. */
import type { Meaning } from './meaning.ts';

export const layout = {
  'table-too-wide': {
    severity: 'error',
    says: 'A table is wider than its page, so that a number or a word would be broken.',
    mend: 'Set its "wide" to true for a page in landscape, or make two tables of it, each with the same first column.',
  },
  'figure-too-wide': {
    severity: 'error',
    says: 'A key figure is wider than its column, so that its number would be broken.',
    mend: 'Move the key figures out of the columns, or write the number in a larger unit, such as millions.',
  },
  'note-too-long': {
    severity: 'error',
    says: 'A footnote is longer than a page can hold.',
    mend: 'Move its text to the document or to an annex, and let the note say where.',
  },
  'embed-needs-ua-2': {
    severity: 'error',
    says: 'A PDF can carry its data file only if it is of the standard ua-2.',
    mend: 'Set the PDF standard to ua-2, or build docx and html alone, or turn off the embedding of the source.',
  },
  'edition-format': {
    severity: 'error',
    says: 'An edition is not made in a format that is asked for.',
    mend: 'Ask for the edition "standard" as well, or for a format that the edition is made in.',
  },
  'cover-overflow': {
    severity: 'error',
    says: 'The texts of the opening page do not fit between its lanes.',
    mend: 'Shorten the text that the message names.',
  },
  'panel-overflow': {
    severity: 'error',
    says: 'The text does not fit on the panels of a folded sheet.',
    mend: 'Shorten the text, or choose another layout, such as --layout a5-booklet.',
  },
  'panels-empty': {
    severity: 'warning',
    says: 'A folded sheet has empty panels.',
    mend: 'Give the document more to say, such as a picture, a quote or key figures, or choose another layout.',
  },
  'file-large': {
    severity: 'warning',
    says: 'A file that was asked to be small has more than 2 MB.',
    mend: 'Leave out or crop the pictures that the message names, or send a link to the file.',
  },
  'sheet-too-long': {
    severity: 'warning',
    says: 'A document that is one sheet goes on after its second page.',
    mend: 'Shorten it by the lines that the message names, or leave a part of it out.',
  },
  'layout-of-sheet': {
    severity: 'error',
    says: 'A document that is one sheet cannot become a booklet.',
    mend: 'Leave --layout out, or choose sheets or a fold.',
  },
  'layout-of-large': {
    severity: 'error',
    says: 'Large print cannot become a folded sheet or a small booklet.',
    mend: 'Leave --layout out, or choose booklet or sheets.',
  },
  'impose-no-booklet': {
    severity: 'error',
    says: 'The pages of a layout that is not a booklet cannot be put together on sheets.',
    mend: 'Choose --layout booklet or a5-booklet, or leave --impose out.',
  },
  'impose-booklet': {
    severity: 'error',
    says: 'The pages of a booklet cannot be printed front and back on one form.',
    mend: 'Choose --impose saddle, or a layout that is not a booklet.',
  },
  'binding-no-booklet': {
    severity: 'error',
    says: 'A layout that is not a booklet has no spine that could be glued.',
    mend: 'Choose --layout booklet or a5-booklet, or leave --binding out.',
  },
  'binding-imposed': {
    severity: 'error',
    says: 'Sheets for saddle stitch cannot be glued at a spine.',
    mend: 'Leave --impose or --binding perfect out.',
  },
  'booklet-thick': {
    severity: 'warning',
    says: 'A booklet for saddle stitch has so many pages that shops bind it in another way.',
    mend: 'Use --binding perfect, or ask the shop whether it stitches so many.',
  },
  'creep-too-large': {
    severity: 'error',
    says: 'The innermost sheets of a booklet are moved to the fold by more than a third of their inner margin.',
    mend: 'Use --binding perfect, a thinner paper with its --creep, or fewer pages.',
  },
  'profile-paper': {
    severity: 'warning',
    says: 'The paper is uncoated, and the profile is that of coated paper.',
    mend: 'Ask the print shop for the profile of its paper, and give it with --icc.',
    clause: 'ISO 12647-2',
  },
  'spine-thin': {
    severity: 'warning',
    says: 'A book is so thin that glue does not hold it at its spine.',
    mend: 'Use --binding saddle, or tell thicker paper by --caliper.',
  },
  'cut-misplaced': {
    severity: 'error',
    says: 'A hole or a round corner of the theme goes through words or lies off the paper.',
    mend: 'Move the hole, or give the corners a smaller radius.',
  },
  'step-nowhere': {
    severity: 'warning',
    says: 'White ink or varnish of the theme falls on no side, because the document has nothing of what it is on.',
    mend: 'Name in "on" what the document has, such as "cover" or "sheet", or remove the step from the theme.',
  },
  'spine-bare': {
    severity: 'warning',
    says: 'The title is too long for the spine, which stays without it.',
    mend: 'Shorten the title.',
  },
  'picture-too-coarse': {
    severity: 'error',
    says: 'A picture has too few pixels for the size at which it is printed.',
    mend: 'Use the picture with more pixels.',
  },
  'picture-coarse': {
    severity: 'warning',
    says: 'A picture has fewer pixels than are recommended for the size at which it is printed.',
    mend: 'Use the picture with more pixels.',
  },
  'ink-computed': {
    severity: 'warning',
    says: 'The theme does not state the inks of a colour, so that they are computed from its RGB value.',
    mend: 'Give the colour its inks ("cmyk") in the theme.',
  },
  'too-much-ink': {
    severity: 'error',
    says: 'A colour has more ink than paper takes.',
    mend: 'Give the colour less ink.',
  },
  'inks-differ': {
    severity: 'warning',
    says: 'Two colours that look the same have different inks.',
    mend: 'Give both the same inks.',
  },
  'spot-differs': {
    severity: 'error',
    says: 'One spot ink has two different values in "cmyk".',
    mend: 'Give both the same "cmyk".',
  },
  'profile-damaged': {
    severity: 'error',
    says: 'The ICC profile of the press is damaged.',
    mend: 'Get the file again from where it came.',
    clause: 'ICC.1:2022',
  },
  'profile-kind': {
    severity: 'error',
    says: 'A file is not the profile of a CMYK press.',
    mend: 'Ask the print shop for the CMYK profile of its press and paper.',
    clause: 'ICC.1:2022',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
