/** The report as data: what the JSON file holds, and what the page is made of. `docs/schema/report.schema.json` is written from it. */
import * as z from 'zod';
import { answerWords } from './answer-words.ts';
import { absences, questions, readings } from './basis.ts';

const text = z.string();
const place = z
  .strictObject({
    file: text.describe('Relative to the working folder'),
    line: z.int().describe('Counted from 1'),
    column: z.int().describe('Counted from 1, in UTF-16 code units'),
    path: text.optional().describe('For data: the JSON path of the value'),
    sheet: text.optional().describe('The sheet of a workbook; line and column are those of its cell'),
  })
  .nullable()
  .describe('Where it is in the data or the template');

const answer = z
  .strictObject({ answer: z.enum(answerWords), who: text, when: text, note: text.nullable() })
  .describe('What a person has answered');

const finding = z.strictObject({
  severity: z.enum(['error', 'warning', 'advice']),
  code: text.describe('As docs/codes.md lists it'),
  at: place,
  message: text,
  hints: z.array(text),
  clause: text.optional().describe('The clause of the standard that asks for it'),
});

const verdict = z
  .strictObject({
    kind: z
      .enum(['by-construction', 'checked', 'for-person', 'not-applicable'])
      .describe(
        'by-construction: the way files are made rules it out; checked: by readings, rules or judges; for-person: a person decides, and no program; not-applicable: its subject is not there',
      ),
    absence: z.enum(absences).nullable().describe('Why it does not apply'),
    construction: text
      .nullable()
      .describe('How files are made, by the name of the sentence in standards/evidence.json'),
    readings: z.array(z.enum(readings)).describe('What was read back from the finished PDF files'),
    rules: z.array(text).describe('The codes of the rules that look for it'),
    judges: z.array(z.strictObject({ judge: text, verdict: z.enum(['passed', 'failed', 'not run']) })),
    questions: z.array(text).describe('The keys of the questions to a person, one for each place'),
    state: z
      .enum(['open', 'answered', 'denied'])
      .nullable()
      .describe('For questions: open until each place has an answer; denied where one answer is no'),
    faults: z
      .array(text)
      .describe(
        'What speaks against it: readings, codes of findings, judges, an answer; empty where nothing was found',
      ),
    allowed: z.array(text).describe('Codes of findings that the project allows, with its reason'),
  })
  .describe('Never “passed”: what nobody has found wrong has no faults');

export const reportData = z
  .strictObject({
    report: z
      .literal(1)
      .describe('The version of this form: a field may be added; a change of what there is raises it'),
    generator: text.describe('The program and its version'),
    created: text.describe('The day that the files carry: SOURCE_DATE_EPOCH, or the date of the document'),
    source: text.describe('The data file'),
    editions: z.array(z.strictObject({ lang: text, title: text })),
    files: z.array(
      z.strictObject({
        file: text,
        format: text,
        lang: text,
        size: z.int().describe('Bytes'),
        sha256: text,
        standards: z.array(text).describe('For a PDF those that its metadata name'),
      }),
    ),
    findings: z.array(finding),
    allowed: z.array(finding.extend({ reason: text.describe('Why the project allows it') })),
    equality: z
      .array(
        z.strictObject({
          file: text,
          lang: text,
          nodes: z.int().describe('Parts that were compared'),
          differences: z.int(),
          notCompared: z.array(text).describe('What the format cannot say'),
          unread: z.array(z.strictObject({ what: text, count: z.int() })),
        }),
      )
      .describe('Each file read back and compared with its document, part by part'),
    questions: z.array(
      z.strictObject({
        question: z.enum(questions),
        node: text.describe('The key: a hash of the question and of what it is about'),
        lang: text.nullable().describe('The edition; null for all'),
        at: place,
        quote: z.array(text),
        picture: text.nullable().describe('The file of the picture'),
        answer: answer.nullable().describe('Null while it is open'),
      }),
    ),
    lapsed: z
      .array(answer.extend({ question: z.enum(questions), node: text, lang: text.nullable(), about: text.nullable() }))
      .describe('Answers that no longer hold: what they were about has changed or is gone'),
    matterhorn: z
      .strictObject({
        version: text,
        conditions: z.array(
          z.strictObject({
            index: text,
            condition: text,
            section: text,
            how: z.enum(['M', 'H']).nullable().describe('M: for a machine; H: for a person; null: no test'),
            verdict,
          }),
        ),
      })
      .nullable()
      .describe('Null where no file claims PDF/UA-1; for PDF/UA-2 there is no official protocol of tests'),
    wcag: z.strictObject({
      version: text,
      criteria: z.array(z.strictObject({ number: text, level: text, name: text, verdict })),
    }),
    european: z.array(
      z.strictObject({
        name: text,
        version: text,
        clauses: z.array(z.strictObject({ clause: text, title: text, wcag: text.nullable(), verdict })),
      }),
    ),
    judges: z.array(
      z.strictObject({
        judge: text,
        file: text,
        verdict: z.enum(['passed', 'failed', 'not run']),
        faults: z.array(z.strictObject({ rule: text, message: text })),
        open: z.array(z.strictObject({ rule: text, message: text })).describe('What the judge leaves to a person'),
      }),
    ),
  })
  .describe('What is known of the accessibility of one document and its files, and what only a person can know');

export type ReportData = Readonly<z.output<typeof reportData>>;

/** The JSON Schema, with an address that never changes and leads nowhere. */
export function reportSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(reportData);
  return { $schema, $id: 'urn:etrati:schema:report', title: 'Accessibility report', ...rest };
}
