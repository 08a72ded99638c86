/** What the server refuses, in the language of the page. */
import ka from './words/refusals.ka.json' with { type: 'json' };

/** By the code of a refusal; in English the server itself says it, in full. */
const translated: Readonly<Record<string, Readonly<Record<string, string>>>> = { ka };

/** `language` is that of the page; a code without words in it is said in English. */
export function refusalText(code: string, message: string, language: string): string {
  const words = translated[language];
  return words !== undefined && Object.hasOwn(words, code) ? (words[code] ?? message) : message;
}
