/** Easy reading: what a document says in plain words, beside its own texts. `--edition plain` is made of these alone. */
import * as z from 'zod';
import { askAlternative, checkAlternative, type Fields, type IssueParams, optional } from './fields.ts';
import { keyFigureIn } from './key-figure.ts';
import { part } from './parts.ts';

/** Without its reader the mark of Inclusion Europe would be a false claim. */
const unreviewed: IssueParams = {
  code: 'easy-mark-unreviewed',
  message: 'The mark for easy-to-read texts is here, and nobody is named who has tested the text.',
  hint: 'Name in "reviewers" who has tested it, or remove "mark".',
  clause: 'Inclusion Europe, Information for all',
};

/** One idea: its words, and the picture or the number beside them. */
export function rowIn(fields: Fields) {
  const { caption: _, description: __, map: ___, ...shown } = fields.picture;
  const picture = part(
    'picture',
    z
      .strictObject(shown)
      .superRefine(checkAlternative, { when: askAlternative })
      .describe('The picture beside it; "decorative" if it shows what the words say'),
  );
  return part(
    'row',
    z
      .strictObject({
        text: fields.richBlock('One idea in one to three short sentences; a new word in **bold**, explained at once'),
        picture: optional(picture),
        figure: optional(keyFigureIn(fields).describe('A number in the place of the picture')),
        attention: optional(z.literal(true).describe('true for what readers must not miss')),
      })
      .superRefine(({ picture, figure }, context) => {
        const params: IssueParams = {
          code: 'bad-value',
          message: 'A row has a picture or a number beside its text, not both.',
          hint: 'Remove "figure", or move it to a row of its own.',
        };
        if (picture !== null && figure !== null)
          context.addIssue({ code: 'custom', path: ['figure'], params: { ...params } });
      })
      .describe('One idea'),
  );
}

/** The field `plain` of a section. */
export function plainIn(fields: Fields) {
  return optional(
    z
      .strictObject({
        title: optional(fields.texts('The heading in plain words (default: the heading of the section)')),
        rows: z.array(rowIn(fields)).min(1).describe('One idea a row'),
      })
      .describe('The section in easy-to-read words, for the edition "plain"'),
  );
}

/** The field `plain` of the whole document. */
export function plainHeadIn(fields: Fields) {
  return optional(
    z
      .strictObject({
        title: optional(fields.texts('The title in plain words (default: the title of the document)')),
        rows: optional(z.array(rowIn(fields)).min(1).describe('What the document is about, one idea a row')),
        reviewers: optional(
          fields.list('Readers with intellectual disabilities who have tested the text', 'The name of one of them'),
        ),
        mark: optional(
          z.string().min(1).describe('The picture file of the mark of Inclusion Europe; only with "reviewers"'),
        ),
      })
      .superRefine(({ mark, reviewers }, context) => {
        if (mark !== null && reviewers === null)
          context.addIssue({ code: 'custom', path: ['mark'], params: { ...unreviewed } });
      })
      .describe('The document in easy-to-read words, for the edition "plain"'),
  );
}
