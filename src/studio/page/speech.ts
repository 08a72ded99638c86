/** The person’s language, for all parts of the page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type PageLanguage, type Say, sayIn } from './words.ts';

export interface Speech {
  readonly language: PageLanguage;
  readonly say: Say;
}

export const SpeechContext = createContext<Speech>({ language: 'en', say: sayIn('en') });

export function useWords(): Speech {
  return useContext(SpeechContext);
}
