/** What CodeMirror says of its own, by what it says in English. */

import ka from '../words/editor.ka.json' with { type: 'json' };
import type { PageLanguage } from '../words.ts';

const translated: Readonly<Partial<Record<PageLanguage, Readonly<Record<string, string>>>>> = { ka };

export function editorPhrases(language: PageLanguage): Readonly<Record<string, string>> {
  return translated[language] ?? {};
}
