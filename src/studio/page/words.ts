/** The words of the page in the person's language. */
import en from './words/en.json' with { type: 'json' };
import fields from './words/fields.json' with { type: 'json' };
import ka from './words/ka.json' with { type: 'json' };
import languages from './words/languages.json' with { type: 'json' };

const all = { en, ka };
export type PageLanguage = keyof typeof all;
export type WordKey = keyof typeof en;

export const pageLanguages = Object.keys(all) as readonly PageLanguage[];

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a language; `{name}` stands for a value. */
export function sayIn(language: PageLanguage): Say {
  const words: Readonly<Record<string, string>> = all[language];
  return (key, values = {}) => {
    const one = values.n === 1 ? words[`${key}.one`] : undefined;
    return (one ?? words[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
  };
}

export interface FieldWords {
  readonly label: string;
  readonly help: string;
}

const named: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = fields;

/** Of each of our languages, from a list that tests/language writes: browsers do not know all of them in Georgian. */
const namesOfLanguages: Readonly<Record<PageLanguage, Readonly<Record<string, string>>>> = languages;

/** What a field is called, by its description in the schema; without one in the list, by its name in the data. */
export function fieldWords(name: string, says: string, language: PageLanguage): FieldWords {
  const plain = says.replace(/\. Marks: .*$/s, '');
  const [, tag = ''] = /^value ([a-z]{2,3})$/.exec(plain) ?? [];
  const [label = namesOfLanguages[language][tag], help] = named[plain]?.[language] ?? named[plain]?.en ?? [];
  if (label !== undefined) return { label, help: help ?? '' };
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { label: spaced.charAt(0).toUpperCase() + spaced.slice(1), help: plain === 'undefined' ? '' : plain };
}

/** The name of a language in the language of the page. */
export function languageName(tag: string, language: PageLanguage): string {
  return namesOfLanguages[language][tag] ?? tag;
}

/** The time of today, the day of other days. */
export function whenText(time: number, say: Say): string {
  const date = new Date(time);
  if (date.toDateString() === new Date().toDateString()) return `${say('today')} ${timeText(time)}`;
  return `${date.getDate()} ${say('months').split(',')[date.getMonth()]}`;
}

/** The day and the time. */
export function momentText(time: number, say: Say): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? whenText(time, say) : `${whenText(time, say)}, ${timeText(time)}`;
}

export function timeText(time: number): string {
  const date = new Date(time);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
