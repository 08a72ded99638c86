/** The blocks that free text is made of. Each says its `type`; a field's name means the same in all of them. */
import * as z from 'zod';
import { chartIn } from './chart.ts';
import { pastDay } from './days.ts';
import { plainIn } from './easy.ts';
import { askAlternative, checkAlternative, consent, type Fields, type IssueParams, link, optional } from './fields.ts';
import { keyFigureIn } from './key-figure.ts';
import { part } from './parts.ts';
import { tableIn } from './table.ts';
import { place } from './values.ts';

const blocks = new WeakMap<Fields, BlockSchema>();

/** One block of any type; one schema for all kinds, as it is a large one. Columns hold blocks of all other types. */
export function blockIn(fields: Fields): BlockSchema {
  const known = blocks.get(fields) ?? makeBlock(fields);
  blocks.set(fields, known);
  return known;
}

function makeBlock(fields: Fields) {
  const simple = [
    ...textsIn(fields),
    ...listsIn(fields),
    quoteIn(fields),
    tableIn(fields),
    chartIn(fields),
    pictureIn(fields),
    qrIn(fields),
  ] as const;
  const column = z
    .strictObject({ blocks: z.array(z.discriminatedUnion('type', simple)).min(1).describe('Its blocks') })
    .describe('One column');
  const columns = z
    .strictObject({
      type: z.literal('columns').describe('Parts side by side, where there is room'),
      columns: z.array(column).min(2).max(3).describe('From the first to the last; read one after the other'),
    })
    .describe('Parts side by side');
  const contents = z
    .strictObject({
      type: z.literal('contents').describe('A list that Etrati makes'),
      of: z.enum(['sections', 'tables', 'figures']).describe('What it lists'),
    })
    .describe('A list of the sections, tables or figures');
  return z.discriminatedUnion('type', [...simple, columns, contents]);
}

export type BlockSchema = ReturnType<typeof makeBlock>;

/** Blocks, or null where a part of the document has no free text. */
export function blocksOf(block: BlockSchema, description: string) {
  return optional(z.array(block).min(1).describe(description));
}

const sections = new WeakMap<Fields, SectionSchemas>();

/** What a section of free text holds, and the sections within it, three deep in all; the same ones for every kind. */
export function sectionIn(fields: Fields): SectionSchemas {
  const known = sections.get(fields) ?? makeSections(fields);
  sections.set(fields, known);
  return known;
}

type SectionSchemas = ReturnType<typeof makeSections>;

function makeSections(fields: Fields) {
  const block = blockIn(fields);
  const own = {
    id: place('A name for links to it'),
    title: fields.texts('The heading'),
    lead: optional(fields.rich('The first sentence, in larger type')),
    blocks: blocksOf(block, 'Its text, tables, charts and pictures, in order'),
    plain: plainIn(fields),
  };
  const leaf = z.strictObject(own).describe('A section without other sections in it');
  const inner = z
    .strictObject({ ...own, sections: optional(z.array(leaf).min(1).describe('The sections within it')) })
    .describe('A section that may contain other sections');
  const outer = z
    .strictObject({ ...own, sections: optional(z.array(inner).min(1).describe('The sections within it')) })
    .describe('A section of the document');
  return { leaf, inner, outer };
}

function textsIn({ texts, rich, noteless, richBlock }: Fields) {
  const text = z
    .strictObject({ type: z.literal('text').describe('Paragraphs and lists'), text: richBlock('The text') })
    .describe('Paragraphs and lists');
  const paragraph = z
    .strictObject({
      type: z.literal('paragraph').describe('A paragraph with a footnote'),
      text: rich('The text up to the footnote’s mark'),
      note: noteless('The footnote'),
      after: optional(rich('The text after the mark, its first space included')),
    })
    .describe('A paragraph with a footnote');
  const aside = z
    .strictObject({
      type: z.literal('aside').describe('A part beside the main text'),
      look: z.enum(['callout', 'notice', 'panel']).describe('"callout" for what needs attention'),
      title: texts('Its heading'),
      text: richBlock('The text'),
    })
    .describe('A part beside the main text');
  return [text, paragraph, aside] as const;
}

/** Stops on a line have an order; the other looks are those of lists that have none. */
function misfit(look: string): IssueParams {
  return look === 'stops'
    ? {
        code: 'bad-value',
        message: 'The look "stops" is for ordered lists only.',
        hint: 'Add "ordered": true, or remove "look".',
      }
    : {
        code: 'bad-value',
        message: `The look "${look}" is for lists that are not ordered.`,
        hint: 'Write "stops", or remove "look" for a plain numbered list.',
      };
}

function listsIn(fields: Fields) {
  const { rich, noteless, richList } = fields;
  const list = z
    .strictObject({
      type: z.literal('list').describe('A list'),
      ordered: optional(z.literal(true).describe('true if the order matters')),
      look: optional(
        z.enum(['principal', 'dash', 'stops']).describe('"stops" shows an ordered list as stops on a line'),
      ),
      items: richList('Its items', 'One item'),
    })
    .superRefine(({ ordered, look }, context) => {
      const params = look === null || (look === 'stops') === (ordered === true) ? null : misfit(look);
      if (params !== null) context.addIssue({ code: 'custom', path: ['look'], params: { ...params } });
    })
    .describe('A list');
  const item = z.strictObject({ term: noteless('A term'), details: rich('What it means') }).describe('A term');
  const terms = z
    .strictObject({
      type: z.literal('terms').describe('Terms and their meanings'),
      look: z
        .enum(['facts', 'abbreviations'])
        .default('facts')
        .describe('How they are shown; "abbreviations" are expanded where the text first uses them'),
      terms: z.array(item).min(1).describe('The terms'),
    })
    .describe('Terms and their meanings');
  const figures = z
    .strictObject({
      type: z.literal('figures').describe('Key figures in large type'),
      figures: z.array(keyFigureIn(fields)).min(1).max(4).describe('The figures'),
    })
    .describe('Key figures');
  const timeline = z
    .strictObject({
      type: z.literal('timeline').describe('A timeline'),
      stops: z.array(stopIn(fields)).min(2).max(6).describe('From the first to the last'),
    })
    .describe('A timeline');
  return [list, terms, figures, timeline] as const;
}

/** One stop of a timeline. */
export function stopIn({ texts }: Fields) {
  return part(
    'stop',
    z
      .strictObject({
        date: pastDay.describe('The day; its month is shown: year-month-day, such as 2026-06-30'),
        event: texts('What happens'),
        state: z.enum(['done', 'today', 'ahead']).describe('Its state: done, today or to come'),
      })
      .describe('One stop'),
  );
}

export function quoteIn({ texts, rich }: Fields) {
  return part(
    'quote',
    z
      .strictObject({
        type: z.literal('quote').describe('A quotation'),
        text: rich('The words, in quotation marks'),
        source: optional(texts('Who said it')),
        alias: optional(z.boolean().describe('For a person: whether the name is changed; readers are informed of it')),
        consent: optional(consent),
      })
      .describe('A quotation'),
  );
}

export function pictureIn({ picture }: Fields) {
  const id = optional(place('A name for references to it'));
  const schema = z.strictObject({ type: z.literal('picture').describe('A picture'), id, ...picture });
  return part('picture', schema.superRefine(checkAlternative, { when: askAlternative }).describe('A picture'));
}

export function qrIn({ texts }: Fields) {
  return z
    .strictObject({
      type: z.literal('qr').describe('A QR code with its address in words'),
      href: link,
      text: texts('The address as people read it'),
      alt: texts('The address in the code'),
    })
    .describe('A QR code');
}
