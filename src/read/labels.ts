/** The words that the reader itself writes: labels of what it numbers. Spaces before a number do not break. */
import { words } from '../model/build.ts';
import type { Lang, Missing, Text, Words } from '../model/document.ts';

const nbsp = '\u00A0';

export type Counted = 'table' | 'figure' | 'chart';

interface Labels {
  readonly counted: Readonly<Record<Counted, string>>;
  /** A section of the body, one inside of another, an annex. */
  readonly section: string;
  readonly subsection: string;
  readonly annex: string;
  readonly qr: string;
  /** For the ear, where the eye gets a dash. */
  readonly missing: string;
  readonly quotes: readonly [open: string, close: string];
  /** The letters that annexes are counted by, in their order. */
  readonly letters: string;
}

const georgian: Labels = {
  counted: { table: 'ცხრილი', figure: 'სურათი', chart: 'დიაგრამა' },
  section: 'თავი',
  subsection: 'ქვეთავი',
  annex: 'დანართი',
  qr: 'QR-კოდი',
  missing: 'მონაცემი არ არის',
  quotes: ['„', '“'],
  letters: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
};
const english: Labels = {
  counted: { table: 'Table', figure: 'Figure', chart: 'Chart' },
  section: 'Section',
  subsection: 'Section',
  annex: 'Annex',
  qr: 'QR code',
  missing: 'no data',
  quotes: ['“', '”'],
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
};

/** English where we have no words of the language's own. */
export function labelsOf(lang: Lang): Labels {
  return isGeorgian(lang) ? georgian : english;
}

export function isGeorgian(lang: Lang): boolean {
  return /^ka(?:-|$)/.test(lang);
}

/** `ცხრილი 3`, `Figure 2`. */
export function countedLabel(kind: Counted, number: number, lang: Lang): Words {
  return written(`${labelsOf(lang).counted[kind]}${nbsp}${number}`);
}

/** `თავი 3`, `Section 3.2`, `Annex A`. */
export function sectionLabel(number: Words, kind: 'section' | 'subsection' | 'annex', lang: Lang): Words {
  return written(`${labelsOf(lang)[kind]}${nbsp}${number}`);
}

/** The alternative text of a QR code: where it leads, without what people don't say. */
export function qrLabel(address: string, lang: Lang): Words {
  return written(`${labelsOf(lang).qr}: ${address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')}`);
}

/** A value that there is none of. */
export function missingValue(lang: Lang, place: Pick<Missing, 'at' | 'from'>): Missing {
  const dash: Text = { type: 'text', ...place, lang: null, value: '–' };
  return { type: 'missing', ...place, lang: null, words: written(labelsOf(lang).missing), children: [dash] };
}

/** The letter of an annex, from 0; after the last letter two of them. */
export function annexLetter(index: number, lang: Lang): Words {
  const { letters } = labelsOf(lang);
  const before = Math.floor(index / letters.length);
  return written(`${before === 0 ? '' : annexLetter(before - 1, lang)}${letters[index % letters.length] ?? ''}`);
}

/** Text of our own making, which always says something. */
export function written(text: string): Words {
  const value = words(text);
  if (value === null) throw new Error('a label without words');
  return value;
}
