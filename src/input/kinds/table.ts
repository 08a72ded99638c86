/** A table in free text: columns, rows, cells with texts or numbers. */
import * as z from 'zod';
import { columnDecimals, markMissing } from './columns.ts';
import { complete, derive, leaf } from './derive.ts';
import { type Fields, type IssueParams, optional } from './fields.ts';
import { inPlace, orFile, part, sharingDecimals } from './parts.ts';
import { columnSpan, currency, decimals, number, place, rowSpan } from './values.ts';

/** What tables and charts say beside their data. */
export function captionIn({ texts, rich }: Fields) {
  return {
    id: optional(place('A name for references to it')),
    caption: texts('The finding, in one line'),
    summary: optional(rich('What is counted, where and when')),
    source: optional(rich('The source of the numbers')),
  };
}

export function tableIn(fields: Fields) {
  const row = rowIn(fields);
  const table = part(
    'table',
    z
      .strictObject({
        type: z.literal('table').describe('A table'),
        ...captionIn(fields),
        wide: optional(z.literal(true).describe('true if it has too many columns for a portrait page')),
        currency: optional(currency),
        groups: optional(z.array(groupIn(fields)).min(1).describe('Headings over several columns, from the first on')),
        columns: inPlace(z.array(columnIn(fields)).min(1).describe('Its columns')),
        rows: orFile(
          z
            .array(row)
            .min(1)
            .describe(
              'Its rows; or the CSV or XLSX file that they are in, such as "courses.xlsx", whose first line names the columns',
            ),
        ),
        foot: optional(z.array(row).min(1).describe('The totals')),
      })
      .superRefine(checkGroups)
      .describe('A table'),
  );
  return complete(table, (record) => {
    const rows = markMissing(record.rows);
    const decimals = columnDecimals([...rows, ...(record.foot ?? [])], record);
    return { ...record, rows: rows.map(decimals), foot: record.foot?.map(decimals) ?? null };
  });
}

function groupIn({ texts }: Fields) {
  const title = optional(texts('The heading; null over a column without such a heading'));
  return z
    .strictObject({ title, span: columnSpan('The number of columns under it') })
    .describe('A heading over columns');
}

/** That the headings over the columns are over all of them. */
function checkGroups({ groups, columns }: Grouped, context: z.RefinementCtx): void {
  if (groups === null) return;
  const [spanned, all] = [groups.reduce((sum, { span }) => sum + span, 0), columns.length];
  if (spanned === all) return;
  const counted = (count: number) => `${count} ${count === 1 ? 'column' : 'columns'}`;
  const params: IssueParams = {
    code: 'row-width',
    message: `The headings over the columns span ${counted(spanned)}, and the table has ${counted(all)}.`,
    hint:
      spanned < all
        ? `Add { "title": null, "span": ${all - spanned} } where there is no such heading, or let one span more columns.`
        : `Let them span ${counted(spanned - all)} fewer in all, or give the table more columns.`,
  };
  context.addIssue({ code: 'custom', path: ['groups'], params: { ...params } });
}

interface Grouped {
  readonly groups: readonly { readonly span: number }[] | null;
  readonly columns: readonly unknown[];
}

function columnIn({ texts }: Fields) {
  return z
    .strictObject({
      head: texts('The heading of the column'),
      align: z.enum(['start', 'center', 'end']).default('start').describe('"end" for numbers'),
      from: optional(
        z
          .string()
          .min(1)
          .describe(
            'In a file of rows, the name of the column (default: the heading); its texts in each language are in "name.ka" and "name.en", or alike in "name"',
          ),
      ),
      as: optional(
        z.enum(['text', 'number', 'money', 'percent']).describe('What the column of a file holds (default: text)'),
      ),
      decimals,
      share: z.number().positive().default(1).describe('Its share of the width, relative to the other columns'),
    })
    .describe('One column');
}

function rowIn({ rich }: Fields) {
  const cell = sharingDecimals(
    z
      .strictObject({
        text: optional(rich('The text in it')),
        number: optional(number('The number in it')),
        money: optional(number('The amount in it, in the table’s currency')),
        percent: optional(number('The percentage in it')),
        decimals,
        header: optional(
          z.boolean().describe('Whether it is the header of its row (default: true for the first cell)'),
        ),
        columnSpan: optional(columnSpan('How many columns it takes')),
        rowSpan: optional(rowSpan('How many rows it takes')),
        status: optional(z.enum(['on-plan', 'exceeded', 'behind']).describe('The mark drawn beside its words')),
      })
      .describe('One cell; {} is an empty one, or in a column of numbers one that there is no data of'),
  );
  const filled = derive(cell, { missing: leaf }, () => ({ missing: false }));
  return z
    .strictObject({
      look: optional(
        z
          .enum(['group', 'sub'])
          .describe('"group" is a heading for the rows after it, "sub" is a part of the row before'),
      ),
      cells: z.array(filled).min(1).describe('Its cells; a group has one'),
    })
    .describe('One row');
}
