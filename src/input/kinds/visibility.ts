/** What a donor asks to be shown and said. The rules themselves are data: `templates/visibility/<name>.json`. */
import * as z from 'zod';
import { type Fields, optional, text } from './fields.ts';
import { part } from './parts.ts';
import { place } from './values.ts';

export function visibilityIn({ texts, emblem }: Fields) {
  return part(
    'visibility',
    z
      .strictObject({
        rules: place('The name of the donor’s rule set, such as eu: a file in templates/visibility'),
        donor: texts('The donor’s name, as it is written in the statements'),
        authority: optional(texts('The granting authority, if the statements name one')),
        grant: optional(text.describe('The number of the grant agreement')),
        emblem: optional(emblem),
        funding: optional(texts('The funding statement, in the wording of the rule set')),
        disclaimer: optional(texts('The disclaimer, in the wording of the rule set')),
      })
      .describe('The donor’s visibility'),
  );
}
