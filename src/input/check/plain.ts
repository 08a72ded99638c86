/** Easy-to-read texts as their rules see them: sentences, in the languages that are made. */
import type { Path } from '../../json/path.ts';
import type { Language } from '../../language/language.ts';
import { languages } from '../../language/languages.ts';
import { unmarked } from './prose.ts';
import type { DataSheet } from './sheet.ts';

export interface PlainText {
  /** Of the text in its language. */
  readonly path: Path;
  readonly language: Language;
  /** Without marks. */
  readonly sentences: readonly string[];
}

/** The texts of all rows. */
export function* plainTexts(sheet: DataSheet): Generator<PlainText> {
  for (const { path, value } of sheet.parts('row'))
    for (const tag of sheet.languages) {
      const text = value.text[tag];
      if (text !== undefined)
        yield { path: [...path, 'text', tag], language: languages[tag], sentences: sentencesOf(text) };
    }
}

/** Paragraphs, and items of lists. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const isItem = /^(?:-|\d{1,9}\.)\s/u.test(words);
    if (isOpen && !isItem && words !== '') parts.push(`${parts.pop() ?? ''}\n${line}`);
    else if (words !== '') parts.push(line);
    isOpen = words !== '';
  }
  return parts;
}

/** A sentence ends where its mark does, an item of a list at the end of its line. */
function sentencesOf(text: string): readonly string[] {
  return partsOf(text)
    .flatMap((part) => unmarked(part).split(/(?<=[.!?…][»”“")]{0,2})\s+(?=[\p{L}\p{N}„“"«(])/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function wordsIn(sentence: string): number {
  return sentence.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
