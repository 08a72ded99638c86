/** Utterances as lines for people, and as SSML for a voice. */

import { languageOf, primaryOf } from '../language/languages.ts';
import { escapeXml } from '../text.ts';
import type { Spoken, Utterance } from './utterance.ts';

export const listenForms = ['text', 'ssml'] as const;
export type ListenForm = (typeof listenForms)[number];

/** A line for each utterance; the reader's own words stand in ‹ ›, and a change of language is said before it. */
export function linesOf(utterances: readonly Utterance[], lang: string | null): string {
  const words = languageOf(lang ?? 'en').listen;
  let current = primary(lang);
  const lines = utterances.map(({ depth, pieces }) => {
    // A reader goes back to the language of the document, where it has one.
    if (lang !== null) current = primary(lang);
    const parts = pieces.map((each) => {
      if (each.own) return `‹${each.text}›`;
      const own = primary(each.lang);
      const change = own === current ? '' : `‹${words.language(nameOf(each.lang, lang))}› `;
      current = own;
      return `${change}${each.text.trim()}`;
    });
    // A comma or a full stop stands behind its word, or behind what the reader said of it.
    return `${'  '.repeat(depth)}${parts.join(' ').replace(/ (?=[.,;:!?…)»”“](?:\s|$))/gu, '')}`;
  });
  return [`‹${words.document(nameOf(lang, lang))}›`, ...lines, ''].join('\n');
}

/** SSML 1.1 (W3C): a paragraph for each utterance, languages marked, the reader's own words apart by a short pause. */
export function ssmlOf(utterances: readonly Utterance[], lang: string | null): string {
  const around = lang ?? 'en';
  const paragraphs = utterances.map(({ pieces }) => `  <p>${pieces.map((each) => spoken(each, around)).join(' ')}</p>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${escapeXml(around)}">`,
    ...paragraphs,
    '</speak>',
    '',
  ].join('\n');
}

function spoken({ text, lang, own }: Spoken, around: string): string {
  const words = escapeXml(text.trim());
  if (own) return `${words}<break strength="weak"/>`;
  return lang === null || lang === around ? words : `<lang xml:lang="${escapeXml(lang)}">${words}</lang>`;
}

const primary = (lang: string | null): string => primaryOf(lang ?? '');

/** The name of a language in the language of the document; its tag where there is none. Voices are chosen by it, not by a country. */
function nameOf(lang: string | null, around: string | null): string {
  if (lang === null) return '?';
  try {
    return new Intl.DisplayNames([around ?? 'en', 'en'], { type: 'language' }).of(primary(lang)) ?? lang;
  } catch {
    return lang;
  }
}
