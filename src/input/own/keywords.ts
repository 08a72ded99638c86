/** What the keyword `etrati` may say in the schema of a kind: values that all our kinds are made of, with all their checks. */
import * as z from 'zod';
import { blockIn, qrIn, quoteIn, sectionIn, stopIn } from '../kinds/blocks.ts';
import { chartIn } from '../kinds/chart.ts';
import { askAlternative, checkAlternative, type Fields, link, optional } from '../kinds/fields.ts';
import { contactIn, coverIn, imprintIn } from '../kinds/frame.ts';
import { keyFigureIn } from '../kinds/key-figure.ts';
import { moneyIn } from '../kinds/money.ts';
import { part } from '../kinds/parts.ts';
import { tableIn } from '../kinds/table.ts';
import { amount, currency, day, place } from '../kinds/values.ts';

export interface Keyword {
  /** For docs/kinds.md and for messages. */
  readonly says: string;
  make(fields: Fields, description: string): z.ZodType;
}

export const keywords: Readonly<Record<string, Keyword>> = {
  text: { says: 'a text in each language', make: ({ texts }, about) => texts(about) },
  rich: { says: 'a text with marks', make: ({ rich }, about) => rich(about) },
  'rich-block': { says: 'paragraphs and lists with marks', make: ({ richBlock }, about) => richBlock(about) },
  link: { says: 'an address: web, e-mail, telephone', make: (_, about) => link.describe(about) },
  date: { says: 'a day, 2026-11-23', make: (_, about) => day(about) },
  id: { says: 'a name that links lead to', make: (_, about) => place(about) },
  currency: { says: 'EUR, USD, GEL …', make: (_, about) => currency.describe(about) },
  money: {
    says: 'an `amount` with its `currency`',
    make: (_, about) => z.strictObject({ amount: amount('The amount'), currency }).describe(about),
  },
  picture: {
    says: 'a picture with alternative text, caption and credit',
    make: ({ picture }, about) => {
      const id = optional(place('A name for references to it'));
      const schema = z.strictObject({ id, ...picture }).superRefine(checkAlternative, { when: askAlternative });
      return part('picture', schema.describe(about));
    },
  },
  emblem: { says: 'an emblem or logo, or the slot for one', make: ({ emblem }) => emblem },
  blocks: {
    says: 'blocks of any type: text, lists, tables, charts, pictures',
    make: (fields, about) => z.array(blockIn(fields)).min(1).describe(about),
  },
  sections: {
    says: 'sections of blocks, three deep',
    make: (fields, about) => z.array(sectionIn(fields).outer).min(1).describe(about),
  },
  table: { says: 'a table', make: (fields) => tableIn(fields) },
  chart: { says: 'a chart', make: (fields) => chartIn(fields) },
  figure: { says: 'a key figure', make: (fields) => keyFigureIn(fields) },
  stop: { says: 'a stop of a timeline', make: (fields) => stopIn(fields) },
  quote: { says: 'a quotation', make: (fields) => quoteIn(fields) },
  qr: { says: 'a QR code with its address', make: (fields) => qrIn(fields) },
  budget: { says: 'a budget by lines, with its sums computed', make: (fields) => moneyIn(fields) },
  cover: { says: 'the cover of a document', make: (fields) => coverIn(fields) },
  contact: { says: 'where to ask', make: (fields) => contactIn(fields) },
  imprint: { says: 'the imprint', make: (fields) => imprintIn(fields) },
};
