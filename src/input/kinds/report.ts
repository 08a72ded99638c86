/** A donor report, interim or final, narrative and financial. */
import { z } from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { type BlockSchema, blockIn, blocksOf, keyFigureIn, sectionIn } from './blocks.ts';
import { type Fields, fieldsIn, optional } from './fields.ts';
import { contactIn, coverIn, imprintIn } from './frame.ts';
import type { Kind } from './kind.ts';
import { moneyIn } from './money.ts';
import { part } from './parts.ts';
import { projectIn } from './project.ts';
import { resultsIn } from './results.ts';
import { registerIn } from './risks.ts';
import { storiesIn } from './stories.ts';
import { captionIn } from './table.ts';
import { visibilityIn } from './visibility.ts';
import { workplanIn } from './workplan.ts';

export const report: Kind = {
  name: 'report',
  title: 'A donor report: results, activities, people, money, risks, lessons, stories',
  schema,
};

function schema(declared: readonly LanguageTag[]) {
  const fields = fieldsIn(declared);
  const block = blockIn(fields);
  const chapter = chapterIn(fields, block);
  return z
    .strictObject({
      kind: z.literal('report').describe('The kind of document'),
      ...fields.head,
      cover: coverIn(fields),
      project: projectIn(fields),
      abbreviations: abbreviationsIn(fields),
      summary: z
        .strictObject({ ...chapter, figures: z.array(keyFigureIn(fields)).min(2).max(4).describe('The key figures') })
        .describe('The executive summary'),
      context: z.strictObject({ ...chapter, facts: headed(fields), roles: tabled(fields) }).describe('The context'),
      results: part(
        'results',
        z
          .strictObject({ ...chapter, matrix: tabled(fields), ...resultsIn(fields), stories: storiesIn(fields) })
          .describe('The results'),
      ),
      activities: z
        .strictObject({ ...chapter, chart: captioned(fields), plan: tabled(fields), groups: workplanIn(fields) })
        .describe('Activities and workplan'),
      budget: z
        .strictObject({ ...chapter, table: tabled(fields), chart: captioned(fields), money: moneyIn(fields) })
        .describe('Budget and expenditure'),
      risks: z
        .strictObject({ ...chapter, matrix: captioned(fields), watch: tabled(fields), register: registerIn(fields) })
        .describe('Risks'),
      crossCutting: z.strictObject(chapter).describe('Cross-cutting themes: rights, gender, disability, environment'),
      lessons: z
        .strictObject({ ...chapter, table: captioned(fields), items: lessonsIn(fields) })
        .describe('Lessons and sustainability'),
      visibility: z
        .strictObject({ ...chapter, statements: headed(fields), donor: visibilityIn(fields) })
        .describe('The donor’s visibility'),
      contact: z.strictObject({ ...chapter, reach: contactIn(fields) }).describe('Contact and feedback'),
      annexes: annexesIn(fields, block),
      imprint: imprintIn(fields),
    })
    .describe('A donor report');
}

/** What each chapter has, whatever else it shows. */
function chapterIn(fields: Fields, block: BlockSchema) {
  return {
    title: fields.texts('The heading'),
    lead: fields.rich('The first sentence, in larger type'),
    blocks: blocksOf(block, 'Its text, before the part that is made from the data'),
    sections: optional(z.array(sectionIn(fields, block).leaf).min(1).describe('Its sections, after that')),
  };
}

function headed({ texts, richBlock }: Fields) {
  return z
    .strictObject({ title: texts('The heading'), text: optional(richBlock('The text before it')) })
    .describe('A section that is made from the data');
}

/** The caption of a table or chart that is made of the data. */
function captioned(fields: Fields) {
  const { id: _, ...caption } = captionIn(fields);
  return z.strictObject(caption).describe('The caption of the part that is made from the data');
}

function tabled(fields: Fields) {
  return z
    .strictObject({
      title: fields.texts('The heading'),
      text: optional(fields.richBlock('The text before the table')),
      table: captioned(fields),
    })
    .describe('A section with a table that is made from the data');
}

function abbreviationsIn({ texts }: Fields) {
  const item = z
    .strictObject({ short: texts('The short form'), long: texts('Its full form') })
    .describe('An abbreviation');
  return z
    .strictObject({ title: texts('The heading'), items: z.array(item).min(1).describe('In alphabetical order') })
    .describe('The abbreviations; each is expanded where the text first uses it');
}

function lessonsIn({ texts, rich }: Fields) {
  const item = z
    .strictObject({
      title: texts('What it is about'),
      learned: rich('What was learned'),
      change: rich('What is done differently now'),
    })
    .describe('A lesson');
  return z.array(item).min(1).describe('The lessons');
}

function annexesIn(fields: Fields, block: BlockSchema) {
  const own = { title: fields.texts('The heading'), lead: optional(fields.rich('What it holds')) };
  return z
    .strictObject({
      finance: z
        .strictObject({ ...own, lines: captioned(fields), instalments: captioned(fields) })
        .describe('The financial report by line'),
      indicators: z
        .strictObject({ ...own, periods: captioned(fields), parts: captioned(fields) })
        .describe('The indicators by period, and by sex, age and disability'),
      others: optional(z.array(sectionIn(fields, block).leaf).min(1).describe('What else is attached')),
      lists: z
        .strictObject({
          title: fields.texts('The heading'),
          tables: fields.texts('The heading over the list of tables'),
          figures: fields.texts('The heading over the list of figures and charts'),
        })
        .describe('The lists of tables and figures'),
    })
    .describe('The annexes');
}
