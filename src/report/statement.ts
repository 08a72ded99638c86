/** The accessibility statement of a set of documents, after the model of Commission Implementing Decision (EU) 2018/1523. */
import type { AccessibilityConfig } from '../config/accessibility.ts';
import { formatDate } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import { safe } from '../ticket/safe.ts';
import { listOf, section, shellOf } from '../ticket/shell.ts';
import type { ReportData } from './data.ts';
import type { Standards } from './standards.ts';
import { style } from './style.ts';
import { levelsOf, openQuestions } from './whole.ts';

const reasons = ['non-compliance', 'disproportionate-burden', 'outside-scope'] as const;

export function statementOf(
  reports: readonly ReportData[],
  config: AccessibilityConfig,
  language: Language,
  standards: Standards,
  date: string,
): string {
  const { statement: words } = language;
  const say = (texts: Readonly<Record<string, string | undefined>>) =>
    texts[language.tag] ?? Object.values(texts).find((text) => text !== undefined) ?? '';
  const organization = say(config.organization);
  const levels = levelsOf(reports);
  const open = openQuestions(reports);
  const names = new Map(standards.wcag.criteria.map(({ number, name }) => [number, say(name)]));
  const failing = levels
    .filter(({ faults }) => faults.length > 0)
    .map(({ number, name }) => words.criterionFails(number, names.get(number) ?? name));
  const stated = config.notAccessible ?? [];
  const listed = (reason: (typeof reasons)[number]) => [
    ...(reason === 'non-compliance' ? failing : []),
    ...stated.filter((each) => each.reason === reason).map(({ content }) => say(content)),
  ];
  const lists = reasons.flatMap((reason) => {
    const items = listed(reason);
    return items.length === 0 ? [] : [`<h3>${safe(words.reasons[reason])}</h3>\n${listOf(items)}`];
  });
  const kept = [
    ...standards.european.map(({ name, version }) => `${name} V${version}`),
    `${standards.wcag.name} ${standards.wcag.version} AA`,
  ].join(', ');
  const isAssessed = open === 0 && levels.every(({ level }) => level !== 'not-evaluated');
  const claim = lists.length > 0 ? words.partial : isAssessed ? words.full : words.unassessed;
  const paragraph = (text: string) => `<p>${safe(text)}</p>`;
  const law = config.legislation === null ? null : say(config.legislation);
  const judges = [
    ...new Set(
      reports.flatMap((report) =>
        report.judges.flatMap(({ judge, verdict }) => (verdict === 'not run' ? [] : [judge])),
      ),
    ),
  ];
  const people = [
    ...new Set(reports.flatMap((report) => report.questions.flatMap(({ answer }) => answer?.who ?? []))),
  ].sort();
  const main = [
    [paragraph(words.commitment(organization, law)), paragraph(words.applies), documentsOf(reports, language)].join(
      '\n',
    ),
    section(words.status, [paragraph(claim(kept)), ...(open === 0 ? [] : [paragraph(words.open(open))])].join('\n')),
    section(
      words.notAccessible,
      lists.length > 0 ? lists.join('\n') : paragraph(isAssessed ? words.none : words.noneYet),
    ),
    section(
      words.preparation,
      [paragraph(words.prepared(formatDate(date, language) ?? date)), paragraph(words.method(judges, people))].join(
        '\n',
      ),
    ),
    section(words.feedback, feedbackOf(config, organization, language)),
    section(words.enforcement, enforcementOf(config, say, language)),
  ];
  return shellOf({
    language,
    kicker: words.statement,
    title: safe(organization),
    own: '',
    style,
    main: main.join('\n'),
  });
}

function documentsOf(reports: readonly ReportData[], language: Language): string {
  const items = reports.map(({ editions, files, source }) => {
    const edition = editions.find(({ lang }) => lang === language.tag) ?? editions[0];
    const own = edition === undefined || edition.lang === language.tag ? '' : ` lang="${safe(edition.lang)}"`;
    const names = files.map(({ file }) => `<code>${safe(file)}</code>`).join(', ');
    return `<li><strong${own}>${safe(edition?.title ?? source)}</strong><br>${names}</li>`;
  });
  return `<ul>${items.join('\n')}</ul>`;
}

function feedbackOf(
  { email, telephone, web, answerDays }: AccessibilityConfig,
  organization: string,
  language: Language,
): string {
  const { statement: words } = language;
  const items = [
    `${safe(words.email)}: <a href="mailto:${safe(encodeURI(email))}">${safe(email)}</a>`,
    ...(telephone === null
      ? []
      : [`${safe(words.telephone)}: <a href="tel:${safe(telephone.replace(/[^+\d]/g, ''))}">${safe(telephone)}</a>`]),
    ...(web === null ? [] : [`${safe(words.web)}: <a href="${safe(web)}">${safe(web)}</a>`]),
  ];
  const days = answerDays === null ? '' : `\n<p>${safe(words.answerDays(answerDays))}</p>`;
  return `<p>${safe(words.feedbackIntro(organization))}</p>\n<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>${days}`;
}

function enforcementOf(
  { enforcement }: AccessibilityConfig,
  say: (texts: Readonly<Record<string, string | undefined>>) => string,
  { statement: words }: Language,
): string {
  const { body, web } = enforcement;
  const link = web === null ? '' : `\n<p>${safe(words.web)}: <a href="${safe(web)}">${safe(web)}</a></p>`;
  return `<p>${safe(words.enforcementIntro(say(body)))}</p>${link}`;
}
