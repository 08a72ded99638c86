/** What catalogues ask of a document, as YAML at the head of its page: the names are those that Pandoc and makers of sites know. */
import type { Document } from '../../model/document.ts';
import { unsteered } from '../linear/inlines.ts';

export function frontMatter({ metadata, lang }: Document): string {
  const { title, description, author, keywords, date } = metadata;
  const list = keywords.map((word) => `  - ${quoted(word)}`);
  const lines = [
    `title: ${quoted(title)}`,
    ...(description === '' ? [] : [`description: ${quoted(description)}`]),
    ...(author === '' ? [] : [`author: ${quoted(author)}`]),
    ...(list.length === 0 ? [] : ['keywords:', ...list]),
    `lang: ${lang}`,
    ...(date === '' ? [] : [`date: ${date}`]),
  ];
  return ['---', ...lines, '---'].join('\n');
}

/** A string of JSON is one of YAML (YAML 1.2, 1.3), whatever signs it has. */
const quoted = (words: string): string => JSON.stringify(unsteered(words));
