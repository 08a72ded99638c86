/** What HTML says about the language of a part. */
import type { Lang } from '../../model/document.ts';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction that text in a language is written in, by its likely script (UTS 35, likely subtags). */
export function direction(lang: Lang): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Attributes of a part that may be in another language than its parent. */
export function languageAttributes(lang: Lang | null): { readonly lang: string | null; readonly dir: string | null } {
  return { lang, dir: lang === null || direction(lang) === 'ltr' ? null : 'rtl' };
}
