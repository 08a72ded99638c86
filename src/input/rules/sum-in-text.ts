import type { Language } from '../../language/language.ts';
import { languageOf } from '../../language/languages.ts';
import { sentencesIn } from '../../text.ts';
import { unmarked } from '../check/prose.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';
import { numbersIn, withoutDays } from '../check/tokens.ts';

/** A sentence that calculates: what it says of its own numbers is true of them. */
export const sumInText: DataRule = {
  code: 'sum-in-text',
  title: 'Sentence that calculates wrongly',
  why: 'Readers calculate it again, find another result, and trust neither number.',
  applies: 'Sentences with a share of two numbers, a part of a number, a change from one number to another, or a sum.',
  severity: 'warning',
  says: 'The numbers of a sentence do not fit each other: its percentage, its parts or its change.',
  mend: 'Check the numbers against the source.',
  *check(sheet) {
    for (const { at, tag, text } of sayingsIn(sheet)) {
      if ((text.match(/\d+/g)?.length ?? 0) < 2) continue;
      const language = languageOf(tag);
      for (const sentence of unmarked(text)
        .split(/\n+|;\s/)
        .flatMap(sentencesIn)) {
        const message = judges.map((judge) => judge(sentence, language)).find((each) => each !== null);
        if (message !== undefined && message !== null)
          yield { at, message, hints: ['Check the numbers against the source.'] };
      }
    }
  },
};

type Judge = (sentence: string, language: Language) => string | null;

const percentage = /(?<![\d.,])\d{1,6}(?:[.,]\d{1,6})?[ \u00a0]?%/g;

/** “School No. 5” counts nothing. */
const numbered = /(?:№|\bNo\.?|\bN)[ \u00a0]?\d+/g;

/** What a sentence counts: no percentages, no days. */
function countsOf(text: string, language: Language): readonly number[] {
  return numbersIn(withoutDays(text.replace(percentage, ' ').replace(numbered, ' '), language), language).map(Number);
}

function numberOf(text: string | undefined, { numerals: { decimal } }: Language): number {
  const [whole = '', rest = ''] = (text ?? '').split(decimal);
  return Number(`${whole.replace(/\D/g, '')}.${rest}`);
}

/** “343 returnees, of whom 152 are women (44%)”. */
const share: Judge = (sentence, language) => {
  const [before = '', number, another] = sentence.split(/\((\d{1,3}(?:[.,]\d+)?)[ \u00a0]?%\)/);
  if (number === undefined || another === undefined || (sentence.match(/%/g)?.length ?? 0) > 1) return null;
  // “1,200 people in 12 villages (80%)” says of neither that it is a part of the other.
  if (!language.wording.outOf.test(sentence)) return null;
  const [one, two, third] = countsOf(sentence, language);
  // Both are named before their percentage: what follows it may be an age.
  if (one === undefined || two === undefined || third !== undefined || countsOf(before, language).length < 2)
    return null;
  const [part, whole] = [Math.min(one, two), Math.max(one, two)];
  // A part of a whole, or what it lacks; or by how much the one is more or less than the other.
  const ways = [part / whole, 1 - part / whole, whole / part - 1].map((each) => each * 100);
  const claimed = numberOf(number, language);
  if (part === 0 || ways.some((each) => Math.abs(each - claimed) <= 1)) return null;
  return `The sentence says ${number} per cent, and ${part} is ${Math.round(ways[0] ?? 0)} per cent of ${whole}.`;
};

/** “2,140 people, of whom 1,180 are women”. */
const part: Judge = (sentence, language) => {
  const [before, after, more] = sentence.split(language.wording.ofThem);
  if (before === undefined || after === undefined || more !== undefined) return null;
  const [whole, another] = countsOf(before, language);
  const [some] = countsOf(after, language);
  if (whole === undefined || another !== undefined || some === undefined || some <= whole) return null;
  return `The sentence takes ${some} out of ${whole}.`;
};

/** “Grew from 62 to 74 per cent, that is by 12 percentage points”. */
const change: Judge = (sentence, language) => {
  const { fromTo, changedBy, choices } = language.wording;
  const found = fromTo.exec(withoutDays(sentence, language));
  if (found === null) return null;
  const [from, to] = [numberOf(found.groups?.from, language), numberOf(found.groups?.to, language)];
  // “From 10 to 18 we are open, and queues fell”: what fell is told in another clause.
  const clause = sentence.split(new RegExp(`, | ${language.conjunctions[0]} `, 'u')).find((each) => fromTo.test(each));
  const [rises, falls] = choices.change.map((pattern) => pattern.test(clause ?? ''));
  if (from !== to && rises !== falls && rises === to < from)
    return `The sentence says ${rises ? 'more' : 'less'}, and its numbers go from ${from} to ${to}.`;
  // “Fell from 50 to 40 while sales rose by 30%”: of what it is by is not known where both directions are named.
  if (choices.change.every((pattern) => pattern.test(sentence))) return null;
  const by = changedBy.exec(sentence);
  const [claimed, own] = [numberOf(by?.groups?.number, language), Math.abs(to - from)];
  if (by === null || from === 0) return null;
  const isPoint = by.groups?.point !== undefined;
  if (Math.abs(claimed - (isPoint ? own : (100 * own) / from)) <= (isPoint ? 0.1 : 1)) return null;
  return `The sentence says “${by[0]}”, and from ${from} to ${to} it is ${isPoint ? own : Math.round((100 * own) / from)}.`;
};

/** “29 messages: 18 by telephone and 11 by e-mail”: a count and its parts, each of which begins with its number. */
const sum: Judge = (sentence, language) => {
  const [before, after, more] = sentence.split(/:\s/);
  if (before === undefined || after === undefined || more !== undefined || /%/.test(sentence)) return null;
  const [whole, another] = countsOf(before, language);
  const and = new RegExp(` ${language.conjunctions[0]} `, 'u');
  // Without “and” before its last part a list may be of examples.
  if (!and.test(after)) return null;
  const parts = after.split(new RegExp(`,?${and.source}|, `, 'u'));
  const counts = parts.map((each) => (/^\d/.test(each) ? countsOf(each, language) : []));
  if (whole === undefined || another !== undefined || whole < 10 || counts.length < 2) return null;
  if (counts.some((each) => each.length !== 1)) return null;
  const all = counts.flat().reduce((total, each) => total + each, 0);
  // What is far from it counts something else.
  if (all === whole || Math.abs(all - whole) > whole / 4) return null;
  return `The parts of ${whole} add up to ${all}.`;
};

const judges: readonly Judge[] = [share, part, change, sum];
