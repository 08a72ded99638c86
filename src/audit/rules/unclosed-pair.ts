import type { Language } from '../../language/language.ts';
import { knownLanguage } from '../../language/languages.ts';
import type { Inlines, Lang } from '../../model/document.ts';
import { childrenOf } from '../../model/kinds.ts';
import { matchesIn } from '../../text.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';
import { excerpt } from '../texts.ts';

export const unclosedPair: DocumentRule = {
  code: 'unclosed-pair',
  title: 'Bracket or quotation mark without its other',
  why: 'Readers look for where the aside or the quotation ends.',
  applies: 'Titles, paragraphs, captions and other texts.',
  severity: 'warning',
  says: 'A bracket or a quotation mark is opened and not closed, or closed and not opened.',
  mend: 'Write the other one, or remove it.',
  *check({ document }) {
    for (const { inlines, lang, at } of runsOf(document)) {
      const text = ownText(inlines, lang);
      const fault = /[()[\]“”„«»]/.test(text) ? faultIn(text, knownLanguage(lang)) : null;
      if (fault === null) continue;
      const message = `“${fault.sign}” is ${fault.opens ? 'opened and not closed' : 'closed and not opened'} in ‘${excerpt(text, fault.index, 1)}’.`;
      yield { at, message, hints: [`Write the other one, or remove “${fault.sign}”.`] };
    }
  },
};

/** The text, without the quotation marks of what is in another language. */
function ownText(inlines: Inlines, lang: Lang): string {
  return inlines
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'note') return '';
      if (node.type === 'lineBreak') return '\n';
      const inner = ownText(childrenOf(node), lang);
      return node.lang === null || node.lang === lang ? inner : inner.replace(/[“”„«»]/g, ' ');
    })
    .join('');
}

interface Fault {
  readonly sign: string;
  readonly index: number;
  readonly opens: boolean;
}

/** Most texts count nothing, and the expression that says so for all letters is slow to make. */
const mayCount = /(?:^|[^A-Za-z0-9\u10d0-\u10ff(])[^\s()]{1,3}\)/u;

function faultIn(text: string, language: Language | null): Fault | null {
  const partners = new Map([
    [')', '('],
    [']', '['],
    ['»', '«'],
    // What one language opens with, another closes with; „ opens in all that have it.
    ...(language === null ? [] : [[language.quotes.close, `${language.quotes.open}„`] as const]),
  ]);
  const openers = [...partners.values()].join('');
  const waiting: Fault[] = [];
  // “1)”, “ა)” and “a)” count, and close nothing.
  const counted = new Set(
    mayCount.test(text)
      ? [...matchesIn(text, /(?<![\p{L}\p{N}(])[\p{L}\p{N}]{1,3}\)/gu)].map(
          ({ 0: found, index }) => index + found.length - 1,
        )
      : [],
  );
  for (const { 0: sign, index } of matchesIn(text, /[()[\]“”„«»]/gu)) {
    const last = waiting.at(-1);
    const own = partners.get(sign);
    if (own !== undefined && last !== undefined && own.includes(last.sign)) waiting.pop();
    else if (openers.includes(sign)) waiting.push({ sign, index, opens: true });
    else if (own !== undefined && !counted.has(index)) return { sign, index, opens: false };
  }
  return waiting[0] ?? null;
}
