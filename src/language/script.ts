/** The script that a language is written in. */
import { Kept } from '../kept.ts';
import type { Language } from './language.ts';
import { languages } from './languages.ts';

const known = new Kept<string>(1e4, ({ length }) => length);

/**
 * By ISO 15924: that which a tag names, or else its likely one (UTS 35, likely subtags). `Intl` takes its time, and is asked for tags
 * beside those of our languages only.
 */
export function scriptOf(lang: string): string {
  const own: Readonly<Record<string, Language>> = languages;
  return own[lang]?.script ?? known.get(lang, () => new Intl.Locale(lang).maximize().script ?? 'Latn');
}
