/** Stories of people, each with a consent. */
import * as z from 'zod';
import { askAlternative, checkAlternative, consent, type Fields, optional } from './fields.ts';
import { part } from './parts.ts';

export function storiesIn(fields: Fields) {
  return z
    .strictObject({
      title: fields.texts('The heading'),
      text: optional(fields.richBlock('The text before them, and how people were asked')),
      items: z.array(storyIn(fields)).min(1).describe('The stories'),
    })
    .describe('Stories of people');
}

export function storyIn({ texts, rich, richBlock, picture }: Fields) {
  const shown = z.strictObject(picture).superRefine(checkAlternative, { when: askAlternative });
  return part(
    'story',
    z
      .strictObject({
        title: texts('The heading'),
        person: texts('The name of the person, as it is shown'),
        role: texts('Who the person is: a visitor, an officer'),
        alias: z.boolean().describe('Whether the name is changed; readers are informed of it'),
        text: richBlock('The story'),
        quote: rich('Words of the person, in quotation marks'),
        picture: optional(part('picture', shown.describe('A picture'))),
        consent: optional(consent),
      })
      .describe('A story'),
  );
}
