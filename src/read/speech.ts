/** Numbers as speech synthesis reads them right: espeak-ng drops ₾ and reads grouped digits one by one (georgian.md). */
import type { Lang } from '../model/document.ts';
import { isGeorgian } from './labels.ts';

const georgianNames: Readonly<Record<string, string>> = {
  '₾': 'ლარი',
  '€': 'ევრო',
  $: 'აშშ დოლარი',
  '£': 'გირვანქა სტერლინგი',
};
const englishNames: Readonly<Record<string, string>> = {
  GEL: 'lari',
  EUR: 'euros',
  USD: 'US dollars',
  GBP: 'pounds sterling',
};

/** A number or an amount of money in words that can be read aloud; any other text as it is. */
export function spoken(text: string, lang: Lang): string {
  if (!isGeorgian(lang))
    return text.replace(
      /\b(GEL|EUR|USD|GBP)\u00A0([\u2212\d][\d.,]*\d|\d)/g,
      (_, code: string, number: string) => `${number} ${englishNames[code] ?? code}`,
    );
  return text
    .replace(/(?<=\d)\u00A0(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\u00A0?([₾€$£])/g, (_, sign: string) => ` ${georgianNames[sign] ?? sign}`);
}
