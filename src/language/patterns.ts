/** Where the patterns of the package `hyphen` divide words. Loaded when the first word is asked for: only writers ask. */
import { createRequire } from 'node:module';

/** The package has no types; this is what we use of a language of it. */
interface Hyphenation {
  hyphenateSync(text: string, options: { readonly hyphenChar: string }): string;
}

const mark = '\u00AD';

/** The indices of letters that may start a line, of a word in small letters. */
export function patternsOf(name: 'ka' | 'en-gb'): (word: string) => readonly number[] {
  let loaded: Hyphenation | null = null;
  return (word) => {
    loaded ??= createRequire(import.meta.url)(`hyphen/${name}/index.js`) as Hyphenation;
    const found: number[] = [];
    let index = 0;
    for (const part of loaded.hyphenateSync(word, { hyphenChar: mark }).split(mark).slice(0, -1)) {
      index += part.length;
      found.push(index);
    }
    return found;
  };
}
