/** Reading aloud with the voices that the computer itself has. */
import type { HeardLine } from '../protocol.ts';

const primary = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** A voice of this computer for a language; null where it has none. */
export function localVoice(tag: string): SpeechSynthesisVoice | null {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find(({ lang, localService }) => localService && primary(lang) === primary(tag)) ?? null;
}

/** Reads the lines; words in another language with a voice of it, where there is one. */
export function readAloud(
  lines: readonly HeardLine[],
  tag: string,
  voice: SpeechSynthesisVoice,
  ended: () => void,
): void {
  const { speechSynthesis } = globalThis;
  speechSynthesis.cancel();
  const pieces = lines.flatMap((line) => line.pieces).filter(({ text }) => text !== '');
  for (const [index, { text, lang }] of pieces.entries()) {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = lang ?? tag;
    words.voice = lang === null ? voice : (localVoice(lang) ?? voice);
    if (index === pieces.length - 1) words.onend = ended;
    speechSynthesis.speak(words);
  }
}
