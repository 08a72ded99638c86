/** What a project says of itself in its accessibility statement. */
import * as z from 'zod';
import { date } from '../input/kinds/days.ts';
import { languageTag, link, optional, text } from '../input/kinds/fields.ts';

const inLanguages = z.partialRecord(languageTag, text);

export const accessibility = z
  .strictObject({
    organization: inLanguages.describe('Who answers for the documents, in each language of the statement'),
    email: text.describe('Where people report barriers'),
    telephone: optional(text.describe('A telephone number for the same, with the code of the country')),
    web: optional(link.describe('A page with a form for the same')),
    legislation: optional(
      inLanguages.describe('The law that asks for accessibility, as it is called (default: none is named)'),
    ),
    answerDays: optional(z.number().int().min(1).max(90).describe('Within how many days an answer is given')),
    enforcement: z
      .strictObject({
        body: inLanguages.describe('Whom people turn to when they get no answer, or none that helps'),
        web: optional(link.describe('The page of that body')),
      })
      .describe('The enforcement procedure'),
    prepared: optional(date.describe('The day of the statement (default: that of the newest document)')),
    notAccessible: optional(
      z.array(
        z
          .strictObject({
            content: inLanguages.describe('What is not accessible, and where an accessible form of it is'),
            reason: z
              .enum(['non-compliance', 'disproportionate-burden', 'outside-scope'])
              .describe(
                'non-compliance with the standard; disproportionate-burden under the law; outside-scope of the law',
              ),
          })
          .describe('A part that is not accessible'),
      ),
    ),
  })
  .describe('For the accessibility statement that --report writes for all documents of a build');

export type AccessibilityConfig = Readonly<z.output<typeof accessibility>>;
