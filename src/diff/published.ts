/** What `etrati diff --json` prints, as a schema: `docs/schema/diff.schema.json` is written from it. */
import * as z from 'zod';
import type { DocumentDiff } from './diff.ts';

const text = z.string().nullable();
const place = z
  .strictObject({
    file: z.string().describe('Relative to the working folder'),
    line: z.int().describe('Counted from 1'),
    column: z.int().describe('Counted from 1, in UTF-16 code units'),
  })
  .describe('Its place in the data');
const revision = z
  .strictObject({
    type: z.enum(['insertion', 'deletion', 'move', 'format']),
    author: z.string(),
    date: z.string().describe('As the document says it: ISO 8601, or empty'),
    text: z.string().describe('The words that it concerns'),
  })
  .describe('A tracked change');

const change = z
  .strictObject({
    number: z.int().describe('Counted from 1'),
    kind: z
      .enum(['text', 'marks', 'alternative', 'added', 'removed', 'replaced', 'moved', 'structure', 'look'])
      .describe(
        'Words; bold, stress, links; the words of a picture; what is new, gone, another one, in another order; what a paragraph is; what is set apart by hand',
      ),
    path: z.string().describe('The path of the data, such as $.title.en; of what is new, where it goes'),
    at: place,
    before: text.describe('What the data has; null for what is new'),
    after: text.describe('What the document has; null for what is gone'),
    applicable: z.boolean().describe('Whether --apply can take it over'),
    conflict: z.boolean().describe('Whether the data has changed here since the document was made'),
    applied: z.boolean().describe('Whether it was taken over by this call'),
    note: text.describe('Why it cannot be taken over, or what is to be done besides'),
    revisions: z.array(revision).describe('The tracked changes that it is made of; none for what was typed without'),
  })
  .describe('A change');

const comment = z
  .strictObject({
    path: z.string(),
    at: place,
    author: z.string(),
    date: z.string(),
    text: z.string(),
    quote: z.string().describe('The words that it is about'),
    resolved: z.boolean(),
  })
  .describe('A comment');

export const published = z
  .strictObject({
    document: z.string().describe('The edited DOCX'),
    data: z.string().describe('The data file'),
    lang: z.string().describe('The language of the document'),
    basis: z
      .enum(['same', 'embedded', 'other', 'unknown'])
      .describe(
        'same: the document was made from this data; embedded: from other data, which it carries, so that three sides were compared; other: from other data, which is not at hand; unknown: the document does not say',
      ),
    madeFrom: text.describe('The name of the file that the document was made from'),
    changes: z.array(change),
    comments: z.array(comment),
    backup: text.describe('The file that holds the data as it was before; null where nothing was written'),
  })
  .describe('What colleagues have changed in a Word document');

export type Published = z.output<typeof published>;

/** The JSON Schema, with an address that never changes and leads nowhere. */
export function diffSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(published);
  return { $schema, $id: 'urn:etrati:schema:diff', title: 'etrati diff --json', ...rest };
}

/** `applied` are the numbers of the changes that were taken over. */
export function publish(
  found: DocumentDiff,
  document: string,
  { applied, backup }: { readonly applied: ReadonlySet<number>; readonly backup: string | null },
): Published {
  const placed = ({ file, line, column }: Published['comments'][number]['at']) => ({ file, line, column });
  return {
    document,
    data: found.data.file,
    lang: found.lang,
    basis: found.basis,
    madeFrom: found.madeFrom,
    changes: found.changes.map(({ kind, path, at, before, after, edit, conflict, note, revisions }, index) => ({
      number: index + 1,
      kind,
      path,
      at: placed(at),
      before,
      after,
      applicable: edit !== null && !conflict,
      conflict,
      applied: applied.has(index + 1),
      note,
      revisions: revisions.map(({ type, author, date, text: words }) => ({ type, author, date, text: words })),
    })),
    comments: found.comments.map(({ path, at, author, date, text: words, quote, isResolved }) => ({
      path,
      at: placed(at),
      author,
      date,
      text: words,
      quote,
      resolved: isResolved,
    })),
    backup,
  };
}
