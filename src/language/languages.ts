/** The languages that documents are written in. A new one is a file beside this one. */
import { en } from './en.ts';
import type { Language } from './language.ts';
import { languages } from './list.ts';

export { languages };
export type LanguageTag = keyof typeof languages;
export const languageTags = Object.keys(languages) as readonly LanguageTag[];
export const allLanguages: readonly Language[] = Object.values(languages);

/** The language of a tag, whatever region or script it names; English for one that we have no words of. */
export function languageOf(tag: string): Language {
  return knownLanguage(tag) ?? en;
}

/** The subtag that names the language itself (RFC 5646, 2.2.1), in small letters: `ka` of `ka-GE`. */
export function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/** Null for a language that we have nothing of: where English customs would be worse than none. */
export function knownLanguage(tag: string): Language | null {
  const named = (name: string) => allLanguages.find((language) => language.tag === name);
  return named(tag) ?? named(primaryOf(tag)) ?? null;
}

/** The tag as Word names it, with a region where we know it: `ka-GE`, `en-GB`. */
export function localeOf(tag: string): string {
  return allLanguages.find((language) => language.tag === tag)?.locale ?? tag;
}
