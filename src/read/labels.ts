/** The words that the reader itself writes: labels of what it numbers. Spaces before a number do not break. */
import type { Counted } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { words } from '../model/build.ts';
import type { Lang, Missing, Text, Words } from '../model/document.ts';

const nbsp = '\u00A0';

/** `ცხრილი 3`, `Figure 2`. */
export function countedLabel(kind: Counted, number: number, lang: Lang): Words {
  return written(`${languageOf(lang).labels.counted[kind]}${nbsp}${number}`);
}

/** `თავი 3`, `Section 3.2`, `Annex A`. */
export function sectionLabel(number: Words, kind: 'section' | 'subsection' | 'annex', lang: Lang): Words {
  return written(`${languageOf(lang).labels[kind]}${nbsp}${number}`);
}

/** The alternative text of a QR code: where it leads, without what people don't say. */
export function qrLabel(address: string, lang: Lang): Words {
  return written(
    `${languageOf(lang).labels.qr}: ${address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')}`,
  );
}

/** A value that there is none of. */
export function missingValue(lang: Lang, place: Pick<Missing, 'at' | 'from'>): Missing {
  const dash: Text = { type: 'text', ...place, lang: null, value: '–' };
  return { type: 'missing', ...place, lang: null, words: written(languageOf(lang).labels.missing), children: [dash] };
}

/** The letter of an annex, from 0; after the last letter two of them. */
export function annexLetter(index: number, lang: Lang): Words {
  const { letters } = languageOf(lang).labels;
  const before = Math.floor(index / letters.length);
  return written(`${before === 0 ? '' : annexLetter(before - 1, lang)}${letters[index % letters.length] ?? ''}`);
}

/** Text of our own making, which always says something. */
export function written(text: string): Words {
  const value = words(text);
  if (value === null) throw new Error('a label without words');
  return value;
}
