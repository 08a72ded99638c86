/** What a person is asked, with the places, the words and pictures there, and the answers that there are. */
import { formatDate } from '../language/dates.ts';
import { safe } from '../ticket/safe.ts';
import { questions as names, type QuestionName } from './basis.ts';
import type { ReportData } from './data.ts';
import { matterhorn } from './matterhorn.ts';
import { placeText, type ReportContext } from './page-context.ts';
import { verdictTable } from './table.ts';
import { wcag } from './wcag.ts';

type PlaceAsked = ReportData['questions'][number];

export function questionsOf(context: ReportContext): string {
  const { data, words } = context;
  if (data.questions.length === 0) return `<p class="ok">${safe(words.noQuestions)}</p>`;
  const groups = names.flatMap((name) => {
    const own = data.questions.filter(({ question }) => question === name);
    return own.length === 0 ? [] : [groupOf(name, own, context)];
  });
  return [`<p>${safe(words.howToAnswer)}</p>`, ...groups, lapsedOf(context)].filter((part) => part !== '').join('\n');
}

function groupOf(name: QuestionName, own: readonly PlaceAsked[], context: ReportContext): string {
  const { standards, language, words } = context;
  const texts = standards.texts.questions[name];
  const [title, question] = texts[language.tag as keyof typeof texts] ?? texts.en;
  const open = own.filter(({ answer }) => answer === null).length;
  const refs = [
    ...asking(matterhorn, name).map((index) => `Matterhorn ${index}`),
    ...asking(wcag, name).map((number) => `WCAG ${number}`),
  ];
  return [
    `<h3 id="ask-${name}">${safe(title)} (${safe(words.openOf(open, own.length))})</h3>`,
    `<p class="ask">${safe(question)}</p>`,
    `<p class="refs">${safe(refs.join(' · '))}</p>`,
    `<ul class="asked">${own.map((asked) => placeOf(asked, context)).join('\n')}</ul>`,
  ].join('\n');
}

function asking(bases: Readonly<Record<string, { readonly asks?: readonly QuestionName[] }>>, name: QuestionName) {
  return Object.entries(bases).flatMap(([id, { asks = [] }]) => (asks.includes(name) ? [id] : []));
}

function placeOf(asked: PlaceAsked, context: ReportContext): string {
  const { words, thumbnails, language } = context;
  const { node, lang, at, quote, picture, answer } = asked;
  const thumbnail = thumbnails.get(node);
  const image =
    thumbnail === undefined
      ? ''
      : `<div><img src="${thumbnail}" alt="${safe(`${words.picture}: ${picture ?? ''}`)}"></div>`;
  const own = lang === null || lang === language.tag ? '' : ` lang="${safe(lang)}"`;
  const quoted =
    quote.length === 0 ? '' : `<blockquote${own}>${quote.map((line) => `<p>${safe(line)}</p>`).join('')}</blockquote>`;
  const facts: readonly (readonly [string, string])[] = [
    [words.language, safe(lang ?? words.allEditions)],
    ...(at === null ? [] : [[words.place, placeText(at)] as const]),
    [words.key, `<code>${node}</code>`],
    [
      words.answer,
      answer === null ? `<strong class="against">${safe(words.states.open)}</strong>` : answered(answer, context),
    ],
  ];
  const list = facts.map(([label, value]) => `<dt>${safe(label)}</dt><dd>${value}</dd>`).join('');
  const state = answer === null || answer.answer === 'no' ? '' : 'answered';
  const classes = [state, image === '' ? '' : 'pictured'].filter((name) => name !== '').join(' ');
  return `<li${classes === '' ? '' : ` class="${classes}"`}>${image}<div>${quoted}<dl>${list}</dl></div></li>`;
}

function answered(
  { answer, who, when, note }: NonNullable<PlaceAsked['answer']>,
  { words, language }: ReportContext,
): string {
  const word = `<strong${answer === 'no' ? ' class="against"' : ''}>${safe(words.answers[answer])}</strong>`;
  const by = safe(words.answeredBy(who, formatDate(when, language) ?? when));
  return `${word} (${by})${note === null ? '' : `: ${safe(note)}`}`;
}

function lapsedOf(context: ReportContext): string {
  const { data, words, standards, language } = context;
  if (data.lapsed.length === 0) return '';
  const rows = data.lapsed.map((lapsed) => {
    const texts = standards.texts.questions[lapsed.question];
    const [title] = texts[language.tag as keyof typeof texts] ?? texts.en;
    return [safe(title), safe(lapsed.about ?? '–'), answered(lapsed, context), `<code>${lapsed.node}</code>`];
  });
  return [
    `<h3>${safe(words.lapsed)}</h3>`,
    `<p>${safe(words.lapsedIntro)}</p>`,
    verdictTable(words.lapsed, [words.finding, words.about, words.answer, words.key], rows),
  ].join('\n');
}
