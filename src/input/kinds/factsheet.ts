/** A factsheet: the project on two pages. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { sectionIn, stopIn } from './blocks.ts';
import { chartIn } from './chart.ts';
import { Derived, derive, leaf } from './derive.ts';
import { plainHeadIn, plainIn } from './easy.ts';
import { type Fields, fieldsIn, optional } from './fields.ts';
import { contactIn, imprintIn } from './frame.ts';
import { keyFigureIn } from './key-figure.ts';
import type { Kind } from './kind.ts';
import { chaptersOf, chaptersShape, checkOrder, orderOf } from './order.ts';
import { type Own, withOwn } from './own.ts';
import { timeIn } from './project.ts';
import { visibilityIn } from './visibility.ts';

export const factsheet: Kind = {
  name: 'factsheet',
  title: 'A factsheet: key figures, objectives, people reached, project timeline, partners, contact',
  schema,
};

/** The parts, by their fields, in their usual order. */
const parts = ['overview', 'objectives', 'reached', 'way'] as const;

function schema(declared: readonly LanguageTag[], own?: Own) {
  const fields = fieldsIn(declared);
  const { texts, rich, emblem } = fields;
  const factsheet = withOwn(
    z.strictObject({
      kind: z.literal('factsheet').describe('The kind of document'),
      ...fields.head,
      plain: plainHeadIn(fields),
      label: texts('The kind of publication, such as “Fact sheet”'),
      project: optional(timeIn(fields)),
      order: orderOf(parts),
      overview: optional(
        z
          .strictObject({
            title: texts('The heading over the key figures'),
            figures: optional(z.array(keyFigureIn(fields)).min(2).max(4).describe('The key figures')),
            lead: optional(rich('What the project is for, in a sentence')),
            plain: plainIn(fields),
          })
          .describe('What the project is and has reached'),
      ),
      objectives: optional(objectivesIn(fields)),
      reached: optional(
        z
          .strictObject({ title: texts('The heading'), chart: chartIn(fields), plain: plainIn(fields) })
          .describe('Whom the project has reached'),
      ),
      way: optional(wayIn(fields)),
      sections: optional(
        z.array(sectionIn(fields).leaf).min(1).describe('Other text: on the second page, or where "order" puts it'),
      ),
      emblems: optional(
        z
          .array(emblem)
          .min(1)
          .describe('Emblems of the organization, the donor and the partners: at the foot of the page'),
      ),
      contact: optional(contactIn(fields).omit({ title: true }).describe('Where to ask')),
      visibility: optional(visibilityIn(fields)),
      imprint: imprintIn(fields),
    }),
    declared,
    own,
  )
    .superRefine(checkOrder(parts))
    .describe(
      'A factsheet. Every part may be left out; objectives and chart are beside the overview, unless "order" names them',
    );
  const shapes = { ...chaptersShape, beside: leaf, besideLead: leaf };
  return derive(factsheet, shapes, (record) => arranged(record));
}

type FactsheetPart = (typeof parts)[number];
type Arranged = Parameters<typeof chaptersOf>[1] & Readonly<Record<FactsheetPart, object | null>>;

/** Objectives and chart stand in the columns of the overview, if there is one and the data does not order them. */
function arranged(record: Arranged) {
  const { overview, order } = record;
  const within = (name: FactsheetPart) => overview !== null && record[name] !== null && order?.includes(name) !== true;
  const inside = (['objectives', 'reached'] as const).filter(within);
  const { chapters } = chaptersOf(parts, record);
  return {
    chapters: chapters.filter(({ value }) => !inside.some((name) => name === value)),
    beside: inside.includes('reached') ? new Derived(true, ['reached']) : null,
    besideLead: inside.includes('objectives') ? new Derived(true, ['objectives']) : null,
  };
}

function objectivesIn(fields: Fields) {
  const { texts, richList } = fields;
  return z
    .strictObject({
      title: texts('The heading'),
      items: richList('The objectives, in order', 'One objective'),
      plain: plainIn(fields),
    })
    .describe('What the project aims to change');
}

function wayIn(fields: Fields) {
  const { texts } = fields;
  return z
    .strictObject({
      title: texts('The heading'),
      stops: z.array(stopIn(fields)).min(2).max(5).describe('From the first to the last'),
      plain: plainIn(fields),
    })
    .describe('The timeline of the project, from its start to its end');
}
