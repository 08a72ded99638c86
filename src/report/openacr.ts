/** The conformance report of a set of documents as OpenACR 0.1.0 (YAML). */
import type { AccessibilityConfig } from '../config/accessibility.ts';
import { version } from '../version.ts';
import type { ReportData } from './data.ts';
import type { Catalog } from './standards.ts';
import { type CriterionLevel, levelsOf, openQuestions } from './whole.ts';

type Yaml = string | number | boolean | readonly Yaml[] | { readonly [name: string]: Yaml };

/** WCAG 2.2 took it out; in the catalogue it still has its place, and counts as met (errata of WCAG 2.1). */
const gone: CriterionLevel = {
  ...{ number: '4.1.1', name: 'Parsing', level: 'supports', open: 0, faults: [], kinds: ['by-construction'] },
};

/** Chapters on what a document is not. */
const outside = 'Not for documents.';

export function acrOf(
  reports: readonly ReportData[],
  config: AccessibilityConfig,
  catalog: Catalog,
  date: string,
): { readonly [name: string]: Yaml } {
  const levels = levelsOf(reports);
  const open = openQuestions(reports);
  const organization = config.organization.en ?? Object.values(config.organization)[0] ?? '';
  const titles = reports.map(
    ({ editions, source }) => editions.find(({ lang }) => lang === 'en')?.title ?? editions[0]?.title ?? source,
  );
  const draft =
    open === 0
      ? ''
      : ` Draft: ${open} ${open === 1 ? 'question at its place waits' : 'questions at their places wait'} for the answer of a person. The criteria that they belong to are “not-evaluated”, which a finished report at levels A and AA must not have.`;
  const contact = {
    ...{ company_name: organization, email: config.email },
    ...(config.telephone === null ? {} : { phone: config.telephone }),
    ...(config.web === null ? {} : { website: config.web }),
  };
  const hasWeb = reports.some(({ files }) => files.some(({ format }) => format === 'html'));
  const [only] = titles;
  return {
    title: `${organization} Accessibility Conformance Report`,
    product: {
      name: titles.length === 1 && only !== undefined ? only : `Documents of ${organization}`,
      version: date,
      description: titles.join('; '),
    },
    ...{ author: contact, vendor: contact, report_date: date, last_modified_date: date, version: 1 },
    notes: `Made of the accessibility reports of Etrati ${version()}.${draft}`,
    evaluation_methods_used:
      'Checks of the data and of the finished files by rules; each file read back and compared with its document; verdicts of the judges that ran; answers of persons.',
    license: 'CC-BY-4.0',
    catalog: catalog.catalog,
    chapters: Object.fromEntries(catalog.chapters.map((chapter) => [chapter.id, chapterOf(chapter, levels, hasWeb)])),
  };
}

function chapterOf(
  { id, criteria }: Catalog['chapters'][number],
  levels: readonly CriterionLevel[],
  hasWeb: boolean,
): Yaml {
  const known = criteria.flatMap((criterion) => {
    const found =
      levels.find(({ number }) => number === criterion.id) ?? (criterion.id === gone.number ? gone : undefined);
    return found === undefined ? [] : [{ criterion, found }];
  });
  // Clause 10 has beside the criteria of WCAG what is for video alone.
  if (id === 'en_301_549_non-web-documents')
    return {
      notes: 'Clauses 10.1 to 10.4 are the success criteria of WCAG above.',
      criteria: criteria
        .filter((criterion) => criterion.id !== '10.0')
        .map((criterion) => entry(criterion.id, ['none'], 'not-applicable', 'There is no sound and no video.')),
    };
  if (known.length === 0) return { notes: outside, disabled: true };
  return {
    criteria: known.map(({ criterion, found }) => {
      const components = criterion.components.filter(
        (name) => name === 'electronic-docs' || (hasWeb && name === 'web'),
      );
      return entry(criterion.id, components, found.level, remarksOf(found));
    }),
  };
}

function entry(num: string, components: readonly string[], level: string, notes: string): Yaml {
  return { num, components: components.map((name) => ({ name, adherence: { level, notes } })) };
}

function remarksOf({ level, open, faults, kinds }: CriterionLevel): string {
  if (faults.length > 0) return `Found: ${faults.join(', ')}. The accessibility reports have the places.`;
  if (open > 0) return `Open: ${open} ${open === 1 ? 'place waits' : 'places wait'} for the answer of a person.`;
  if (level === 'not-applicable') return 'What the criterion speaks of is not in the documents.';
  const ways: Readonly<Record<string, string>> = {
    'by-construction': 'ruled out by the way files are made',
    checked: 'checked, and nothing found against it',
    'for-person': 'answered by a person',
  };
  const text = kinds.flatMap((kind) => ways[kind] ?? []).join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The same as the file that OpenACR’s tools read. */
export function openAcrOf(...given: Parameters<typeof acrOf>): string {
  return yamlOf(acrOf(...given));
}

/** YAML 1.2 in blocks; texts as JSON writes them, which YAML reads alike. */
export function yamlOf(value: { readonly [name: string]: Yaml }): string {
  return `${linesOf(value, '').join('\n')}\n`;
}

function linesOf(value: Yaml, indent: string): string[] {
  if (typeof value !== 'object') return [`${indent}${JSON.stringify(value)}`];
  if (isList(value))
    return value.flatMap((each) => {
      const [first = '', ...rest] = linesOf(each, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each !== 'object') return [`${indent}${key}: ${JSON.stringify(each)}`];
    const isEmpty = isList(each) ? each.length === 0 : Object.keys(each).length === 0;
    return isEmpty
      ? [`${indent}${key}: ${isList(each) ? '[]' : '{}'}`]
      : [`${indent}${key}:`, ...linesOf(each, `${indent}  `)];
  });
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}
