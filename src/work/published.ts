/** What `--diagnostics json` prints, as a schema: `docs/schema/diagnostics.schema.json` is written from it. */
import * as z from 'zod';

export const place = z
  .strictObject({
    file: z.string().describe('Relative to the project, with / between the parts'),
    line: z.int().min(1).describe('Counted from 1; of a workbook, the row'),
    column: z.int().min(1).describe('Counted from 1, in UTF-16 code units; of a workbook, the column'),
    path: z.string().optional().describe('The JSON path of the value, such as $.about.aims[0].ka, where it is data'),
    sheet: z.string().optional().describe('The sheet of a workbook'),
  })
  .meta({ id: 'place', description: 'A place in a file' });

export const finding = z.strictObject({
  severity: z.enum(['error', 'warning', 'advice']),
  code: z.string().describe('What is wrong, in kebab-case; etrati explain CODE says more'),
  at: place.nullable().describe('Null for what is wrong with the call itself'),
  message: z.string().describe('One sentence'),
  hints: z.array(z.string()).describe('What to do about it'),
  related: z.array(z.strictObject({ at: place, message: z.string() })).describe('Other places that have to do with it'),
  clause: z.string().optional().describe('The clause of a standard that asks for it'),
  fix: z
    .union([
      z.strictObject({ path: z.string(), value: z.unknown().describe('What to write there') }),
      z.strictObject({ path: z.string(), name: z.string().describe('What to call the field of the path') }),
    ])
    .optional()
    .describe('What certainly corrects it, as an edit of the data: a value at a JSON path, or another name of a field'),
});

const published = z
  .strictObject({
    diagnostics: z.array(finding.describe('A finding')).describe('What was found, by place'),
    allowed: z
      .array(finding.extend({ reason: z.string().describe('Why it is allowed') }).describe('A warning'))
      .describe('The warnings that the config allows'),
    outputs: z
      .array(
        z
          .strictObject({
            file: z.string().describe('Relative to the project'),
            source: z.string().describe('The data file that it was made from'),
            format: z.string(),
            lang: z.string().describe('A language tag (BCP 47)'),
            size: z.int().describe('In bytes'),
          })
          .describe('A file'),
      )
      .describe('The files that were written; none for etrati check'),
  })
  .describe('What etrati build and etrati check found and wrote');

/** The JSON Schema, with an address that never changes and leads nowhere. */
export function diagnosticsSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(published);
  return { $schema, $id: 'urn:etrati:schema:diagnostics', title: 'etrati build --diagnostics json', ...rest };
}
