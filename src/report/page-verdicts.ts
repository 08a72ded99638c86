/** The tables of verdicts: what was decided on each condition, and on what that rests. */
import { safe } from '../ticket/safe.ts';
import type { ReportData } from './data.ts';
import type { ReportContext } from './page-context.ts';
import { verdictTable } from './table.ts';

type Verdict = ReportData['wcag']['criteria'][number]['verdict'];
const kinds = ['by-construction', 'checked', 'for-person', 'not-applicable'] as const;

/** How many conditions of the Protocol, or else criteria, have which verdict, and how many questions are open. */
export function countsOf({ data, words }: ReportContext): string {
  const verdicts = (data.matterhorn?.conditions ?? data.wcag.criteria).map(({ verdict }) => verdict);
  const items = kinds.map((kind) => {
    const count = verdicts.filter((verdict) => verdict.kind === kind).length;
    return `<li class="${kind}"><strong>${count}</strong> ${safe(words.kinds[kind])}</li>`;
  });
  const open = data.questions.filter(({ answer }) => answer === null).length;
  const questions = safe(words.openOf(open, data.questions.length));
  const caption = data.matterhorn === null ? words.wcag : words.matterhorn;
  return `<p>${safe(caption)}:</p>\n<ul class="counts">${items.join('')}</ul>\n<p>${safe(words.openPlaces)} ${questions}.</p>`;
}

/** A table for each checkpoint. */
export function conditionsOf(context: ReportContext): string {
  const { data, words, standards, say } = context;
  const { matterhorn } = data;
  if (matterhorn === null) {
    const hasPdf = data.files.some(({ file }) => file.endsWith('.pdf'));
    return `<p>${safe(hasPdf ? words.noProtocol : words.noPdf)}</p>`;
  }
  const heads = [words.number, words.condition, words.verdict, words.basis];
  const texts = new Map(standards.matterhorn.conditions.map(({ index, condition }) => [index, condition]));
  const tables = standards.matterhorn.checkpoints.map(({ id, title }) => {
    const name = `${id} ${say(title)}`;
    const own = matterhorn.conditions.filter(({ index }) => index.startsWith(`${id}-`));
    const rows = own.map(({ index, condition, how, verdict }) => [
      `<span class="whole">${index}</span>${how === null ? '' : ` <abbr title="${safe(how === 'M' ? words.machine : words.person)}">${how}</abbr>`}`,
      safe(say(texts.get(index) ?? { en: condition })),
      verdictOf(verdict, context),
      basisOf(verdict, context),
    ]);
    return `<h3>${safe(name)}</h3>\n${verdictTable(name, heads, rows)}`;
  });
  return `<p>${safe(words.matterhornIntro)}</p>\n${tables.join('\n')}`;
}

export function criteriaOf(context: ReportContext): string {
  const { data, words, standards, say } = context;
  const names = new Map(standards.wcag.criteria.map(({ number, name }) => [number, say(name)]));
  const rows = data.wcag.criteria.map(({ number, level, name, verdict }) => [
    `<span class="whole">${number}</span> ${level}`,
    safe(names.get(number) ?? name),
    verdictOf(verdict, context),
    basisOf(verdict, context),
  ]);
  const heads = [words.number, words.criterion, words.verdict, words.basis];
  return `<p>${safe(words.wcagIntro)}</p>\n${verdictTable(words.wcag, heads, rows)}`;
}

/** A section for each version of EN 301 549 that there is data of: id, heading, content. */
export function clausesOf(context: ReportContext): readonly (readonly [string, string, string])[] {
  const { data, words, standards, say } = context;
  return data.european.map(({ name, version, clauses }, index) => {
    const standard = standards.european[index];
    const titles = new Map(standard?.clauses.map(({ clause, title }) => [clause, title]));
    const heading = `${name} V${version}, ${words.clause} 10`;
    const rows = clauses.map(({ clause, wcag, verdict }) => {
      const title = titles.get(clause);
      return [
        `<span class="whole">${clause}</span>`,
        `${safe(title === undefined ? words.isVoid : say(title))}${wcag === null ? '' : ` (WCAG ${wcag})`}`,
        verdictOf(verdict, context),
        basisOf(verdict, context),
      ];
    });
    const heads = [words.number, words.clause, words.verdict, words.basis];
    const intro = `${words.clauseIntro} ${standard?.refers ?? ''}. ${standard === undefined ? '' : `${name} V${version}: ${say(standard.status)}.`}`;
    const id = `en-301-549-${version.replaceAll('.', '-')}`;
    return [id, heading, `<p>${safe(intro)}</p>\n${verdictTable(heading, heads, rows)}`] as const;
  });
}

function verdictOf({ kind, state, faults }: Verdict, { words }: ReportContext): string {
  const name = `<span class="verdict ${kind}">${safe(words.kinds[kind])}</span>`;
  const stands = state === null ? '' : `: ${safe(words.states[state])}`;
  return faults.length === 0 ? `${name}${stands}` : `${name}${stands} <span class="against">⚠</span>`;
}

function basisOf(verdict: Verdict, { data, words, standards, say }: ReportContext): string {
  const { texts } = standards;
  const { absence, construction, readings, rules, judges, questions, faults, allowed } = verdict;
  const codes = (all: readonly string[]) => all.map((each) => `<code>${safe(each)}</code>`).join(', ');
  const lines: string[] = [];
  if (absence !== null) lines.push(safe(say(texts.absences[absence])));
  if (questions.length > 0) lines.push(openLine(questions, data, words));
  if (faults.length > 0) lines.push(`<span class="against">${safe(words.against)}</span> ${codes(faults)}`);
  if (construction !== null)
    lines.push(safe(say(texts.constructions[construction as keyof typeof texts.constructions])));
  const held = readings.filter((reading) => !faults.includes(reading));
  if (held.length > 0)
    lines.push(`${safe(words.readBack)} ${held.map((reading) => safe(say(texts.readings[reading]))).join(' ')}`);
  if (rules.length > 0) {
    const isFound = rules.some((rule) => faults.some((fault) => fault.split(' ')[0] === rule));
    lines.push(`${safe(words.rules)} ${codes(rules)}${isFound ? '' : ` – ${safe(words.noFault)}`}`);
  }
  if (allowed.length > 0) lines.push(`${safe(words.isAllowed)} ${codes(allowed)}`);
  if (judges.length > 0)
    lines.push(
      judges.map(({ judge, verdict: outcome }) => `<code>${judge}</code>: ${safe(words.verdicts[outcome])}`).join('; '),
    );
  return `<ul class="basis">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

function openLine(questions: readonly string[], data: ReportData, words: ReportContext['words']): string {
  const own = data.questions.filter(({ node }) => questions.includes(node));
  const open = own.filter(({ answer }) => answer === null).length;
  const names = [...new Set(own.map(({ question }) => question))];
  const links = names.map((name) => `<a href="#ask-${name}"><code>${safe(name)}</code></a>`);
  return `${safe(words.openPlaces)} ${links.join(', ')} (${safe(words.openOf(open, own.length))})`;
}
