/** What HTML says about the language of a part. */
import { directionOf } from '../../language/direction.ts';
import type { Lang } from '../../model/document.ts';

/** Attributes of a part that may be in another language than its parent. */
export function languageAttributes(lang: Lang | null): { readonly lang: string | null; readonly dir: string | null } {
  return { lang, dir: lang === null || directionOf(lang) === 'ltr' ? null : 'rtl' };
}
