/** A factsheet: the project on two pages. */
import { z } from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { blockIn, keyFigureIn, sectionIn, stopIn } from './blocks.ts';
import { chartIn } from './chart.ts';
import { type Fields, fieldsIn, optional } from './fields.ts';
import { contactIn, imprintIn } from './frame.ts';
import type { Kind } from './kind.ts';
import { timeIn } from './project.ts';
import { visibilityIn } from './visibility.ts';

export const factsheet: Kind = {
  name: 'factsheet',
  title: 'A factsheet: key figures, objectives, people reached, project timeline, partners, contact',
  schema,
};

function schema(declared: readonly LanguageTag[]) {
  const fields = fieldsIn(declared);
  const { texts, rich, emblem } = fields;
  return z
    .strictObject({
      kind: z.literal('factsheet').describe('The kind of document'),
      ...fields.head,
      label: texts('The kind of publication, such as “Fact sheet”'),
      project: timeIn(fields),
      overview: z
        .strictObject({
          title: texts('The heading over the key figures'),
          figures: z.array(keyFigureIn(fields)).min(2).max(4).describe('The key figures'),
          lead: rich('What the project is for, in a sentence'),
        })
        .describe('What the project is and has reached'),
      objectives: objectivesIn(fields),
      reached: z
        .strictObject({ title: texts('The heading'), chart: chartIn(fields) })
        .describe('Whom the project has reached'),
      way: wayIn(fields),
      sections: optional(
        z
          .array(sectionIn(fields, blockIn(fields)).leaf)
          .min(1)
          .describe('Other text, on the second page'),
      ),
      emblems: z
        .array(emblem)
        .min(1)
        .describe('Emblems of the organization, the donor and the partners: at the foot of the page'),
      contact: contactIn(fields).omit({ title: true }).describe('Where to ask'),
      visibility: optional(visibilityIn(fields)),
      imprint: imprintIn(fields),
    })
    .describe('A factsheet');
}

function objectivesIn({ texts, richList }: Fields) {
  return z
    .strictObject({ title: texts('The heading'), items: richList('The objectives, in order', 'One objective') })
    .describe('What the project aims to change');
}

function wayIn(fields: Fields) {
  const { texts } = fields;
  return z
    .strictObject({
      title: texts('The heading'),
      stops: z.array(stopIn(fields)).min(2).max(5).describe('From the first to the last'),
    })
    .describe('The timeline of the project, from its start to its end');
}
