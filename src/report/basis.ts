/** On what a verdict rests: the names of texts in `standards/evidence.json`, of readings, of rules and of judges. */

/** Why a condition cannot be met by this document at all. */
export const absences = [
  ...['scripts', 'media', 'forms', 'blanks', 'optional-content', 'embedded-files', 'threads', 'encryption'],
  ...['other-annotations', 'annotations', 'ruby', 'types', 'tables', 'lists', 'ordered-lists', 'contents'],
  ...['figures', 'decorative', 'groups', 'captions', 'notes', 'formulas', 'maths', 'links', 'reference-xobjects'],
  ...['simple-fonts', 'other-encodings', 'cidset', 'no-test', 'sets', 'void'],
] as const;
export type Absence = (typeof absences)[number];

/** What is read back from a finished PDF. */
export const readings = [
  ...['suspects', 'role-map', 'standard-types', 'xmp', 'identifier', 'title', 'display-title', 'language'],
  ...['figure-alternatives', 'first-heading', 'heading-levels', 'heading-kinds', 'scopes', 'note-ids', 'link-words'],
  ...['links-tagged', 'tabs', 'form-xobjects', 'embedded-fonts', 'cid-maps', 'unicode', 'unicode-values'],
] as const;
export type ReadingName = (typeof readings)[number];

/** What a person is asked. */
export const questions = [
  ...['title', 'alternative-text', 'decorative', 'picture-of-words', 'picture-colour', 'picture-contrast'],
  ...[
    'picture-groups',
    'page-decoration',
    'reading-order',
    'structure',
    'headings',
    'captions',
    'table-headers',
    'colour-and-place',
  ],
  ...['language', 'links', 'maths', 'blanks', 'fonts', 'mapped-types', 'reflow'],
] as const;
export type QuestionName = (typeof questions)[number];

export type Construction =
  | ('tree' | 'artifacts' | 'alternatives' | 'levels' | 'numbering' | 'notes' | 'typed' | 'unstretched' | 'plain-links')
  | ('one-tree' | 'glyphs' | 'widths' | 'open-fonts' | 'contrast' | 'resize' | 'reflow' | 'spacing' | 'orientation')
  | ('controls' | 'focus' | 'targets' | 'languages' | 'parsing' | 'unchanged');

/** Programs of `npm run conformance` whose verdicts stand in a report. */
export type JudgeName =
  | ('verapdf' | 'pdf-structure' | 'axe' | 'page' | 'nu' | 'docx-accessibility')
  | ('open-xml-sdk' | 'openxml-audit' | 'libreoffice' | 'poppler' | 'qpdf' | 'press' | 'separations');

/**
 * What decides a condition, looked at in this order: that its subject is absent, a question for a person, what is found by
 * readings, rules and judges, and how the files are made. `question` with others says that they look for what they can, and
 * that a person still has the last word.
 */
export interface Grounds {
  /** Any one that holds is enough. */
  readonly absent?: readonly Absence[];
  readonly asks?: readonly QuestionName[];
  readonly reads?: readonly ReadingName[];
  /** Codes of rules. */
  readonly rules?: readonly string[];
  readonly judges?: readonly JudgeName[];
  readonly made?: Construction;
  /** A construction that holds only where this format is built; without it a person is asked. */
  readonly needs?: 'html';
}
