/** A brochure about a project and the mission that carries it: cover, about, themes, overview, contact, imprint. */
import { z } from 'zod';
import { qrIn } from './blocks.ts';
import { fieldsIn, type LanguageTag, link, optional, text } from './fields.ts';
import type { Kind } from './kind.ts';

export const brochure: Kind = {
  name: 'brochure',
  title: 'A brochure about a project and the mission that carries it',
  schema,
};

function schema(declared: readonly LanguageTag[]) {
  const fields = fieldsIn(declared);
  const { texts, list, head, emblem } = fields;
  return z
    .strictObject({
      kind: z.literal('brochure').describe('The kind of document'),
      ...head,
      source: optional(source),
      emblems: z
        .strictObject({
          cover: z.array(emblem).min(1).describe('On the cover'),
          imprint: z.array(emblem).min(1).describe('Beside the imprint: donors and partners'),
        })
        .describe('Emblems and logos, or slots for them'),
      implementer: z
        .strictObject({
          label: texts('What leads to the name, such as “The project is implemented by”'),
          name: texts('The organisation that carries the project out'),
        })
        .describe('Who carries the project out'),
      about: about(fields),
      themes: themes(fields),
      overview: overview(fields),
      contact: contact(fields),
      imprint: z
        .strictObject({
          statements: list('What donors and partners ask to be said', 'One statement'),
          copyright: texts('The copyright line'),
        })
        .describe('The closing matter'),
    })
    .describe('A brochure. Texts are plain: <b>, {{x}}, * and &amp; in them are shown as they are.');
}

type Fields = ReturnType<typeof fieldsIn>;

function about({ texts, list }: Fields) {
  return z
    .strictObject({
      title: texts('The heading'),
      lead: texts('The sentence that the aims complete'),
      aims: list('The organisation’s aims', 'One aim'),
      paragraphs: list('Its history and work', 'One paragraph'),
      prioritiesLead: texts('What leads to the priorities'),
      priorities: list('The mission’s priority areas', 'One priority area'),
    })
    .describe('The organisation');
}

function themes({ texts, list }: Fields) {
  const theme = z
    .strictObject({
      name: texts('The name of the theme'),
      developed: optional(z.boolean().describe('true for the theme that the overview is about')),
      areas: optional(list('The areas within the theme', 'One area')),
    })
    .describe('One thematic area');
  return z
    .strictObject({ title: texts('The heading'), items: z.array(theme).min(1).describe('The thematic areas') })
    .describe('The organisation’s thematic areas');
}

function overview({ texts, list, figure }: Fields) {
  const coreAreas = z
    .strictObject({
      label: texts('The name of the panel, for those who list the regions of a page; not shown'),
      lead: texts('What leads to the areas'),
      items: list('The core areas', 'One core area'),
    })
    .describe('The core areas of work, in a panel');
  return z
    .strictObject({
      title: texts('The heading'),
      subtitle: texts('The heading under it'),
      lead: texts('The first sentence, set larger'),
      paragraphs: list('The narrative', 'One paragraph'),
      figure: optional(figure),
      coreAreas,
    })
    .describe('The theme that the brochure develops');
}

function contact(fields: Fields) {
  const { texts } = fields;
  const address = z
    .strictObject({
      href: link,
      text: texts('The address as people read it'),
      description: texts('Where it leads'),
    })
    .describe('One address');
  return z
    .strictObject({
      title: texts('The heading'),
      text: texts('The sentence that leads to the addresses'),
      links: z.array(address).min(1).describe('Where to learn more'),
      code: optional(qrIn(fields)),
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
            now: z.string().describe('The words that stand for them'),
            why: text.describe('The reason'),
          })
          .describe('One flaw, mended'),
      )
      .describe('Each flaw of the source that was mended, in its order'),
  })
  .describe('Where the text comes from, and how it differs; never shown');
