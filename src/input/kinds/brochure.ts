/** A brochure about a project and the mission that implements it: cover, about, themes, overview, contact, imprint. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { qrIn, sectionIn } from './blocks.ts';
import { derive } from './derive.ts';
import { plainHeadIn, plainIn } from './easy.ts';
import { fieldsIn, link, optional, text } from './fields.ts';
import type { Kind } from './kind.ts';
import { chaptersOf, chaptersShape, checkOrder, orderOf } from './order.ts';
import { type Own, withOwn } from './own.ts';

export const brochure: Kind = {
  name: 'brochure',
  title: 'A brochure about a project and the mission that implements it',
  schema,
};

/** The parts, by their fields, in their usual order. */
const parts = ['about', 'themes', 'overview', 'contact'] as const;

function schema(declared: readonly LanguageTag[], own?: Own) {
  const fields = fieldsIn(declared);
  const { texts, list, head, emblem } = fields;
  const brochure = withOwn(
    z.strictObject({
      kind: z.literal('brochure').describe('The kind of document'),
      ...head,
      plain: plainHeadIn(fields),
      source: optional(source),
      emblems: optional(
        z
          .strictObject({
            cover: optional(z.array(emblem).min(1).describe('On the cover')),
            imprint: optional(z.array(emblem).min(1).describe('Beside the imprint: donors and partners')),
          })
          .describe('Emblems and logos, or slots for them'),
      ),
      implementer: optional(
        z
          .strictObject({
            label: texts('The words before the name, such as “The project is implemented by”'),
            name: texts('The organization that implements the project'),
          })
          .describe('Who implements the project'),
      ),
      order: orderOf(parts),
      about: optional(about(fields)),
      themes: optional(themes(fields)),
      overview: optional(overview(fields)),
      sections: optional(
        z
          .array(sectionIn(fields).outer)
          .min(1)
          .describe(
            'Sections of any contents: text, key figures, pictures, tables. Before the contact, or where "order" puts them',
          ),
      ),
      contact: optional(contact(fields)),
      imprint: z
        .strictObject({
          statements: optional(list('Statements that donors and partners require', 'One statement')),
          copyright: texts('The copyright line'),
        })
        .describe('The imprint'),
    }),
    declared,
    own,
  )
    .superRefine(checkOrder(parts))
    .describe(
      'A brochure. Every part may be left out. Texts are plain, but for those of "sections": <b>, {{x}}, * and &amp; in them are shown as they are written.',
    );
  return derive(brochure, chaptersShape, (record) => chaptersOf(parts, record));
}

type Fields = ReturnType<typeof fieldsIn>;

function about(fields: Fields) {
  const { texts, list } = fields;
  return z
    .strictObject({
      title: texts('The heading'),
      lead: optional(texts('The sentence that the aims complete')),
      aims: optional(list('The aims of the organization', 'One aim')),
      paragraphs: optional(list('Its history and work', 'One paragraph')),
      prioritiesLead: optional(texts('The words before the priorities')),
      priorities: optional(list('The mission’s priority areas', 'One priority area')),
      plain: plainIn(fields),
    })
    .describe('The organization');
}

function themes(fields: Fields) {
  const { texts, list } = fields;
  const theme = z
    .strictObject({
      name: texts('The name of the theme'),
      developed: optional(z.boolean().describe('true for the theme that the overview is about')),
      areas: optional(list('The areas within the theme', 'One area')),
    })
    .describe('One thematic area');
  return z
    .strictObject({
      title: texts('The heading'),
      items: z.array(theme).min(1).describe('The thematic areas'),
      plain: plainIn(fields),
    })
    .describe('The organization’s thematic areas');
}

function overview(fields: Fields) {
  const { texts, list, figure } = fields;
  const coreAreas = z
    .strictObject({
      label: texts('The name of the panel, for those who list the regions of a page; not shown'),
      lead: texts('The words before the areas'),
      items: list('The core areas', 'One core area'),
    })
    .describe('The core areas of work, in a panel');
  return z
    .strictObject({
      title: texts('The heading'),
      subtitle: optional(texts('The heading under it')),
      lead: optional(texts('The first sentence, in larger type')),
      paragraphs: optional(list('The narrative', 'One paragraph')),
      figure: optional(figure),
      coreAreas: optional(coreAreas),
      plain: plainIn(fields),
    })
    .describe('The theme that the brochure develops');
}

function contact(fields: Fields) {
  const { texts } = fields;
  const address = z
    .strictObject({
      href: link,
      text: texts('The address as people read it'),
      description: texts('The address'),
    })
    .describe('One address');
  return z
    .strictObject({
      title: texts('The heading'),
      text: optional(texts('The sentence before the addresses')),
      links: optional(z.array(address).min(1).describe('Where to learn more')),
      code: optional(qrIn(fields)),
      plain: plainIn(fields),
    })
    .describe('Where to learn more');
}

const source = z
  .strictObject({
    file: text.describe('The text that the document was made from'),
    mends: z
      .array(
        z
          .strictObject({
            was: z.string().min(1).describe('The words of the source, exactly, line ends included'),
            now: z.string().describe('The words that replace them'),
            why: text.describe('The reason'),
          })
          .describe('One fault that was fixed'),
      )
      .describe('Each fault of the source that was fixed, in order'),
  })
  .describe('Where the text comes from, and how it differs; never shown');
