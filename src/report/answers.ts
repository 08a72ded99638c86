/** What persons have answered: `etrati.answers.json` at the root of a project. */
import * as z from 'zod';
import { Refused, type Report } from '../diagnostics.ts';
import { reportIssues } from '../input/issues.ts';
import { date } from '../input/kinds/days.ts';
import { type IssueParams, languageTag, optional, text } from '../input/kinds/fields.ts';
import { readJson } from '../json/json.ts';
import { decode } from '../json/source.ts';
import type { World } from '../world.ts';
import { answerWords } from './answer-words.ts';
import { questions } from './basis.ts';

export const answersFile = 'etrati.answers.json';

const answer = z
  .strictObject({
    question: z.enum(questions).describe('Which question: its name, as the report has it'),
    document: z.string().min(1).describe('The data file, such as "data/report/report.json"'),
    lang: optional(languageTag.describe('The language of the edition (default: all editions)')),
    node: z
      .string()
      .superRefine((node, context) => {
        const params: IssueParams = {
          code: 'bad-value',
          message: `"${node}" is not the key of a question.`,
          hint: 'Copy the key from the report: 16 digits and letters from a to f, under the question.',
        };
        if (!/^[0-9a-f]{16}$/.test(node)) context.addIssue({ code: 'custom', params: { ...params } });
      })
      .meta({ pattern: '^[0-9a-f]{16}$' })
      .describe('The key of the question at its place, as the report has it; it changes when what is judged changes'),
    answer: z
      .enum(answerWords)
      .describe('yes: it is in order; no: it is not; not-applicable: the question does not arise'),
    who: text.describe('Who has looked: a person, not a program'),
    when: date.describe('The day: year-month-day, such as 2026-11-29'),
    note: optional(text.describe('What was seen, above all where the answer is no')),
    about: optional(text.describe('What was judged, in words, for the day when it has changed')),
  })
  .describe('The answer of a person to a question at one place of a document');

export type Answer = Readonly<z.output<typeof answer>>;

const schema = z
  .strictObject({
    $schema: optional(z.string().describe('Where the JSON Schema of this file is, for editors')),
    answers: z.array(answer).superRefine((answers, context) => {
      for (const [index, { node }] of answers.entries()) {
        const first = answers.findIndex((other) => other.node === node);
        const params: IssueParams = {
          code: 'bad-value',
          message: `The question ${node} is answered twice: here and in entry ${first + 1}.`,
          hint: 'Keep one of the two.',
        };
        if (first < index) context.addIssue({ code: 'custom', path: [index, 'node'], params: { ...params } });
      }
    }),
  })
  .describe('Answers of persons to the questions of accessibility reports');

/** None where there is no such file; null with errors at their places where something in it is wrong. */
export async function loadAnswers(world: World, report: Report): Promise<readonly Answer[] | null> {
  const bytes = await world.read(answersFile).catch((error: unknown) => {
    if (error instanceof Refused && error.diagnostics.some(({ code }) => code === 'file-missing')) return null;
    throw error;
  });
  if (bytes === null) return [];
  const source = decode(bytes, answersFile, report);
  const json = source && readJson(source, report);
  if (json === null) return null;
  const checked = schema.safeParse(json.value);
  if (checked.success) return checked.data.answers;
  reportIssues(checked.error.issues, schema, json, report);
  return null;
}

/** The file that holds these answers: those of a document together, in the order in which they were given. */
export function writtenAnswers(answers: readonly Answer[]): Uint8Array {
  const documents = [...new Set(answers.map(({ document }) => document))].sort();
  const sorted = documents.flatMap((document) => answers.filter((each) => each.document === document));
  const plain = sorted.map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null)));
  return new TextEncoder().encode(`${JSON.stringify({ answers: plain }, null, 2)}\n`);
}

/** Its JSON Schema, draft 7, for editors. */
export function answersSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, $id: 'urn:etrati:schema:answers', title: 'Answers of persons', ...rest };
}
