/** What stands at the head of a page of Markdown in lines of YAML: of these, the title and the language. */
import { sayWords } from '../text.ts';

interface FrontMatter {
  readonly lang: string | null;
  readonly title: string | null;
  /** The page without it. */
  readonly body: string;
}

export function readFrontMatter(text: string): FrontMatter {
  const [whole = '', head = ''] = /^\uFEFF?---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/s.exec(text) ?? [];
  // A rule at the head of a page has no fields behind it.
  if (!/^[\w-]+:(?:\s|$)/m.test(head)) return { lang: null, title: null, body: text };
  const field = (name: string): string | null => {
    const value = new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'm').exec(head)?.[1] ?? '';
    return sayWords(unquoted(value));
  };
  return { lang: field('lang') ?? field('language'), title: field('title'), body: text.slice(whole.length) };
}

function unquoted(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/s.test(value)) return value.replace(/ #.*$/, '');
  try {
    return JSON.parse(value) as string;
  } catch {
    return value.slice(1, -1);
  }
}
