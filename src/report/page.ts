/** The report as a page for people: one file in one language, no scripts, nothing fetched. */
import { formatDate } from '../language/dates.ts';
import { en } from '../language/en.ts';
import type { Language } from '../language/language.ts';
import { formatNumber } from '../language/numerals.ts';
import type { ReportWords } from '../language/report-words.ts';
import { safe } from '../ticket/safe.ts';
import { listOf, section, shellOf } from '../ticket/shell.ts';
import type { ReportData } from './data.ts';
import { placeText, type ReportContext } from './page-context.ts';
import { questionsOf } from './page-questions.ts';
import { clausesOf, conditionsOf, countsOf, criteriaOf } from './page-verdicts.ts';
import type { Standards } from './standards.ts';
import { style } from './style.ts';
import { verdictTable } from './table.ts';

export function pageOf(
  data: ReportData,
  language: Language,
  standards: Standards,
  thumbnails: ReportContext['thumbnails'],
): string {
  const { report: words } = language;
  const say = (texts: Readonly<Record<string, string>>) => texts[language.tag] ?? texts.en ?? '';
  const english = language.tag === en.tag ? '' : ` lang="${en.tag}"`;
  const context: ReportContext = { data, language, words, standards, thumbnails, say, english };
  const edition = data.editions.find(({ lang }) => lang === language.tag) ?? data.editions[0];
  const own = edition === undefined || edition.lang === language.tag ? '' : ` lang="${safe(edition.lang)}"`;
  const parts: readonly (readonly [string, string, string])[] = [
    ['files', words.files, filesOf(context)],
    ['questions', words.questions, questionsOf(context)],
    ['findings', words.findings, findingsOf(context)],
    ...(data.allowed.length === 0 ? [] : [['allowed', words.allowed, allowedOf(context)] as const]),
    ['equality', words.equality, equalityOf(context)],
    ['matterhorn', words.matterhorn, conditionsOf(context)],
    ['wcag', words.wcag, criteriaOf(context)],
    ...clausesOf(context),
    ['judges', words.judges, judgesOf(context)],
    ['origin', words.origin, originOf(context)],
  ];
  const contents = parts.map(([id, heading]) => `<li><a href="#${id}">${safe(heading)}</a></li>`);
  const summary = [
    `<p>${safe(words.neverPassed)}</p>`,
    countsOf(context),
    `<nav aria-label="${safe(words.more)}"><ul class="contents">${contents.join('')}</ul></nav>`,
  ];
  const main = [
    section(words.summary, summary.join('\n')),
    ...parts.map(([id, heading, content]) => section(heading, content, id)),
  ];
  const title = safe(edition?.title ?? data.source);
  return shellOf({ language, kicker: words.report, title, own, style, main: main.join('\n') });
}

function filesOf({ data, language, words }: ReportContext): string {
  const kilobytes = (bytes: number) => `${formatNumber(bytes / 1000, language, { least: 1, most: 1 })}\u00a0kB`;
  const rows = data.files.map(({ file, format, lang, size, sha256, standards }) => [
    `<code class="whole">${safe(file)}</code>`,
    safe(formatName(words, format)),
    safe(lang),
    safe(standards.join(', ') || '–'),
    kilobytes(size),
    `<code>${(sha256.match(/.{1,16}/g) ?? []).map((part) => `<span class="whole">${part}</span>`).join('<wbr>')}</code>`,
  ]);
  const heads = [words.file, words.format, words.language, words.standards, words.size, words.checksum];
  return verdictTable(words.files, heads, rows, [4]);
}

export function formatName({ formats }: ReportWords, format: string): string {
  return Object.hasOwn(formats, format) ? (formats[format as keyof typeof formats] ?? format) : format;
}

function findingsOf(context: ReportContext): string {
  const { data, words } = context;
  if (data.findings.length === 0) return `<p class="ok">${safe(words.clean)}</p>`;
  const rows = data.findings.map((finding) => [
    safe(words[finding.severity]),
    findingText(finding, context),
    placeText(finding.at),
  ]);
  return verdictTable(words.findings, [words.kind, words.finding, words.place], rows);
}

function allowedOf(context: ReportContext): string {
  const { data, words } = context;
  const rows = data.allowed.map((finding) => [
    findingText(finding, context),
    safe(finding.reason),
    placeText(finding.at),
  ]);
  return verdictTable(words.allowed, [words.finding, words.reason, words.place], rows);
}

/** Findings are told in English, the language of the program. */
function findingText({ code, message, hints }: ReportData['findings'][number], { english }: ReportContext): string {
  return `<span${english}>${safe([message, ...hints].join(' '))}</span> <code${english}>${safe(code)}</code>`;
}

function equalityOf({ data, words, english }: ReportContext): string {
  const proved = new Set(data.equality.map(({ file }) => file));
  const rest = data.files.filter(({ file }) => !proved.has(file)).map(({ file }) => file);
  const list = (texts: readonly string[]) =>
    texts.length === 0 ? safe(words.nothing) : `<span${english}>${safe(texts.join('; '))}</span>`;
  const rows = data.equality.map(({ file, nodes, differences, notCompared, unread }) => [
    `<code class="whole">${safe(file)}</code>`,
    String(nodes),
    String(differences),
    list(notCompared),
    list(unread.map(({ what, count }) => `${what}: ${count}`)),
  ]);
  const heads = [words.file, words.nodes, words.differences, words.notCompared, words.unread];
  return [
    `<p>${safe(words.equalityIntro)}</p>`,
    rows.length === 0 ? '' : verdictTable(words.equality, heads, rows, [1, 2]),
    rest.length === 0
      ? ''
      : `<p>${safe(words.notProved)}: ${rest.map((file) => `<code>${safe(file)}</code>`).join(', ')}</p>`,
  ].join('\n');
}

function judgesOf({ data, words, english }: ReportContext): string {
  const rows = data.judges.map(({ judge, file, verdict, faults, open }) => [
    `<code>${safe(judge)}</code>`,
    `<code>${safe(file)}</code>`,
    `<span class="${verdict === 'failed' ? 'against' : ''}">${safe(words.verdicts[verdict])}</span>`,
    [...faults, ...open].length === 0
      ? '–'
      : `<span${english}>${[...faults, ...open].map(({ rule, message }) => safe(`${rule}: ${message}`)).join('<br>')}</span>`,
  ]);
  const heads = [words.judge, words.file, words.verdict, words.finding];
  return `<p>${safe(words.judgesIntro)}</p>\n${verdictTable(words.judges, heads, rows)}`;
}

function originOf({ data, language, words, standards }: ReportContext): string {
  const { matterhorn, wcag, european } = standards;
  const rows: readonly (readonly [string, string])[] = [
    [words.program, safe(data.generator)],
    [words.date, `<time datetime="${data.created}">${safe(formatDate(data.created, language) ?? data.created)}</time>`],
    [words.source, `<code>${safe(data.source)}</code>`],
  ];
  const body = rows.map(([label, value]) => `<tr><th scope="row">${safe(label)}</th><td>${value}</td></tr>`);
  const sources = [
    `${matterhorn.name} ${matterhorn.version}: ${matterhorn.licence}`,
    `${wcag.name} ${wcag.version}: ${wcag.source}`,
    ...european.map(({ name, version, source }) => `${name} V${version}: ${source}`),
  ];
  return [
    `<table class="facts"><tbody>${body.join('\n')}</tbody></table>`,
    `<h3>${safe(words.protocolSource)}</h3>`,
    `<div class="narrow" lang="en">${listOf(sources)}</div>`,
  ].join('\n');
}
