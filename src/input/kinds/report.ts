/** A donor report, interim or final, narrative and financial. */
import * as z from 'zod';
import type { LanguageTag } from '../../language/languages.ts';
import { type BlockSchema, blockIn, blocksOf, sectionIn } from './blocks.ts';
import { Derived, derive, leaf } from './derive.ts';
import { plainHeadIn, plainIn } from './easy.ts';
import { type Fields, fieldsIn, optional } from './fields.ts';
import { contactIn, coverIn, imprintIn } from './frame.ts';
import { keyFigureIn } from './key-figure.ts';
import type { Kind } from './kind.ts';
import { moneyIn } from './money.ts';
import { chaptersOf, chaptersShape, checkOrder, orderOf } from './order.ts';
import { type Own, withOwn } from './own.ts';
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

/** The chapters, by their fields, in their usual order. */
const chapters = [
  'abbreviations',
  'summary',
  'context',
  'results',
  'activities',
  'budget',
  'risks',
  'crossCutting',
  'lessons',
  'visibility',
  'contact',
] as const;

function schema(declared: readonly LanguageTag[], own?: Own) {
  const fields = fieldsIn(declared);
  const block = blockIn(fields);
  const report = withOwn(
    z.strictObject({
      kind: z.literal('report').describe('The kind of document'),
      ...fields.head,
      plain: plainHeadIn(fields),
      cover: coverIn(fields),
      project: projectIn(fields),
      order: orderOf(chapters),
      ...chaptersIn(fields, block),
      sections: optional(
        z
          .array(sectionIn(fields).outer)
          .min(1)
          .describe('Chapters of one’s own: before the contact, or where "order" puts them'),
      ),
      annexes: optional(annexesIn(fields)),
      imprint: imprintIn(fields),
    }),
    declared,
    own,
  )
    .superRefine(checkOrder(chapters))
    .describe('A donor report. Every chapter may be left out, and each part that is made from its data');
  return part(
    'report',
    derive(report, chaptersShape, (record) => chaptersOf(chapters, record)),
  );
}

function chaptersIn(fields: Fields, block: BlockSchema) {
  const chapter = chapterIn(fields, block);
  const sectionsAt = (place: string) => ({ sections: chapter.sections.describe(`Its sections, ${place}`) });
  // Where its template puts them before what is made from the data.
  const leading = { ...chapter, ...sectionsAt('before that part') };
  const results = { matrix: optional(tabled(fields)), ...resultsIn(fields), stories: optional(storiesIn(fields)) };
  return {
    abbreviations: optional(abbreviationsIn(fields)),
    summary: optional(
      z
        .strictObject({
          ...chapter,
          figures: optional(z.array(keyFigureIn(fields)).min(2).max(4).describe('The key figures')),
        })
        .describe('The executive summary'),
    ),
    context: optional(
      z
        .strictObject({ ...leading, facts: optional(headed(fields)), roles: optional(tabled(fields)) })
        .describe('The context'),
    ),
    results: optional(
      part(
        'results',
        derive(
          z
            .strictObject({ ...chapter, ...sectionsAt('after the results and before the stories'), ...results })
            .describe('The results'),
          { disaggregated: leaf, begun: leaf },
          ({ levels }) => ({
            disaggregated: new Derived(isDisaggregated(levels ?? []), ['levels']),
            begun: new Derived(isBegun(levels ?? []), ['levels']),
          }),
        ),
      ),
    ),
    activities: optional(
      z
        .strictObject({
          ...leading,
          chart: optional(captioned(fields)),
          plan: optional(tabled(fields)),
          groups: optional(workplanIn(fields)),
        })
        .describe('Activities and workplan'),
    ),
    budget: optional(
      z
        .strictObject({
          ...chapter,
          table: optional(tabled(fields)),
          chart: optional(captioned(fields)),
          money: optional(moneyIn(fields)),
        })
        .describe('Budget and expenditure'),
    ),
    risks: optional(
      z
        .strictObject({
          ...chapter,
          matrix: optional(captioned(fields)),
          watch: optional(tabled(fields)),
          register: optional(registerIn(fields)),
        })
        .describe('Risks'),
    ),
    crossCutting: optional(
      z.strictObject(chapter).describe('Cross-cutting themes: rights, gender, disability, environment'),
    ),
    lessons: optional(
      z
        .strictObject({ ...chapter, table: optional(captioned(fields)), items: optional(lessonsIn(fields)) })
        .describe('Lessons and sustainability'),
    ),
    visibility: optional(
      z
        .strictObject({
          ...leading,
          statements: optional(headed(fields)),
          donor: optional(visibilityIn(fields)),
        })
        .describe('The donor’s visibility'),
    ),
    contact: optional(
      z.strictObject({ ...leading, reach: optional(contactIn(fields)) }).describe('Contact and feedback'),
    ),
  };
}

interface Split {
  readonly baseline: { readonly value: number };
  readonly disaggregation: readonly { readonly parts: readonly { readonly baseline: number | null }[] }[] | null;
}
type Levels = readonly { readonly indicators: readonly Split[] }[];

/** Whether there is anything for the table of the parts of indicators. */
function isDisaggregated(levels: Levels): boolean {
  return levels.some(({ indicators }) => indicators.some(({ disaggregation }) => disaggregation !== null));
}

/** Whether parts of indicators had a value before the project, or may have had one. */
function isBegun(levels: Levels): boolean {
  const all = levels.flatMap(({ indicators }) => indicators);
  return all.some(({ baseline, disaggregation }) => {
    const parts = (disaggregation ?? []).flatMap((each) => each.parts);
    return parts.some((each) => (each.baseline ?? baseline.value) !== 0);
  });
}

/** What each chapter has, whatever else it shows. */
function chapterIn(fields: Fields, block: BlockSchema) {
  return {
    title: fields.texts('The heading'),
    lead: optional(fields.rich('The first sentence, in larger type')),
    blocks: blocksOf(block, 'Its text, before the part that is made from the data'),
    sections: optional(z.array(sectionIn(fields).leaf).min(1).describe('Its sections, after that')),
    plain: plainIn(fields),
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
    .strictObject({
      title: texts('The heading'),
      items: z.array(item).min(1).describe('In alphabetical order'),
    })
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

function annexesIn(fields: Fields) {
  const own = { title: fields.texts('The heading'), lead: optional(fields.rich('What it holds')) };
  return z
    .strictObject({
      finance: optional(
        z
          .strictObject({ ...own, lines: optional(captioned(fields)), instalments: optional(captioned(fields)) })
          .describe('The financial report by line'),
      ),
      indicators: optional(
        z
          .strictObject({ ...own, periods: optional(captioned(fields)), parts: optional(captioned(fields)) })
          .describe('The indicators by period, and by sex, age and disability'),
      ),
      others: optional(z.array(sectionIn(fields).leaf).min(1).describe('What else is attached')),
      lists: optional(
        z
          .strictObject({
            title: fields.texts('The heading'),
            tables: optional(fields.texts('The heading over the list of tables')),
            figures: optional(fields.texts('The heading over the list of figures and charts')),
          })
          .describe('The lists of tables and figures'),
      ),
    })
    .describe('The annexes');
}
