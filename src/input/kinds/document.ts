/** A free document: whatever fits no other kind, and annexes. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { sectionIn } from './blocks.ts';
import { plainHeadIn } from './easy.ts';
import { fieldsIn, optional } from './fields.ts';
import { coverIn, imprintIn } from './frame.ts';
import type { Kind } from './kind.ts';
import { type Own, withOwn } from './own.ts';

export const document: Kind = {
  name: 'document',
  title: 'A free document: sections of text, lists, tables, charts, pictures',
  schema,
};

function schema(declared: readonly LanguageTag[], own?: Own) {
  const fields = fieldsIn(declared);
  const { outer } = sectionIn(fields);
  const document = z.strictObject({
    kind: z.literal('document').describe('The kind of document'),
    ...fields.head,
    plain: plainHeadIn(fields),
    cover: coverIn(fields),
    contents: optional(z.literal(true).describe('true for a table of contents after the cover')),
    look: optional(
      z
        .literal('opening')
        .describe(
          '"opening" to start each section on a new page, or on the page of the one before where enough of it is left',
        ),
    ),
    numbering: optional(z.literal(true).describe('true to number the sections')),
    sections: z.array(outer).min(1).describe('Its sections'),
    annexes: optional(z.array(outer).min(1).describe('Annexes, which are counted by letters')),
    imprint: imprintIn(fields),
  });
  return withOwn(document, declared, own).describe('A free document');
}
